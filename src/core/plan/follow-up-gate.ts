import type { followUpRefusals } from "../message/follow-up-note.ts";
import type { RepoConfig } from "../repo-config.ts";
import { isSameRepository } from "../repository-ref.ts";
import { readFollowUp } from "../message/marker.ts";
import type { PullRequestPlace } from "../state/place.ts";
import { branchName } from "./branch-name.ts";
import type { FollowUp } from "../state/follow-up.ts";

/** Why the bot does not go on with a follow-up: nothing is known of it, or one of the two repositories wants it no more. */
export type FollowUpRefusal = keyof typeof followUpRefusals;

interface GateFacts {
  /** The note on the follow-up; null: there is none. */
  readonly followUp: FollowUp | null;
  readonly isAllowed: (owner: string) => boolean;
}

/**
 * The one gate between a follow-up and the spec it was made from, passed before anything of the spec is read: both are in
 * the same installation, of owners that the operator serves.
 */
export function reachable({ followUp, isAllowed }: GateFacts): FollowUp | FollowUpRefusal {
  if (followUp === null) return "unknown";
  const { repository, source } = followUp;
  const isReachable =
    source.repository.installationId === repository.installationId &&
    [source.repository, repository].every(({ owner }) => isAllowed(owner));
  return isReachable ? followUp : "out-of-reach";
}

/** What a follow-up says of itself, where nothing is kept between runs. */
interface SelfDescription extends PullRequestPlace {
  readonly url: string;
  readonly body: string;
  /** Made by the bot, and not to be changed afterwards. */
  readonly branch: string;
  /** The branch that it goes into: who opened the spec cannot change that. */
  readonly into: string;
}

/**
 * For a workflow, which reaches its own repository only: what the body says, as far as the branch's name vouches for it, so
 * for the spec pull request, the stage and the work package. Which entries and which document is left to the body.
 */
export function describedByItself(self: SelfDescription): FollowUp | null {
  const { repository, number, url, body, branch, into } = self;
  const data = readFollowUp(body);
  const named = /#(\d{1,10})$/.exec(data?.source ?? "")?.[1];
  if (data === null || named === undefined) return null;
  const { stage, workPackage: slug } = data;
  if (branchName({ stage, pullRequest: Number(named), slug }) !== branch) return null;
  const source = { repository, number: Number(named) };
  const mandate = { into };
  return { repository, number, url, source, data, designCommit: null, mandate, state: "open", told: [] };
}

/** Whether the configuration on the spec's base branch still has this follow-up made where it stands. */
export function isWanted({ repository, source, data }: FollowUp, { targets }: RepoConfig): boolean {
  if (data.stage === "design") return repository.id === source.repository.id;
  const target = targets.find(({ name }) => name === data.target);
  if (target === undefined) return false;
  if (target.repository === undefined) return repository.id === source.repository.id;
  const [owner = "", name = ""] = target.repository.split("/");
  return isSameRepository(repository, { owner, name });
}
