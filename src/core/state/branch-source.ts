import type { RepositoryRef } from "../repository-ref.ts";
import { type PullRequestPlace, pullRequestSchema, repositoryKey } from "./place.ts";
import { stored } from "./stored.ts";

/**
 * The spec pull request that a branch of the bot was made for, by ids: its name in the branch's may be another repository's by
 * now.
 */
export const branchSource = stored<[RepositoryRef, string], PullRequestPlace>({
  version: 1,
  schema: pullRequestSchema,
  key: (repository, branch) => `branch-source/${repositoryKey(repository)}/${branch}`,
});
