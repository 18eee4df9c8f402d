import type { Citation } from "../trace/cited-in.ts";
import type { LinkBase } from "./link.ts";

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
  /** Names of targets that could not be read now; absent: none. */
  readonly unreadTargets?: readonly string[];
  /** Names of targets in other repositories that are none, for whatever reason; absent: none. */
  readonly refusedTargets?: readonly string[];
  /** False when no target is configured: then there is no column for it. */
  readonly hasTargets: boolean;
  readonly followUps: readonly FollowUpState[];
  /** Paragraphs that stand above the review, such as configuration errors; Markdown of our own. */
  readonly notices: readonly string[];
  /** True: the head can be moved by somebody outside, so that commands name it. */
  readonly fromFork?: boolean;
  /** True in the GitHub Action, which keeps nothing between runs: no `/path`. */
  readonly forgets?: boolean;
}
