import type { CheckedDemand, DemandState } from "../code/verification/check-demand.ts";
import type { Supplement, MutationEnd, FullReport } from "../code/verification/judge/full-report.ts";
import type { EntryConformance } from "../code/verification/conformance.ts";
import { plainTable } from "./plain-table.ts";
import { plural } from "./wording.ts";

/** The table of `twopath conformance`: what is missing first, then one line per demand. */
export function conformanceTable({ entries, findings, supplement }: FullReport): string {
  const rows = entries.flatMap((entry) => rowsOf(entry));
  const found = findings.map(({ rule, file, line, message }) =>
    file === "" ? `${rule}: ${message}` : `${file}:${String(line)}  ${rule}: ${message}`,
  );
  const table =
    rows.length === 0
      ? []
      : [...plainTable([["demand", "kind", "state", "code", "test", "words"], ...rows]), ""];
  return [
    ...found,
    ...(found.length > 0 ? [""] : []),
    ...table,
    ...exempted(entries),
    ...supplementLines(supplement),
    verdictOf(entries, findings.length),
    "",
  ].join("\n");
}

/** What a judge and mutations did, in a line each. */
function supplementLines({ judged, mutations, ends }: Supplement): string[] {
  const verdicts = judged.flatMap(({ demands }) => (demands ?? []).map(({ verdict }) => verdict));
  const count = (one: string): string =>
    `${String(verdicts.filter((verdict) => verdict === one).length)} ${one}`;
  const costs = judged.map(({ costUsd }) => costUsd);
  const known = costs.flatMap((cost) => cost ?? []).reduce((sum, cost) => sum + cost, 0);
  const each = `$${(known / Math.max(1, costs.length)).toFixed(4)} an entry`;
  const tried = ends === null ? [] : [...ends.values()];
  const ended = (one: MutationEnd): string => `${String(tried.filter((end) => end === one).length)} ${one}`;
  return [
    ...(judged.length === 0
      ? []
      : [
          `Judged: ${["met", "not met", "can't tell", ...(verdicts.includes("asks nothing") ? ["asks nothing"] : [])].map(count).join(", ")}; ${costs.includes(null) ? "cost unknown" : each}.`,
        ]),
    ...(ends === null
      ? []
      : [
          `Mutations: ${String(mutations.length)} tried, ${ended("killed")}, ${ended("survived")}, ${ended("slow")}.`,
        ]),
  ];
}

/** How many demands end how, and what that does not say. */
export function verdictOf(entries: readonly EntryConformance[], findings: number): string {
  const states = entries.flatMap(({ demands }) => demands.map(({ state }) => state));
  const count = (state: DemandState): number => states.filter((one) => one === state).length;
  const parts = (["not found", "named only", "shown"] as const).map(
    (state) => `${String(count(state))} ${state}`,
  );
  const about = `${plural(entries.length, "entry", "entries")}, ${plural(states.length, "demand")}: ${parts.join(", ")}; ${plural(findings, "finding")}.`;
  return `${about} This was read, not run: whether it works is for the tests to say.`;
}

function rowsOf({ id, demands }: EntryConformance): string[][] {
  return [...demands]
    .sort(missingFirst)
    .map(({ demand, state, source, tests }) => [
      `${id}.${String(demand.number)}`,
      demand.kind,
      state,
      placeText(source[0]),
      placeText(tests[0]),
      demand.quote.replace(/\s+/g, " ").slice(0, 60),
    ]);
}

const order: Readonly<Record<DemandState, number>> = { "not found": 0, "named only": 1, shown: 2 };

/** What is missing comes first. */
export function missingFirst(a: CheckedDemand, b: CheckedDemand): number {
  return order[a.state] - order[b.state] || a.demand.number - b.demand.number;
}

function placeText(place: { readonly file: string; readonly line: number } | undefined): string {
  return place === undefined ? "-" : `${place.file}:${String(place.line)}`;
}

function exempted(entries: readonly EntryConformance[]): string[] {
  const lines = entries.flatMap(({ id, exempt }) =>
    exempt === null ? [] : [`${id} does not apply here: ${exempt}`],
  );
  return lines.length === 0 ? [] : [...lines, ""];
}
