import { z } from "zod";
import { type PullRequestPlace, pullRequestKey } from "./place.ts";
import { stored } from "./stored.ts";

/** What the bot said last on a pull request; kept so that it neither asks GitHub for it nor says it twice. */
export interface Said {
  /** The sticky comment; null: there is none. Its `id` is null from just before it is made until GitHub has answered. */
  readonly comment: Posted | null;
  /** Check runs by commit; `id` is null from just before one is made until GitHub has answered. */
  readonly checks: Readonly<Record<string, Posted>>;
  /** False when the store was lost: check runs may exist that are not listed. */
  readonly complete: boolean;
}

interface Posted {
  readonly id: number | null;
  readonly digest: string;
}

const postedSchema: z.ZodType<Posted> = z.object({ id: z.number().nullable(), digest: z.string() });
const saidSchema: z.ZodType<Said> = z.object({
  comment: postedSchema.nullable(),
  checks: z.record(z.string(), postedSchema),
  complete: z.boolean(),
});

export const saidState = stored({
  version: 1,
  schema: saidSchema,
  key: (place: PullRequestPlace) => `said/${pullRequestKey(place)}`,
});
