import { type Question, questionMarker, questionMessage } from "../../core/message/question-message.ts";
import { fingerprint } from "../../core/entries/fingerprint.ts";
import type { GenerateJob, Reviewed } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";

/**
 * Puts a question of the writer on the entry's line of the spec's pull request, at the words in doubt where they are known;
 * once per text of the entry. Gives the comment's address.
 */
export async function askQuestion(
  { github }: JobPorts,
  job: GenerateJob,
  { pull, review }: Reviewed,
  question: Question,
): Promise<string | null> {
  const found = review.recommendations.find(({ change }) => change.id === question.entry);
  if (found === undefined) return null;
  const { change } = found;
  const made = fingerprint((change.after ?? change.before)?.text ?? "");
  const { quote } = question;
  const line =
    quote === null ? undefined : change.after?.lines.find(({ text }) => text.includes(quote))?.line;
  const { url } = await github.apply(job.repository, pull.number, {
    type: "comment-on-line",
    marker: questionMarker(change.id, made),
    body: questionMessage(question, made),
    headSha: pull.headSha,
    path: change.file,
    line: line ?? change.line,
  });
  return url;
}
