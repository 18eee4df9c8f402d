import { z } from "zod";
import type { RepositoryRef } from "../repository-ref.ts";

export const repositorySchema: z.ZodType<RepositoryRef> = z.object({
  installationId: z.number(),
  id: z.number(),
  owner: z.string(),
  name: z.string(),
});

/** A pull request where the App is installed. */
export interface PullRequestPlace {
  readonly repository: RepositoryRef;
  readonly number: number;
}

export const pullRequestSchema: z.ZodType<PullRequestPlace> = z.object({
  repository: repositorySchema,
  number: z.number(),
});

/** Of ids, which survive a rename. */
export function repositoryKey({ installationId, id }: RepositoryRef): string {
  return `${String(installationId)}/${String(id)}`;
}

/** Of ids, which survive a rename. */
export function pullRequestKey({ repository, number }: PullRequestPlace): string {
  return `${repositoryKey(repository)}/${String(number)}`;
}

export function isSamePlace(a: PullRequestPlace, b: PullRequestPlace): boolean {
  return pullRequestKey(a) === pullRequestKey(b);
}
