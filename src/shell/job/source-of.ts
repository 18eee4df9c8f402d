import type { FollowUp } from "../../core/state/follow-up.ts";
import {
  type FollowUpRefusal,
  describedByItself,
  isWanted,
  reachable,
} from "../../core/plan/follow-up-gate.ts";
import type { SpecLeave } from "../../core/plan/spec-leave.ts";
import { stillAdmits } from "./admitted-target.ts";
import { recordedAt } from "./follow-up-register.ts";
import type { Person } from "../../core/person.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";
import { type LoadedReview, reviewOf } from "./load-review.ts";
import { leaveForFollowUp } from "./spec-leave-of.ts";

/** The spec of a follow-up as it is now, with leave to show it where the follow-up stands. */
export type LoadedSource = LoadedReview & { readonly leave: SpecLeave };

/** A follow-up that passed the gate; what it was made from, by the names that its repositories have now. */
export async function sourceOf(
  {
    values,
    isAllowed,
    forgets,
    webUrl,
    github,
  }: Pick<JobPorts, "values" | "isAllowed" | "forgets" | "webUrl" | "github">,
  repository: RepositoryRef,
  { number, body, headRef: branch }: PullRequest,
): Promise<FollowUp | FollowUpRefusal> {
  const place = { repository, number };
  const url = `${webUrl}/${repository.owner}/${repository.name}/pull/${String(number)}`;
  const followUp =
    forgets === true ? describedByItself({ ...place, url, body, branch }) : await recordedAt(values, place);
  const found = reachable({ followUp, isAllowed });
  if (typeof found === "string") return found;
  const spec = await asNamedNow(github, repository, found.source.repository);
  if (spec === null) return "out-of-reach";
  return { ...found, repository, source: { ...found.source, repository: spec } };
}

/** A name may belong to another repository by now: only the one that was noted, by its id, is gone on with. */
async function asNamedNow(
  github: JobPorts["github"],
  here: RepositoryRef,
  noted: RepositoryRef,
): Promise<RepositoryRef | null> {
  if (noted.id === here.id) return here;
  const found = await github.repository(here, noted.owner, noted.name);
  return found?.id === noted.id ? found : null;
}

/**
 * Its spec pull request as it is now, as far as `asker` may be shown it where the follow-up stands. Null when that is gone. What
 * the two repositories say is asked again: the spec's base branch still sends code here, and a target elsewhere still names
 * the spec.
 */
export async function loadSource(
  ports: JobPorts,
  followUp: FollowUp,
  asker: Person | null,
): Promise<LoadedSource | FollowUpRefusal | null> {
  const { repository: place, source, data } = followUp;
  const { repository: spec, number } = source;
  const pull = await ports.github.pullRequest(spec, number);
  if (pull === null) return null;
  const text = { ordered: data.head, head: pull.headSha };
  const leave = await leaveForFollowUp(ports, { spec, place, asker }, text);
  if (leave === null) return "out-of-reach";
  if (typeof leave === "string") return leave;
  const loaded = await reviewOf(ports, spec, pull, asker);
  if (!isWanted(followUp, loaded.config)) return "not-a-target";
  return (await stillAdmits(ports, spec, place)) ? { ...loaded, leave } : "not-admitted";
}
