import { criteria } from "../decision/criteria/index.ts";
import type { Answer } from "../decision/criterion.ts";
import { against, hasTestData, pathOf } from "../decision/policy.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import type { CommentContext } from "./comment-context.ts";
import { entryLink, entryText } from "./entry-text.ts";
import { clip, inlineText, richText } from "./escape.ts";
import { blobUrl } from "./link.ts";
import { changeWord, criterionWords, listWords, pathTitles } from "./wording.ts";

/** The whole reasoning for one entry: what decided, each question with its answer and the spec's words, what would change it. */
export function explanation(recommendation: Recommendation, review: Review, context: CommentContext): string {
  const { path, criteria: answers, needs } = recommendation;
  const heading = `**${entryLink(recommendation, review, context)}**, ${changeWord(recommendation)}: **${pathTitles[path]}**`;
  const parts = [heading, entryText(recommendation, review), inlineText(whatDecided(recommendation))];
  if (answers.length > 0) parts.push(answerTable(answers, review, context));
  const open = new Set(against(answers).map((answer) => answer.need));
  const further = needs.filter((need) => !open.has(need));
  if (further.length > 0) {
    parts.push(["**Also missing**", ...further.map((need) => `- ${richText(clip(need, 300))}`)].join("\n"));
  }
  return parts.join("\n\n");
}

/** Who decided, by which answers, and what the criteria say where a person decided otherwise. Plain text. */
export function whatDecided({
  path,
  reason,
  criteria: answers,
  decidedBy,
  override,
}: Recommendation): string {
  if (override !== null) {
    const because = override.because === null ? "" : `, because ${clip(override.because, 300)}`;
    const own = answers.length === 0 ? "none" : pathOf(answers);
    const otherwise =
      own === path ? "The criteria say the same." : `The criteria alone say: ${pathTitles[own]}.`;
    return `Decided by ${override.by} on ${override.at.slice(0, 10)}${because}. ${otherwise}`;
  }
  if (path === "none") return `${reason} This was recognised before any question was asked.`;
  if (answers.length === 0) return reason;
  const who =
    decidedBy === "model" ? "A model judged; its quotes were found in the spec." : "The rules decided.";
  const opposed = against(answers);
  if (opposed.length === 0) {
    const data = hasTestData(answers) ? "" : " Missing test data alone calls for no design.";
    return `${who} No answer speaks against the direct path.${data}`;
  }
  const names = opposed.map(({ id, verdict }) => `${criterionWords[id]} (${verdict})`);
  const each = opposed.length === 1 ? "This answer calls" : "Each of these answers alone calls";
  return `${who} ${each} for a design: ${listWords(names)}.`;
}

/** The question a criterion asks. */
export function questionOf(answer: Answer): string {
  return criteria.find(({ id }) => id === answer.id)?.question ?? criterionWords[answer.id];
}

function answerTable(answers: readonly Answer[], review: Review, context: CommentContext): string {
  const rows = answers.map((answer) => {
    const quotes = answer.evidence.slice(0, 2).map((span) => {
      const url = blobUrl(context, review.head, span.file, span.line, span.endLine);
      return `“${richText(clip(span.quote, 200))}” ([line ${span.line}](${url}))`;
    });
    const because = [inlineText(clip(answer.because, 200)), ...quotes].join(" ");
    const change = answer.need === undefined ? "" : richText(clip(answer.need, 300));
    return `| ${questionOf(answer)} | ${answer.verdict} | ${because} | ${change} |`;
  });
  const head = "| Question | Answer | Because | What would change it |";
  return [head, "| --- | --- | --- | --- |", ...rows].join("\n");
}
