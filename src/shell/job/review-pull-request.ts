import { marker } from "../../core/message/marker.ts";
import { planReview } from "../../core/plan/plan-review.ts";
import type { RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";
import { loadReview } from "./load-review.ts";

/**
 * Brings the one comment and the check run of a pull request to what its head says. Says nothing where no spec file
 * changed and nothing was said before. A draft gets no new comment, but one that stands is kept current.
 */
export async function reviewPullRequest(
  ports: JobPorts,
  repository: RepositoryRef,
  number: number,
): Promise<void> {
  const { github, values } = ports;
  const loaded = await loadReview(ports, repository, number);
  if (loaded?.pull.state !== "open") return;
  const { pull, review, context } = loaded;
  const spokeKey = `spoke/${String(repository.installationId)}/${String(repository.id)}/${String(number)}`;
  const spoke = (await values.get(spokeKey)) === true;
  if (review === null && context.notices.length === 0 && !spoke) return;
  const comments = await github.comments(repository, number);
  const existing = comments.find((comment) => comment.ours && comment.body.startsWith(marker("review")));
  if (pull.draft && existing === undefined) return;
  const actions = planReview({ review, context, headSha: pull.headSha, existing: existing?.body ?? null });
  for (const action of actions) await github.apply(repository, number, action);
  if (actions.length > 0 && !spoke) await values.set(spokeKey, true);
}
