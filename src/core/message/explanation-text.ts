import { strongest } from "../decision/policy.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import { askedOf, openText } from "./asked.ts";
import { oneLine } from "./escape.ts";
import { byRules, reasonWords, testDataNote, whatDecided } from "./explanation.ts";
import { changeWord, verdictTitle } from "./wording.ts";

/** `/explain` for a terminal: plain text, every quote with its file and line. */
export function explanationText(recommendation: Recommendation, review: Review): string {
  const { change, criteria } = recommendation;
  const lines = [
    `${change.id}  ${changeWord(recommendation)}  ${change.file}:${change.line}${change.after === null ? " at the base" : ""}`,
    `${verdictTitle(recommendation)}${byRules(recommendation)}. ${whatDecided(recommendation)}`.trimEnd(),
  ];
  const asked = askedOf(review, recommendation);
  const questions = new Set(asked.map(({ question }) => question));
  for (const answer of strongest(criteria)) {
    const { because, heard } = answer;
    lines.push("", heard === undefined ? `${reasonWords(answer)}: ${because}` : because);
    for (const { file, line, quote } of answer.evidence) lines.push(`  ${file}:${line}  “${oneLine(quote)}”`);
    if (heard === undefined && answer.need !== undefined && !questions.has(answer.need))
      lines.push(`  To settle it: ${answer.need}`);
  }
  if (asked.length > 0) lines.push("", ...asked.map((one) => openText(one, change.id, review)));
  const data = testDataNote(recommendation, (file, line) => `${file}:${String(line)}`);
  if (data !== null) lines.push("", `Test data: ${data}`);
  return `${lines.map(oneLineKeepingIndent).join("\n")}\n`;
}

/** No control character of a spec reaches the terminal. */
function oneLineKeepingIndent(line: string): string {
  return line.replace(/\p{C}/gu, "");
}
