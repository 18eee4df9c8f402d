import type { Review } from "../decision/review.ts";
import { fingerprint } from "../entries/fingerprint.ts";
import { type Question, questionMarker, questionMessage } from "../message/question-message.ts";
import type { GitHubAction } from "./action.ts";

/**
 * A question of the writer on the entry's line of the spec's pull request, at the words in doubt where they are known; once
 * per text of the entry. Null where the review does not have the entry.
 */
export function planQuestion(review: Review, headSha: string, question: Question): GitHubAction | null {
  const change = review.recommendations.find((one) => one.change.id === question.entry)?.change;
  if (change === undefined) return null;
  const made = fingerprint((change.after ?? change.before)?.text ?? "");
  const { quote } = question;
  const line =
    quote === null ? undefined : change.after?.lines.find(({ text }) => text.includes(quote))?.line;
  return {
    type: "comment-on-line",
    marker: questionMarker(change.id, made),
    body: questionMessage(question, made),
    headSha,
    path: change.file,
    line: line ?? change.line,
  };
}
