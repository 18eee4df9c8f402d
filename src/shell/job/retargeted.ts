import { retargetedWords } from "../../core/plan/mandate.ts";
import type { SourcePullRequest } from "../../core/plan/plan-follow-up.ts";
import { isSameRepository } from "../../core/repository-ref.ts";
import type { RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";

/** A follow-up's own pull request. */
interface Placed {
  readonly repository: RepositoryRef;
  /** The branch that it was opened into; undefined: nobody wrote it down then. */
  readonly into?: string | undefined;
  /** The branch that it goes into, or was merged into. */
  readonly goes: string;
  readonly isMerged: boolean;
}

/** Why a follow-up that goes into another branch than it was ordered for is left alone; null: it goes there. */
export async function retargeted(
  { github }: Pick<JobPorts, "github">,
  { repository, into, goes, isMerged }: Placed,
  spec: SourcePullRequest,
): Promise<string | null> {
  const about = { goes, noted: into, isMerged };
  if (isSameRepository(repository, spec.repository)) {
    const target = { repository, defaultBranch: spec.baseRef };
    return retargetedWords({ ...about, isGone: false, target }, spec);
  }
  if (goes === into) return null;
  const here = await github.repository(repository, repository.owner, repository.name);
  const target = { repository, defaultBranch: here?.defaultBranch ?? "" };
  const isGone = into !== undefined && (await github.branchTip(repository, into)) === null;
  return retargetedWords({ ...about, isGone, target }, spec);
}
