import type { FollowUp } from "../../core/state/follow-up.ts";
import { type FollowUpRefusal, isWanted, reachable } from "../../core/plan/follow-up-gate.ts";
import { recordedAt } from "./follow-up-register.ts";
import type { Person } from "../../core/person.ts";
import type { PullRequestPlace } from "../../core/state/place.ts";
import type { JobPorts } from "./job-ports.ts";
import { type LoadedReview, loadReview } from "./load-review.ts";

/** A follow-up that passed the gate; what it was made from. */
export async function sourceOf(
  { values, isAllowed }: Pick<JobPorts, "values" | "isAllowed">,
  place: PullRequestPlace,
): Promise<FollowUp | FollowUpRefusal> {
  return reachable({ followUp: await recordedAt(values, place), isAllowed });
}

/** Its spec pull request as it is now. Null when that is gone. */
export async function loadSource(
  ports: JobPorts,
  followUp: FollowUp,
  asker: Person | null,
): Promise<LoadedReview | FollowUpRefusal | null> {
  const loaded = await loadReview(ports, followUp.source.repository, followUp.source.number, asker);
  return loaded === null || isWanted(followUp, loaded.config) ? loaded : "not-a-target";
}
