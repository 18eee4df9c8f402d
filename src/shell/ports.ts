import type { CheckFailure } from "../core/generation/check-failure.ts";
import type { ModelReply, ModelRequest } from "../core/model-request.ts";
import type { Action } from "../core/plan/action.ts";
import type { SourceFile } from "../core/spec/entry.ts";

export type * from "./job-queue.ts";
export type * from "./job-request.ts";

/** The current time. The only clock in the program. */
export interface Clock {
  now(): Date;
}

export interface RepositoryRef {
  readonly installationId: number;
  readonly id: number;
  readonly owner: string;
  readonly name: string;
}

/** A file of a tree. `blob` is git's object id. */
export interface TreeFile {
  readonly path: string;
  readonly blob: string;
  /** Bytes. */
  readonly size: number;
}

/** Anything a tree holds, links and submodules included. `blob` is git's object id, `size` bytes. */
export interface TreeItem extends TreeFile {
  readonly kind: "file" | "symlink" | "submodule";
}

/** Reads files of one repository at a revision: a local clone, or GitHub. */
export interface SpecSource {
  /** Commit id of a revision. Throws UserError when there is none. */
  resolve(revision: string): Promise<string>;
  list(commit: string): Promise<readonly TreeFile[]>;
  /** Bytes of blobs, in the order asked. */
  read(blobs: readonly string[]): Promise<readonly Uint8Array[]>;
}

export interface PullRequest {
  readonly number: number;
  readonly title: string;
  readonly state: "open" | "closed";
  readonly merged: boolean;
  readonly draft: boolean;
  readonly baseRef: string;
  readonly baseSha: string;
  readonly headRef: string;
  readonly headSha: string;
  /** Null when the fork was deleted. */
  readonly headRepository: { readonly owner: string; readonly name: string } | null;
  readonly author: string;
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
  /** The author's account; null when GitHub knows none. */
  readonly login: string | null;
  /** Made by this App. */
  readonly ours: boolean;
  readonly message: string;
  readonly url: string;
}

/** One repository on GitHub, seen by the App's installation token. */
export interface GitHubPort {
  pullRequest(repository: RepositoryRef, number: number): Promise<PullRequest | null>;
  changes(repository: RepositoryRef, pull: PullRequest): Promise<PullRequestChanges>;
  /** A text file at a branch or commit, or null. */
  file(repository: RepositoryRef, path: string, ref: string): Promise<string | null>;
  comments(repository: RepositoryRef, number: number): Promise<readonly IssueComment[]>;
  /** The API's answer for this user; `none` on 404. Errors are thrown: the caller refuses. */
  permission(repository: RepositoryRef, user: string): Promise<AccessLevel>;
  /** The commits of a pull request, oldest first. */
  commits(repository: RepositoryRef, number: number): Promise<readonly BranchCommit[]>;
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
  /** A repository this App is installed on, by name, or null. */
  repository(
    owner: string,
    name: string,
  ): Promise<(RepositoryRef & { readonly defaultBranch: string; readonly isPrivate: boolean }) | null>;
  apply(repository: RepositoryRef, pullRequest: number, action: Action): Promise<Applied>;
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
  /** Everything the App is installed on and may be active in. */
  repositories(): Promise<readonly RepositoryRef[]>;
  /** The 100 updated last, newest first. */
  openPullRequests(repository: RepositoryRef): Promise<readonly OpenPullRequest[]>;
}

export interface ModelPort {
  /** Throws AbortError on cancel, UserError when the key, the budget or the model is at fault. */
  complete(
    request: ModelRequest,
    options: { readonly signal: AbortSignal; readonly slot: string },
  ): Promise<ModelReply>;
  /** US dollars that this request can cost at most, estimated too high rather than too low. */
  worstUsd(request: ModelRequest): number;
}

/** Small durable state beside the jobs, in the same store. Values are JSON. */
export interface KeyValueStore {
  /** Undefined for an unknown key; setting undefined deletes. */
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
  /**
   * Sets what `change` makes of the value, which is undefined when there is none, and gives it back. Atomic: no two changes
   * of a key mix, of whatever process. `change` does nothing else; it may be called again.
   */
  update<T>(key: string, change: (value: unknown) => T): Promise<T>;
}

/** Whose spending a model call counts as. */
export interface SpendAccount {
  /** Names the pull request, unique in the store. */
  readonly pullRequest: string;
  /** US dollars for this pull request in all. */
  readonly mostUsd: number;
}

/** US dollars spent on models, under a limit per pull request and one per calendar month (UTC). */
export interface SpendLedger {
  /**
   * Sets aside what a call may cost. Atomic: calls at the same time, of whatever process, never pass a limit together.
   * Says which limit it would pass instead. What is never settled, as after a crash, stays counted.
   */
  reserve(account: SpendAccount, usd: number): Promise<Reservation | "pull-request" | "month">;
}

export interface Reservation {
  /** Replaces what was set aside by what the call did cost. */
  settle(usd: number): Promise<void>;
}
