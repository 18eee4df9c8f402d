import { otherSpecWords } from "../../core/message/generation-message.ts";
import { branchSource } from "../../core/state/branch-source.ts";
import { isSamePlace, type PullRequestPlace } from "../../core/state/place.ts";
import { UserError } from "../../core/user-error.ts";
import { kept } from "../kept.ts";
import type { FollowUpBranch, RepositoryRef } from "../ports.ts";
import { recordedAt } from "./follow-up-register.ts";
import type { JobPorts } from "./job-ports.ts";

interface Claim {
  /** Where the branch is. */
  readonly repository: RepositoryRef;
  readonly branch: string;
  /** The spec pull request that it is for. */
  readonly source: PullRequestPlace;
}

/**
 * What stands on the branch of a spec pull request's follow-up, which is its own from now on. Throws UserError where it was made
 * for another one: of a repository that had the spec's name before.
 */
export async function claimedBranch(
  { github, values }: Pick<JobPorts, "github" | "values">,
  claim: Claim & { readonly base: string },
): Promise<FollowUpBranch> {
  const { repository, branch, base, source } = claim;
  const standing = await github.followUp(repository, branch, base);
  const { pull, tip } = standing;
  const made = pull === null ? null : await recordedAt(values, { repository, number: pull.number });
  if (made !== null) requireSame(claim, made.source);
  // Once it was deleted, nothing of whose it was can be lost.
  const owner = await kept(values, branchSource, repository, branch).update((known) =>
    tip === null ? source : (known ?? source),
  );
  requireSame(claim, owner);
  return standing;
}

/** Asked again where it is written: the work took minutes. */
export async function requireClaim({ values }: Pick<JobPorts, "values">, claim: Claim): Promise<void> {
  requireSame(claim, await kept(values, branchSource, claim.repository, claim.branch).get());
}

function requireSame({ repository, branch, source }: Claim, owner: PullRequestPlace | null): void {
  if (owner !== null && isSamePlace(owner, source)) return;
  throw new UserError(otherSpecWords(branch, `${repository.owner}/${repository.name}`));
}
