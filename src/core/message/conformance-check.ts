import type { ConformanceReport } from "../code/verification/conformance.ts";
import { clip, codeText, inlineText } from "./escape.ts";
import { plural } from "./wording.ts";

export const conformanceCheckName = "twopath conformance";

export interface ConformanceCheckText {
  readonly title: string;
  readonly summary: string;
}

/** The check run of a code pull request: what a text can show of code that says it satisfies entries. */
export function conformanceCheck({ entries, findings }: ConformanceReport): ConformanceCheckText {
  const rows = entries.slice(0, 200).map(({ id, source, tests, proof }) => {
    const cells = [source.length > 0 ? "yes" : "no", tests.length > 0 ? "yes" : "no", proof];
    return `| ${codeText(clip(id, 80))} | ${cells.join(" | ")} |`;
  });
  const lines = findings.slice(0, 50).map(({ file, line, message }) => {
    const where = file === "" ? "" : ` (${codeText(`${clip(file, 150)}:${line}`)})`;
    return `- ${inlineText(clip(message, 300))}${where}`;
  });
  const summary = [
    "Nothing was run: this says what is missing, not that the code is right.",
    "| Entry | In the code | In a test | A test holds a value of it |\n| --- | --- | --- | --- |".concat(
      ...rows.map((row) => `\n${row}`),
    ),
    ...(lines.length === 0 ? [] : [lines.join("\n")]),
  ].join("\n\n");
  const title =
    findings.length === 0
      ? `${plural(entries.length, "entry", "entries")}: tagged in code and tests`
      : plural(findings.length, "finding");
  return { title, summary: clip(summary, 60_000) };
}
