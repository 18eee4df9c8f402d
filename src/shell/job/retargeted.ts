import { retargetedWords } from "../../core/plan/mandate.ts";
import { followUpBase } from "../../core/plan/plan-follow-up.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import type { PullRequest } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";

/** Why a follow-up that goes into another branch than it was ordered for is left alone; null: it goes there. */
export async function retargeted(
  { github }: Pick<JobPorts, "github">,
  { repository, source, into }: FollowUp,
  { baseRef }: PullRequest,
  spec: PullRequest,
): Promise<string | null> {
  if (baseRef === into) return null;
  const here = await github.repository(repository, repository.owner, repository.name);
  const defaultBranch = here?.defaultBranch ?? "";
  const now = followUpBase({ ...spec, repository: source.repository }, { repository, defaultBranch });
  return retargetedWords(baseRef, into, now);
}
