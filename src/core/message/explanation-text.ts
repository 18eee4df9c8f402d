import { against } from "../decision/policy.ts";
import type { Recommendation } from "../decision/review.ts";
import { visibleText } from "../markdown/hidden-text.ts";
import { questionOf, whatDecided } from "./explanation.ts";
import { changeWord, pathTitles } from "./wording.ts";

/** `/explain` for a terminal: plain text, every quote with its file and line. */
export function explanationText(recommendation: Recommendation): string {
  const { change, path, criteria, needs } = recommendation;
  const lines = [
    `${change.id}  ${changeWord(recommendation)}  ${change.file}:${change.line}`,
    `${pathTitles[path]}. ${whatDecided(recommendation)}`,
  ];
  for (const answer of criteria) {
    lines.push("", questionOf(answer), `  ${answer.verdict}: ${answer.because}`);
    for (const { file, line, quote } of answer.evidence) lines.push(`  ${file}:${line}  “${oneLine(quote)}”`);
    if (answer.need !== undefined) lines.push(`  To change it: ${answer.need}`);
  }
  const open = new Set(against(criteria).map((answer) => answer.need));
  const further = needs.filter((need) => !open.has(need));
  if (further.length > 0) lines.push("", "Also missing:", ...further.map((need) => `  - ${need}`));
  return `${lines.map(oneLineKeepingIndent).join("\n")}\n`;
}

function oneLine(text: string): string {
  return visibleText(text).text.replace(/\s+/gu, " ").trim();
}

/** No control character of a spec reaches the terminal. */
function oneLineKeepingIndent(line: string): string {
  return line.replace(/\p{C}/gu, "");
}
