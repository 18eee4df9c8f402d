import type { FullReport } from "../code/verification/judge/full-report.ts";
import { conformanceMarkdown } from "./conformance-check.ts";
import { lookWords } from "./demand-block.ts";
import { clip, inlineText } from "./escape.ts";

/** The answer to a `/verify`: what reading found, and what the judge said, of one commit. */
export function verifiedMessage(report: FullReport, head: string): string {
  const { judged, mutations } = report.supplement;
  const costs = judged.map(({ costUsd }) => costUsd);
  const sum = costs.reduce<number>((all, cost) => all + (cost ?? 0), 0);
  const spent = costs.includes(null) ? "cost unknown" : `$${sum.toFixed(2)}`;
  const look =
    judged.length === 0
      ? "No model is configured here, so nothing was judged; this is what reading alone shows."
      : `${lookWords(judged, false).trim()} (${spent}.)`;
  return [
    `Checked ${inlineText(head.slice(0, 12))}, by reading.`,
    look,
    clip(conformanceMarkdown(report, mutations), 50_000),
  ].join("\n\n");
}

/** Where a `/verify` has nothing to look at. */
export function verifyWhereMessage(): string {
  return "Nothing was checked: no file that this pull request changes names an entry of a spec that has this code as a target. Name entries in code and tests (`// RTN15a`), or say `/verify` where the code is.";
}

export function notVerifiedMessage(why: string): string {
  return `Nothing was checked: ${why}.`;
}
