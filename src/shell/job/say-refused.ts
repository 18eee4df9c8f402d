import { planNotReviewed } from "../../core/plan/plan-review.ts";
import { UserError } from "../../core/user-error.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";
import { findSaid, recallSaid, say } from "./said.ts";

/** A UserError of a review says what its author can do and is told; any other error is thrown on. */
export function asRefusal(error: unknown): UserError {
  if (error instanceof UserError) return error;
  throw error;
}

/** Says in the review's place why there is none. A draft is left alone: it is reviewed again when it is ready. */
export async function sayRefused(
  ports: JobPorts,
  repository: RepositoryRef,
  { number, state, draft }: PullRequest,
  { message }: UserError,
): Promise<void> {
  if (state !== "open" || draft) return;
  const said = (await recallSaid(ports, repository, number)) ?? (await findSaid(ports, repository, number));
  await say(ports, repository, number, said, [planNotReviewed(message)]);
}
