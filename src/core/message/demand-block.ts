import type { JudgedEntry } from "../code/verification/judge/full-report.ts";
import type { EntryConformance } from "../code/verification/conformance.ts";
import { demandRows } from "./demand-rows.ts";
import { plural } from "./wording.ts";

/** What a change shows of the demands of its entries, and what a reader who did not write it says. */
export interface ShownDemands {
  readonly entries: readonly EntryConformance[];
  readonly judged: readonly JudgedEntry[];
  /** The change was mended after the first look. */
  readonly isRepaired: boolean;
}

const maxRows = 60;

/** The demands of a code pull request in its body: how many stand where, then each, what is missing first. */
export function demandBlock({ entries, judged, isRepaired }: ShownDemands): string {
  const demands = entries.flatMap(({ demands: own }) => own);
  if (demands.length === 0) return "";
  const missing = demands.filter(({ state }) => state !== "shown").length;
  const shown =
    missing === 0
      ? `${demands.length === 1 ? "the one demand is" : `all ${String(demands.length)} are`} shown in code and in a test`
      : `${String(missing)} of ${String(demands.length)} not shown in code and in a test`;
  const rows = demandRows(entries, judged);
  const more = rows.lines.length - maxRows;
  return [
    `**Demands**, read and not run: ${shown}.${lookWords(judged, isRepaired)} The check run "twopath conformance" has them after later commits.`,
    "<details><summary>Each demand of the entries</summary>",
    [...rows.head, ...rows.lines.slice(0, maxRows)].join("\n") +
      (more > 0 ? `\n\nAnd ${plural(more, "more demand")}.` : ""),
    "</details>",
  ].join("\n\n");
}

/** What came of the second look, as sentences; nothing where nobody looked. */
export function lookWords(judged: readonly JudgedEntry[], isRepaired: boolean): string {
  if (judged.length === 0) return "";
  const unread = judged.filter(({ demands }) => demands === null).length;
  const verdicts = judged.flatMap(({ demands }) => (demands ?? []).map(({ verdict }) => verdict));
  const count = (one: string): number => verdicts.filter((verdict) => verdict === one).length;
  const untested =
    count("not tested") === 0 ? "" : `${String(count("not tested"))} that no test would miss, `;
  const asksNothing = count("asks nothing");
  const idle = asksNothing === 0 ? "" : `, ${String(asksNothing)} that ask for nothing`;
  const said =
    verdicts.length === 0
      ? ""
      : ` A model that did not write this judged ${String(count("met"))} met, ${String(count("not met"))} not met, ${untested}${String(count("can't tell"))} undecided${idle}${isRepaired ? ", after one repair" : ""}.`;
  return `${said}${unread === 0 ? "" : ` ${plural(unread, "entry was", "entries were")} not judged.`}`;
}
