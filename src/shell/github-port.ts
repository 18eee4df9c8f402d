import type { CheckFailure } from "../core/code/check-failure.ts";
import type { GitHubAction } from "../core/plan/action.ts";
import type { Person } from "../core/person.ts";
import type { SourceFile } from "../core/entries/entry.ts";
import type { RepositoryRef } from "../core/repository-ref.ts";
import type { SpecSource, TreeItem } from "./spec-source.ts";

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly state: "open" | "closed";
  readonly merged: boolean;
  /** Milliseconds since 1970; null: it is open. */
  readonly closedAt: number | null;
  /** The commit that brought it into its base, by GitHub's word; null: it is not merged. */
  readonly mergeCommit: string | null;
  readonly draft: boolean;
  readonly baseRef: string;
  readonly baseSha: string;
  readonly headRef: string;
  readonly headSha: string;
  /** Null when the fork was deleted. */
  readonly headRepository: { readonly owner: string; readonly name: string } | null;
  readonly author: Person;
  readonly body: string;
  /** Names. */
  readonly labels: readonly string[];
  /** The bot's own follow-up, told by its branch and who opened it. */
  readonly ours: boolean;
}

/** What a pull request changes, against where its branch left the base branch. */
export interface PullRequestChanges {
  readonly mergeBase: string;
  /** Where the base branch stands now, as a commit; once merged, the branch's name. */
  readonly baseTip: string;
  readonly files: readonly PullRequestFile[];
  /** False: there may be more files than GitHub lists. */
  readonly complete: boolean;
}

export interface PullRequestFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly status: "added" | "removed" | "modified" | "renamed" | "copied" | "changed" | "unchanged";
  /** Blob id at head. */
  readonly blob: string | null;
}

export interface IssueComment {
  readonly id: number;
  readonly body: string;
  readonly author: string;
  /** Written by this App. */
  readonly ours: boolean;
}

export type AccessLevel = "none" | "read" | "write" | "admin";

/** What happened when an action was applied. */
export type Applied =
  | { readonly result: "done" | "unchanged"; readonly url: string | null; readonly number: number | null }
  /** Someone else's commit stands on the bot's branch. */
  | { readonly result: "hands-off"; readonly url: string | null; readonly number: number | null };

/** An open follow-up pull request, found by the bot's branch. */
export interface FollowUp {
  readonly number: number;
  readonly url: string;
  readonly body: string;
  readonly headSha: string;
  readonly baseRef: string;
}

/** What stands on a branch of the bot. */
export interface FollowUpBranch {
  /** Null when none is open. */
  readonly pull: FollowUp | null;
  /** Commit of the branch; null when there is no such branch. */
  readonly tip: string | null;
  /** Someone else's commit stands on it: it is theirs now. */
  readonly handsOff: boolean;
}

/** A commit of a pull request. */
export interface BranchCommit {
  readonly sha: string;
  /** Null when GitHub knows no account. */
  readonly author: Person | null;
  /** Made by this App. */
  readonly ours: boolean;
  readonly message: string;
  readonly url: string;
}

/** What a pull request was at a moment; null: that cannot be known. */
export interface PastPull {
  readonly head: string | null;
  readonly base: string | null;
}

/** One repository on GitHub, seen by the App's installation token. */
export interface GitHubPort {
  pullRequest(repository: RepositoryRef, number: number): Promise<PullRequest | null>;
  /** At a moment of GitHub's clock, in milliseconds, by its history; for who keeps no events. */
  moment(repository: RepositoryRef, number: number, at: number): Promise<PastPull>;
  changes(repository: RepositoryRef, pull: PullRequest): Promise<PullRequestChanges>;
  /** A text file at a branch or commit, or null. */
  file(repository: RepositoryRef, path: string, ref: string): Promise<string | null>;
  comments(repository: RepositoryRef, number: number): Promise<readonly IssueComment[]>;
  /**
   * The API's answer for this person; `none` on 404, and for a login that is somebody else's by now. Errors are thrown:
   * the caller refuses.
   */
  permission(repository: RepositoryRef, person: Person): Promise<AccessLevel>;
  /** The commits of a pull request, oldest first. */
  commits(repository: RepositoryRef, number: number): Promise<readonly BranchCommit[]>;
  /** The parents of a commit, the branch's own first; none where there is no such commit. */
  parents(repository: RepositoryRef, commit: string): Promise<readonly string[]>;
  source(repository: RepositoryRef): SpecSource;
  /** Commit of a branch, or null when there is none. */
  branchTip(repository: RepositoryRef, branch: string): Promise<string | null>;
  /** The whole tree of a commit. Throws UserError when GitHub does not list all of it. */
  tree(repository: RepositoryRef, commit: string): Promise<readonly TreeItem[]>;
  /** What stands on a branch of the bot that was, or would be, opened against `base`. */
  followUp(repository: RepositoryRef, branch: string, base: string): Promise<FollowUpBranch>;
  /** Check runs of others that failed on a commit. */
  failedChecks(repository: RepositoryRef, commit: string): Promise<readonly CheckFailure[]>;
  /**
   * Text of all wanted files under 1 MB at a commit, by one request and one download, in byte order of their paths.
   * Throws UserError for a repository too large to be read.
   */
  archive(
    repository: RepositoryRef,
    commit: string,
    wanted: (path: string) => boolean,
  ): Promise<readonly SourceFile[]>;
  /** Pull requests that were ever opened from a branch, newest first, at most 100. */
  pullRequestsFrom(
    repository: RepositoryRef,
    branch: string,
  ): Promise<readonly { readonly number: number; readonly state: "open" | "closed" }[]>;
  /**
   * A repository by name, seen from another one; null unless both are in the same installation and of owners that are
   * served. The only way from a name in a text to a repository.
   */
  repository(
    from: RepositoryRef,
    owner: string,
    name: string,
  ): Promise<(RepositoryRef & { readonly defaultBranch: string; readonly isPrivate: boolean }) | null>;
  apply(repository: RepositoryRef, pullRequest: number, action: GitHubAction): Promise<Applied>;
}

/**
 * The commits this App made, by branch. A branch whose tip is none of them is somebody's: a commit's author is what its
 * maker wrote, and stays when it is amended.
 */
export interface WrittenCommits {
  has(repository: RepositoryRef, branch: string, commit: string): Promise<boolean>;
  /** Before the branch is moved to it, so that a crash in between loses nothing. */
  add(repository: RepositoryRef, branch: string, commit: string): Promise<void>;
}

/** One attempt of GitHub to deliver a webhook to this App. */
export interface HookDelivery {
  readonly id: number;
  /** `X-GitHub-Delivery`, the same for every attempt. */
  readonly guid: string;
  readonly at: Date;
  /** The App answered with a 2xx. */
  readonly delivered: boolean;
}

export interface OpenPullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly updatedAt: Date;
}

/** GitHub as the App itself sees it, over all its installations. */
export interface AppPort {
  /** Newest first. */
  deliveries(since: Date): Promise<readonly HookDelivery[]>;
  /** Asks for one more attempt. */
  redeliver(id: number): Promise<void>;
  /** Ids of the installations that are not suspended. */
  installations(): Promise<readonly number[]>;
  /** Everything an installation reaches and the App may be active in. */
  repositories(installationId: number): Promise<readonly RepositoryRef[]>;
  /** The 100 updated last, newest first. */
  openPullRequests(repository: RepositoryRef): Promise<readonly OpenPullRequest[]>;
}
