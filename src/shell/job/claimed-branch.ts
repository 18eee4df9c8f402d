import { otherSpecWords } from "../../core/message/generation-message.ts";
import type { SourcePullRequest } from "../../core/plan/plan-follow-up.ts";
import { branchSource } from "../../core/state/branch-source.ts";
import { isSamePlace, type PullRequestPlace } from "../../core/state/place.ts";
import { UserError } from "../../core/user-error.ts";
import { kept } from "../kept.ts";
import type { FollowUpBranch, RepositoryRef } from "../ports.ts";
import { recordedAt } from "./follow-up-register.ts";
import type { JobPorts } from "./job-ports.ts";
import { retargeted } from "./retargeted.ts";

interface Claim {
  /** Where the branch is. */
  readonly repository: RepositoryRef;
  readonly branch: string;
  /** The spec pull request that it is for. */
  readonly source: PullRequestPlace;
}

type ClaimedFor = Claim & {
  /** The branch that its pull request is to go into. */
  readonly base: string;
  /** The spec pull request, as of now. */
  readonly spec: SourcePullRequest;
};

/**
 * What stands on the branch of a spec pull request's follow-up, which is its own from now on. Throws UserError where it was made
 * for another one, of a repository that had the spec's name before, or goes into another branch than it was ordered for.
 */
export async function claimedBranch(
  ports: Pick<JobPorts, "github" | "values">,
  claim: ClaimedFor,
): Promise<FollowUpBranch> {
  const { github, values } = ports;
  const { repository, branch, base, source } = claim;
  const standing = await github.followUp(repository, branch, base);
  const { tip } = standing;
  await requireUnmoved(ports, claim, standing);
  // Once it was deleted, nothing of whose it was can be lost.
  const owner = await kept(values, branchSource, repository, branch).update((known) =>
    tip === null ? source : (known ?? source),
  );
  requireSame(claim, owner);
  return standing;
}

/** Asked again where it is written, as the work took minutes: gives the branch that it goes into. */
export async function requireClaim(
  ports: Pick<JobPorts, "github" | "values">,
  claim: ClaimedFor,
): Promise<string> {
  const { github, values } = ports;
  const { repository, branch, base } = claim;
  requireSame(claim, await kept(values, branchSource, repository, branch).get());
  const standing = await github.followUp(repository, branch, base);
  await requireUnmoved(ports, claim, standing);
  return standing.pull?.baseRef ?? base;
}

/** The pull request on it is that spec's, and goes where it was ordered to, unless it is somebody else's by now. */
async function requireUnmoved(
  ports: Pick<JobPorts, "github" | "values">,
  claim: ClaimedFor,
  { pull, handsOff }: FollowUpBranch,
): Promise<void> {
  if (pull === null) return;
  const { repository, spec } = claim;
  const made = await recordedAt(ports.values, { repository, number: pull.number });
  if (made !== null) requireSame(claim, made.source);
  const goes = { repository, into: made?.into, goes: pull.baseRef, isMerged: false };
  const away = handsOff ? null : await retargeted(ports, goes, spec);
  if (away !== null) throw new UserError(away);
}

function requireSame({ repository, branch, source }: Claim, owner: PullRequestPlace | null): void {
  if (owner !== null && isSamePlace(owner, source)) return;
  throw new UserError(otherSpecWords(branch, `${repository.owner}/${repository.name}`));
}
