import type { Review } from "../../core/decision/review.ts";
import type { UnitState } from "../../core/message/generation-message.ts";
import type { TargetIds } from "../../core/plan/mandate.ts";
import { type LinkBase, pullRequestUrl } from "../../core/message/link.ts";
import type { JobRequest } from "../ports.ts";
import type { LoadedReview } from "./load-review.ts";

export type GenerateJob = Extract<JobRequest, { kind: "generate" }>;

/** A pull request that changes spec entries, reviewed. */
export type Reviewed = LoadedReview & {
  readonly review: Review;
  /** The repositories that the targets' names stand for, where an order of before is gone on with. */
  readonly targetIds?: TargetIds;
};

/** How the work on one follow-up ended. */
export interface UnitOutcome {
  readonly state: UnitState;
  readonly url: string | null;
  /** `#7`, or `owner/name#7` of another repository. */
  readonly label: string | null;
  /** Why, and what to do next, when there is no pull request; our own words, or escaped by whoever shows them. */
  readonly because: string | null;
  /** US dollars spent; null when a price is unknown. */
  readonly costUsd: number | null;
}

/** Where the comment that asked can be read; null for a button. */
export function commentUrl(base: LinkBase, { pullRequest, commentId }: GenerateJob): string | null {
  if (commentId === null) return null;
  return `${pullRequestUrl(base, pullRequest)}#issuecomment-${String(commentId)}`;
}
