import type { LinkBase } from "./link.ts";

/** How often a target's source names an entry. */
export interface Citation {
  readonly target: string;
  readonly lines: number;
}

/** A follow-up pull request as the spec's pull request shows it. */
export interface FollowUpState {
  readonly stage: "design" | "code";
  readonly target: string;
  readonly url: string;
  /** `#12` in the same repository, `owner/name#12` elsewhere. */
  readonly label: string;
  readonly state: "draft" | "open" | "merged" | "closed" | "failed";
  /** Entries that changed after it was made. */
  readonly stale: readonly string[];
}

/** What a comment needs besides the review. */
export interface CommentContext extends LinkBase {
  readonly pullRequest: number;
  /** Entry ID → targets that cite it today. */
  readonly citedIn: ReadonlyMap<string, readonly Citation[]>;
  /** False when no target is configured: then there is no column for it. */
  readonly hasTargets: boolean;
  readonly followUps: readonly FollowUpState[];
  /** Paragraphs that stand above the review, such as configuration errors; Markdown of our own. */
  readonly notices: readonly string[];
}
