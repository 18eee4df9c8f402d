import type { Question } from "../../core/message/question-message.ts";
import { planQuestion } from "../../core/plan/plan-question.ts";
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
  const action = planQuestion(review, pull.headSha, question);
  return action === null ? null : (await github.apply(job.repository, pull.number, action)).url;
}
