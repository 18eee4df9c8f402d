import type { FileChange } from "../code/file-change.ts";
import type { FollowUp } from "../state/follow-up.ts";
import type { PullRequestPlace } from "../state/place.ts";

export type Reaction = "eyes" | "rocket" | "+1" | "-1" | "confused";

/** A line of a check run. Lines are 1-based and inclusive. */
export interface Annotation {
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  readonly level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
}

export interface CheckButton {
  /** At most 20 characters each for label and identifier, 40 for description (GitHub's limits). */
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

export interface Repository {
  readonly owner: string;
  readonly name: string;
}

/** Every effect that a job can have. Each may be done twice. */
export type Action = GitHubAction | StoreAction;

/** Effects on the bot's own store. */
export type StoreAction = RecordFollowUp | RequestReview;

/** Keeps what a follow-up was made from. What was known of its state stays. */
export interface RecordFollowUp {
  readonly type: "record-follow-up";
  readonly followUp: FollowUp;
}

/** Has a pull request reviewed, for what its comment says of its follow-ups. */
export interface RequestReview extends PullRequestPlace {
  readonly type: "request-review";
  readonly headSha: string;
  /** Requests with the same key are one. */
  readonly key: string;
  /** The delivery that led to it, as GitHub shows it: the log is searched by it. */
  readonly deliveryId: string;
}

/**
 * Every effect the bot can have on GitHub. Each is idempotent: whoever applies it looks for its marker, branch or
 * pull request first.
 */
export type GitHubAction =
  /** Create or edit the one comment with this marker. */
  | {
      readonly type: "upsert-comment";
      readonly marker: string;
      readonly body: string;
      /** False: edit if there is one, never create. */
      readonly create: boolean;
      /** Its id where it is known; null: there is none, it was looked for. Absent: look for it. */
      readonly commentId?: number | null;
    }
  /** One comment on a line of a pull request's head; on the pull request itself where the line is not part of it. */
  | {
      readonly type: "comment-on-line";
      readonly marker: string;
      readonly body: string;
      readonly headSha: string;
      readonly path: string;
      /** 1-based. */
      readonly line: number;
    }
  /** One more comment in a review thread; `inReplyTo` is the thread's first comment. A reply of the same words stands once. */
  | {
      readonly type: "reply-in-thread";
      readonly marker: string;
      readonly body: string;
      readonly inReplyTo: number;
      readonly path: string;
      readonly commit: string;
      /** 1-based. */
      readonly line: number;
    }
  /** Labels of the bot's own on the pull request; no others are named here. */
  | { readonly type: "label"; readonly add: string | null; readonly remove: readonly string[] }
  | {
      readonly type: "react";
      readonly commentId: number;
      readonly reaction: Reaction;
      /** A comment in a review thread, which GitHub counts apart from those on the pull request. */
      readonly inThread?: boolean;
    }
  | {
      readonly type: "check-run";
      readonly headSha: string;
      readonly name: string;
      readonly conclusion: "success" | "neutral" | "failure" | "action_required";
      readonly title: string;
      readonly summary: string;
      /** Further Markdown below the summary; each has at most 65,535 characters. */
      readonly text: string | null;
      readonly annotations: readonly Annotation[];
      readonly buttons: readonly CheckButton[];
      /** Its id where it is known; null: there is none, it was looked for. Absent: look for it. */
      readonly checkRunId?: number | null;
    }
  | OpenFollowUp
  | CommitFiles
  | ClosePullRequest
  /** After the spec was merged: what was stacked on its branch goes on against the base branch. */
  | {
      readonly type: "retarget-pull-request";
      readonly repository: Repository;
      readonly number: number;
      readonly base: string;
    };

/** Closes a follow-up with a word; one that holds somebody's commits gets another word and stays open. */
export interface ClosePullRequest {
  readonly type: "close-pull-request";
  readonly repository: Repository;
  readonly number: number;
  readonly marker: string;
  readonly farewell: string;
  readonly keep: string;
}

/** One more commit on a branch of the bot, if it still stands at `tip`; never forced, so nobody's commit is lost. */
export interface CommitFiles {
  readonly type: "commit-files";
  readonly repository: Repository;
  readonly branch: string;
  /** Commit the files were read from. */
  readonly tip: string;
  readonly message: string;
  readonly files: readonly FileChange[];
}

/** One commit on the bot's branch and a draft pull request for it. Never forced: a human's commit makes it hands-off. */
export interface OpenFollowUp {
  readonly type: "open-follow-up";
  readonly repository: Repository;
  readonly branch: string;
  /** Branch the pull request is opened against and starts from. */
  readonly base: string;
  /** Commit the files were made on: the commit is this tree with the files. Null: what stands on the branch, or its base. */
  readonly from: string | null;
  readonly title: string;
  readonly body: string;
  readonly commitMessage: string;
  readonly files: readonly FileChange[];
}
