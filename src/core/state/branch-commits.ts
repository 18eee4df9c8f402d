import { z } from "zod";
import type { RepositoryRef } from "../repository-ref.ts";
import { repositoryKey } from "./place.ts";
import { stored } from "./stored.ts";

const commitsSchema: z.ZodType<readonly string[]> = z.array(z.string());

/** Commits of one branch that are remembered. */
const maxCommits = 50;

/** The commits that the App itself put on one of its branches, oldest first. */
export const branchCommits = stored({
  version: 1,
  schema: commitsSchema,
  key: (repository: RepositoryRef, branch: string) => `branch/${repositoryKey(repository)}/${branch}`,
});

export function withCommit(known: readonly string[], commit: string): readonly string[] {
  return known.includes(commit) ? known : [...known, commit].slice(-maxCommits);
}
