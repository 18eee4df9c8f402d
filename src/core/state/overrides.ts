import { z } from "zod";
import type { Override } from "../decision/review.ts";
import type { RepositoryRef } from "../repository-ref.ts";
import { type PullRequestPlace, pullRequestKey, repositoryKey } from "./place.ts";
import { stored } from "./stored.ts";

/** The latest word on an entry: a decision, or null when it was taken back. */
export interface Word {
  /** Id of the comment that said so: GitHub's grow, so that the later comment wins in whatever order they arrive. */
  readonly comment: number;
  readonly override: Override | null;
  /** `owner/name` when it was said, for people who read an export. */
  readonly repository?: string | undefined;
}

/** A decision as an example, and the pull request it was given on. */
interface Taught {
  readonly pull: number;
  readonly override: Override;
}

const path = z.enum(["code", "design", "none"]);
const overrideSchema: z.ZodType<Override> = z.object({
  id: z.string(),
  path,
  by: z.string(),
  at: z.string(),
  because: z.string().nullable(),
  fingerprint: z.string(),
  text: z.string().optional(),
  recommended: path.optional(),
});
const wordsSchema: z.ZodType<Readonly<Record<string, Word>>> = z.record(
  z.string(),
  z.object({
    comment: z.number(),
    override: overrideSchema.nullable(),
    repository: z.string().optional(),
  }),
);
const taughtSchema: z.ZodType<readonly Taught[]> = z.array(
  z.object({ pull: z.number(), override: overrideSchema }),
);

export const overridesPrefix = "overrides/";

/** Words on a pull request's entries, by entry. */
export const overrideState = stored({
  version: 1,
  schema: wordsSchema,
  key: (place: PullRequestPlace) => `${overridesPrefix}${pullRequestKey(place)}`,
});

/** The latest decisions of a repository's people, the newest first. */
export const taughtState = stored({
  version: 1,
  schema: taughtSchema,
  key: (repository: RepositoryRef) => `taught/${repositoryKey(repository)}`,
});
