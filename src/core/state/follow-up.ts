import { z } from "zod";
import { type Mandate, mandateSchema } from "./mandate.ts";
import { type PullRequestPlace, pullRequestKey, pullRequestSchema } from "./place.ts";
import { stored } from "./stored.ts";

const placesSchema: z.ZodType<readonly PullRequestPlace[]> = z.array(pullRequestSchema);

/** What a follow-up was made from, as its body may repeat it for people; nothing is decided by the body. */
export interface FollowUpData {
  /** `owner/name#number` of the spec pull request. */
  readonly source: string;
  readonly stage: "design" | "code";
  readonly workPackage: string;
  readonly target: string;
  /** Commit of the spec that it was made from. */
  readonly head: string;
  /** Entry ID → fingerprint of its own text. */
  readonly entries: Readonly<Record<string, string>>;
  /** Hash of what the writer was given; absent where no model took part. */
  readonly request?: string | undefined;
  /** Path of the design document that it is, or is made from; absent where there is none. */
  readonly document?: string | undefined;
}

export const followUpDataSchema: z.ZodType<FollowUpData> = z.object({
  source: z.string(),
  stage: z.enum(["design", "code"]),
  workPackage: z.string(),
  target: z.string(),
  head: z.string(),
  entries: z.record(z.string(), z.string()),
  request: z.string().optional(),
  document: z.string().optional(),
});

/**
 * A follow-up pull request of the bot. This note, found by the pull request's ids, is all that is known of where it comes
 * from: whoever may edit the pull request can change its body, not this.
 */
export interface FollowUp extends PullRequestPlace {
  readonly url: string;
  /** The spec pull request. */
  readonly source: PullRequestPlace;
  readonly data: FollowUpData;
  /** Commit of the spec's repository that has the design it was made from; null on the direct path. */
  readonly designCommit: string | null;
  /** What it was ordered under; null: nobody wrote it down then. */
  readonly mandate: Mandate | null;
  readonly state: "draft" | "open" | "merged" | "closed";
  /** Entries that the pull request itself was told to be stale for. */
  readonly told: readonly string[];
  /** The branch that it was opened into; absent: nobody wrote it down then. */
  readonly into?: string | undefined;
}

const note = {
  url: z.string(),
  source: pullRequestSchema,
  data: followUpDataSchema,
  designCommit: z.string().nullable(),
  state: z.enum(["draft", "open", "merged", "closed"]),
  told: z.array(z.string()),
  into: z.string().optional(),
};
const schema: z.ZodType<FollowUp> = z.intersection(
  pullRequestSchema,
  z.object({ ...note, mandate: mandateSchema.nullable() }),
);

/** Version 1 knew no mandate. */
const withoutMandate: z.ZodType<FollowUp> = z
  .intersection(pullRequestSchema, z.object(note))
  .transform((known) => ({ ...known, mandate: null }));

/** A follow-up by its own place. */
export const followUpState = stored({
  version: 2,
  schema,
  earlier: { version: 1, schema: withoutMandate },
  key: (place: PullRequestPlace) => `follow-up/${pullRequestKey(place)}`,
});

/** The places of a spec pull request's follow-ups, oldest first. */
export const followUpPlaces = stored({
  version: 1,
  schema: placesSchema,
  key: (source: PullRequestPlace) => `follow-ups/${pullRequestKey(source)}`,
});
