import { planReview } from "../../core/plan/plan-review.ts";
import type { RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";
import { loadReview } from "./load-review.ts";
import { findSaid, recallSaid, say } from "./said.ts";

/**
 * Brings the one comment and the check run of a pull request to what its head says. Says nothing where no spec file
 * changed and nothing was said before. A draft gets no new comment, but one that stands is kept current.
 */
export async function reviewPullRequest(
  ports: JobPorts,
  repository: RepositoryRef,
  number: number,
): Promise<void> {
  const loaded = await loadReview(ports, repository, number);
  if (loaded?.pull.state !== "open") return;
  const { pull, review, context } = loaded;
  const recalled = await recallSaid(ports, repository, number);
  if (review === null && context.notices.length === 0 && recalled === null) return;
  const said = recalled ?? (await findSaid(ports, repository, number));
  if (pull.draft && said.comment === null) return;
  const existing = said.comment?.digest ?? null;
  const actions = planReview({ review, context, headSha: pull.headSha, existing });
  await say(ports, repository, number, said, actions);
}
