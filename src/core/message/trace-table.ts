import type { TracedState, TraceReport } from "../trace/trace-report.ts";
import { plainTable } from "./plain-table.ts";
import { plural } from "./wording.ts";

/** The table of `twopath trace`: one line per target, then what is wrong in each. */
export function traceTable(reports: readonly TraceReport[]): string {
  const columns = [
    "target",
    "files",
    "live",
    "implemented",
    "tested",
    "missing",
    "stale",
    "retired",
    "unknown",
  ];
  const rows = reports.map(({ target, files, counts }) => [
    target,
    ...[files, counts.live, counts.implemented, counts.tested, counts.missing],
    ...[counts.stale, counts.retired, counts.unknown],
  ]);
  const wrong = reports.flatMap((report) => problems(report));
  return [...plainTable([columns, ...rows.map((row) => row.map(String))]), ...wrong, ""].join("\n");
}

/** Entry × target: `12/3` is twelve lines of source and three of tests. Entries that no target names are left out. */
export function traceMatrix(reports: readonly TraceReport[]): string {
  const ids = [...new Set(reports.flatMap(({ entries }) => entries.map(({ id }) => id)))];
  const byTarget = reports.map(({ entries }) => new Map(entries.map((entry) => [entry.id, entry])));
  const rows = ids.flatMap((id) => {
    const cells = byTarget.map((entries) => cell(entries.get(id)));
    return cells.every((text) => text === "-") ? [] : [[id, ...cells]];
  });
  return [...plainTable([["entry", ...reports.map(({ target }) => target)], ...rows]), ""].join("\n");
}

function cell(entry: TracedState | undefined): string {
  if (entry === undefined || entry.state === "missing") return "-";
  const marks = [...(entry.stale ? ["stale"] : []), ...(entry.state === "retired" ? ["retired"] : [])];
  return [`${entry.source.length}/${entry.tests.length}`, ...marks].join(" ");
}

const mostShown = 20;

function problems({ target, entries, unknown }: TraceReport): string[] {
  const stale = entries.filter((entry) => entry.stale);
  const retired = entries.filter(({ state }) => state === "retired");
  return [
    ...list(`${target}: text changed since`, stale),
    ...list(`${target}: retired, still named`, retired),
    ...list(`${target}: not in the spec`, unknown),
  ];
}

function list(title: string, found: readonly Pick<TracedState, "id" | "source" | "tests">[]): string[] {
  if (found.length === 0) return [];
  const lines = found.slice(0, mostShown).map(({ id, source, tests }) => {
    const [first, ...others] = [...source, ...tests];
    const where = first === undefined ? "" : `${first.file}:${first.line}`;
    return `  ${id}  ${where}${others.length > 0 ? ` and ${plural(others.length, "line")} more` : ""}`;
  });
  const more = found.length - lines.length;
  return ["", title, ...lines, ...(more > 0 ? [`  and ${more} more (--format json shows all)`] : [])];
}
