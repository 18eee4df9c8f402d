import { z } from "zod";

/** A target as the configuration called it. */
export interface OrderedTarget {
  readonly name: string;
  /** `owner/name`, lower case; null: the spec's own repository. */
  readonly repository: string | null;
  /** Of the repository that had this name then; null: none, or the spec's own. Absent: nobody wrote it down then. */
  readonly id?: number | null | undefined;
}

/** What somebody ordered a follow-up under: where the spec went then, and what it was to be built for. */
export interface NotedMandate {
  /** The spec's base branch, whose configuration held. */
  readonly base: string;
  readonly targets: readonly OrderedTarget[];
}

/** Where nothing is kept, the branch that the follow-up itself goes into, which the spec's author cannot change. */
export interface ShownMandate {
  readonly into: string;
}

export type Mandate = NotedMandate | ShownMandate;

export const mandateSchema: z.ZodType<NotedMandate> = z.object({
  base: z.string(),
  targets: z.array(
    z.object({ name: z.string(), repository: z.string().nullable(), id: z.number().nullish() }),
  ),
});
