import type { ConformanceReport } from "../code/verification/conformance.ts";
import type { TraceReport } from "../trace/trace-report.ts";
import { clip, codeText, inlineText } from "./escape.ts";

/** One target: where it names entries, and what it shows of their demands. */
interface MatrixColumn {
  readonly trace: TraceReport;
  readonly report: ConformanceReport;
}

/** `shown` of `demands`; null where the target does not name the entry. */
interface MatrixCell {
  readonly id: string;
  readonly shown: number;
  readonly demands: number;
  readonly isStale: boolean;
  readonly isRetired: boolean;
  /** Why it does not apply there, or null. */
  readonly exempt: string | null;
}

interface Row {
  readonly id: string;
  readonly cells: readonly (MatrixCell | null)[];
}

function rowsOf(columns: readonly MatrixColumn[]): readonly Row[] {
  const ids = [...new Set(columns.flatMap(({ trace }) => trace.entries.map(({ id }) => id)))];
  const cells = columns.map(cellsOf);
  return ids.map((id) => ({ id, cells: cells.map((column) => column.get(id) ?? null) }));
}

function cellsOf({ trace, report }: MatrixColumn): ReadonlyMap<string, MatrixCell> {
  const checked = new Map(report.entries.map((entry) => [entry.id, entry]));
  return new Map(
    trace.entries.flatMap(({ id, state, stale }) => {
      const entry = checked.get(id);
      if (entry === undefined || (entry.exempt === null && entry.source.length + entry.tests.length === 0))
        return [];
      const shown = entry.demands.filter((demand) => demand.state === "shown").length;
      const cell = {
        id,
        shown,
        demands: entry.demands.length,
        isStale: stale,
        isRetired: state === "retired",
        exempt: entry.exempt,
      };
      return [[id, cell] as const];
    }),
  );
}

function cellText(cell: MatrixCell | null): string {
  if (cell === null) return "";
  if (cell.exempt !== null) return "does not apply";
  const marks = [...(cell.isStale ? ["stale"] : []), ...(cell.isRetired ? ["retired, still named"] : [])];
  return [...(cell.isRetired ? [] : [`${String(cell.shown)}/${String(cell.demands)}`]), ...marks].join(" ");
}

const legend = "Demands shown of demands, by reading; empty: the target does not name the entry.";

/** Entry × target as Markdown; entries that no target names are counted, not listed. */
export function matrixMarkdown(columns: readonly MatrixColumn[]): string {
  const rows = rowsOf(columns);
  const named = rows.filter(({ cells }) => cells.some((cell) => cell !== null));
  const head = ["Entry", ...columns.map(({ trace }) => inlineText(clip(trace.target, 80)))];
  const lines = named.map(
    ({ id, cells }) => `| ${[codeText(clip(id, 80)), ...cells.map(cellText)].join(" | ")} |`,
  );
  const table = [`| ${head.join(" | ")} |`, `| ${head.map(() => "---").join(" | ")} |`, ...lines].join("\n");
  return `${[legend, table, unnamedWords(rows.length - named.length)].join("\n\n")}\n`;
}

function unnamedWords(count: number): string {
  return `${String(count)} of the spec's entries are named by no target.`;
}

/** The same for machines, version 1; every entry is in it. */
export function matrixJson(columns: readonly MatrixColumn[]): object {
  const targets = columns.map(({ trace }) => ({ target: trace.target, counts: trace.counts }));
  return { version: 1, targets, entries: rowsOf(columns).map(({ id, cells }) => ({ id, targets: cells })) };
}

const style =
  "body{font:14px system-ui;margin:2rem}table{border-collapse:collapse}td,th{border:1px solid #999;padding:.2rem .6rem;text-align:left}" +
  ".all{background:#d7f0d7}.some{background:#fbeec2}.none{background:#f6d5d5}";

/** The same as a page that stands alone: no script, nothing loaded. */
export function matrixPage(columns: readonly MatrixColumn[]): string {
  const rows = rowsOf(columns);
  const named = rows.filter(({ cells }) => cells.some((cell) => cell !== null));
  const head = ["Entry", ...columns.map(({ trace }) => trace.target)].map(
    (text) => `<th scope="col">${html(text)}</th>`,
  );
  const body = named.map(({ id, cells }) => {
    const columnsOf = cells.map((cell) => `<td class="${classOf(cell)}">${html(cellText(cell))}</td>`);
    return `<tr><th scope="row">${html(id)}</th>${columnsOf.join("")}</tr>`;
  });
  return [
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Demands by target</title>',
    `<style>${style}</style></head><body><main><h1>Demands by target</h1><p>${html(legend)}</p>`,
    `<table><thead><tr>${head.join("")}</tr></thead><tbody>`,
    ...body,
    `</tbody></table><p>${html(unnamedWords(rows.length - named.length))}</p></main></body></html>`,
    "",
  ].join("\n");
}

function classOf(cell: MatrixCell | null): string {
  if (cell === null || cell.exempt !== null) return "";
  if (cell.isRetired || cell.shown === 0) return "none";
  return cell.shown === cell.demands ? "all" : "some";
}

function html(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);
}
