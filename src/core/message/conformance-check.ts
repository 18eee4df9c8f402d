import type { Supplement } from "../code/verification/judge/full-report.ts";
import type { ConformanceReport } from "../code/verification/conformance.ts";
import type { Mutation } from "../code/verification/mutations.ts";
import { verdictOf } from "./conformance-table.ts";
import { demandRows } from "./demand-rows.ts";
import { clip, codeText, inlineText } from "./escape.ts";
import { plural } from "./wording.ts";

export const conformanceCheckName = "twopath conformance";

interface ConformanceCheckText {
  readonly title: string;
  readonly summary: string;
}

/** The check run of a code pull request: each demand of its entries, what is missing first. */
export function conformanceCheck(
  report: ConformanceReport & { readonly supplement?: Supplement },
  mutations: readonly Mutation[],
): ConformanceCheckText {
  const demands = report.entries.flatMap(({ demands: own }) => own);
  const missing = demands.filter(({ state }) => state !== "shown").length;
  const title =
    report.findings.length === 0
      ? `${plural(demands.length, "demand")} shown in code and tests`
      : missing > 0
        ? `${String(missing)} of ${plural(demands.length, "demand")} not shown`
        : plural(report.findings.length, "finding");
  return { title, summary: clip(conformanceMarkdown(report, mutations), 60_000) };
}

/** The demands as Markdown, for a check run, a pull request or a file. */
export function conformanceMarkdown(
  { entries, findings, supplement }: ConformanceReport & { readonly supplement?: Supplement },
  mutations: readonly Mutation[],
): string {
  const lines = findings.slice(0, 50).map(({ file, line, message }) => {
    const where = file === "" ? "" : ` (${codeText(`${clip(file, 150)}:${String(line)}`)})`;
    return `- ${withCode(clip(message, 300))}${where}`;
  });
  const more = findings.length - lines.length;
  const { head, lines: all } = demandRows(entries, supplement?.judged);
  const rows = all.slice(0, 200);
  const exempt = entries.flatMap(({ id, exempt: why }) =>
    why === null ? [] : [`- ${codeText(clip(id, 80))} does not apply here: ${inlineText(clip(why, 200))}`],
  );
  return [
    verdictOf(entries, findings.length),
    ...(lines.length === 0
      ? []
      : [[...lines, ...(more > 0 ? [`- and ${String(more)} more`] : [])].join("\n")]),
    ...(rows.length === 0 ? [] : [[...head, ...rows].join("\n")]),
    ...(exempt.length === 0 ? [] : [exempt.join("\n")]),
    ...(mutations.length === 0 ? [] : [mutationBlock(mutations)]),
  ].join("\n\n");
}

/** A sentence of ours, whose code spans hold words of others. */
function withCode(sentence: string): string {
  return sentence
    .split("`")
    .map((part, i) => (i % 2 === 1 ? codeText(part) : inlineText(part)))
    .join("");
}

/** Small changes that tests should notice. None was tried here: that takes a run, on somebody's own machine. */
function mutationBlock(mutations: readonly Mutation[]): string {
  const lines = mutations.slice(0, 40).map(({ entry, demand, file, line, describes }) => {
    const place = codeText(`${clip(file, 150)}:${String(line)}`);
    return `- ${codeText(clip(`${entry}.${String(demand)}`, 80))} ${place}: ${withCode(clip(describes, 120))}`;
  });
  return [
    `<details><summary>${plural(mutations.length, "small change")} that a test should notice, not tried here</summary>`,
    lines.join("\n"),
    "`twopath conformance --run` with your test command tries each on your machine.",
    "</details>",
  ].join("\n\n");
}
