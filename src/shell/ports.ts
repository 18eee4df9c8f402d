import type { CommandRequest } from "../core/command/command.ts";
import type { ModelReply, ModelRequest } from "../core/model-request.ts";
import type { Action } from "../core/plan/action.ts";

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
}

/** What a pull request changes, against where its branch left the base branch. */
export interface PullRequestChanges {
  readonly mergeBase: string;
  /** Where the base branch stands now, as a commit; once merged, the branch's name. */
  readonly baseTip: string;
  readonly files: readonly PullRequestFile[];
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

/** One repository on GitHub, seen by the App's installation token. */
export interface GitHubPort {
  pullRequest(repository: RepositoryRef, number: number): Promise<PullRequest | null>;
  changes(repository: RepositoryRef, pull: PullRequest): Promise<PullRequestChanges>;
  /** A text file at a branch or commit, or null. */
  file(repository: RepositoryRef, path: string, ref: string): Promise<string | null>;
  comments(repository: RepositoryRef, number: number): Promise<readonly IssueComment[]>;
  /** The API's answer for this user; `none` on 404. Errors are thrown: the caller refuses. */
  permission(repository: RepositoryRef, user: string): Promise<AccessLevel>;
  source(repository: RepositoryRef): SpecSource;
  /** Commit of a branch, or null when there is none. */
  branchTip(repository: RepositoryRef, branch: string): Promise<string | null>;
  /** The whole tree of a commit. Throws UserError when GitHub does not list all of it. */
  tree(repository: RepositoryRef, commit: string): Promise<readonly TreeItem[]>;
  /** What stands on a branch of the bot that was, or would be, opened against `base`. */
  followUp(repository: RepositoryRef, branch: string, base: string): Promise<FollowUpBranch>;
  /** A repository this App is installed on, by name, or null. */
  repository(
    owner: string,
    name: string,
  ): Promise<(RepositoryRef & { readonly defaultBranch: string; readonly isPrivate: boolean }) | null>;
  apply(repository: RepositoryRef, pullRequest: number, action: Action): Promise<Applied>;
}

export interface ModelPort {
  /** Throws AbortError on cancel, UserError when the key, the budget or the model is at fault. */
  complete(
    request: ModelRequest,
    options: { readonly signal: AbortSignal; readonly slot: string },
  ): Promise<ModelReply>;
}

/** Work to be done, as stored. */
export type JobRequest =
  | {
      readonly kind: "review";
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      readonly headSha: string;
      readonly deliveryId: string;
    }
  | {
      readonly kind: "command";
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      /** Null: a button of the check run was pressed. */
      readonly commentId: number | null;
      readonly body: string;
      readonly author: string;
      readonly deliveryId: string;
    }
  /** What a `/generate` asked for; `pullRequest` is where the comment stands. Its units end one by one. */
  | {
      readonly kind: "generate";
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      /** Null: a button of the check run was pressed. */
      readonly commentId: number | null;
      readonly author: string;
      readonly request: Extract<CommandRequest, { name: "generate" }>;
      readonly deliveryId: string;
    }
  /** A pull request was closed, merged or not: the bot's own follow-up, or a spec pull request that has some. */
  | {
      readonly kind: "closed";
      readonly repository: RepositoryRef;
      readonly pullRequest: number;
      readonly merged: boolean;
      readonly deliveryId: string;
    }
  /** The target's own CI ended on a branch of the bot. */
  | {
      readonly kind: "checks-ended";
      readonly repository: RepositoryRef;
      readonly branch: string;
      readonly headSha: string;
      readonly conclusion: string;
      readonly deliveryId: string;
    }
  /** The App was given a repository: the moment for an onboarding pull request. */
  | { readonly kind: "installed"; readonly repository: RepositoryRef; readonly deliveryId: string }
  /** A job went to the dead list without having been able to say so itself, as its process died each time. */
  | {
      readonly kind: "gave-up";
      readonly of: JobRequest;
      readonly jobId: string;
      readonly deliveryId: string;
    };

export interface JobContext {
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** True when a failure now moves the job to the dead list: the last chance to tell the user. */
  readonly lastAttempt: boolean;
  /** Aborted on cancel, supersession, lost lease and shutdown. */
  readonly signal: AbortSignal;
  progress(state: unknown): Promise<void>;
  /** Runs `effect` once for this job and remembers its result; a crash in between repeats it, so it looks for its own traces first. */
  once<T>(key: string, effect: () => Promise<T>): Promise<T>;
}

export interface EnqueueOptions {
  /** One job ever per key (a delivery id). */
  readonly dedupeKey: string;
  /** One job at a time per group (a pull request). */
  readonly group: string;
  /** Latest wins: waiting and running jobs of the same group and kind are cancelled. */
  readonly supersede: boolean;
}

/** `parked` waits for a known time (a limit); `failed` is the dead list. */
export type JobState = "waiting" | "parked" | "running" | "done" | "failed" | "cancelled";

/** A job as it stands in the store. Times are milliseconds since 1970 by the store's clock. */
export interface JobRecord {
  readonly id: string;
  readonly job: JobRequest;
  readonly group: string;
  readonly state: JobState;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly createdAt: number;
  /** Earliest start of the next attempt. */
  readonly runAt: number;
  readonly finishedAt: number | null;
  /** Why the last attempt did not end well, redacted; null when nothing went wrong. */
  readonly error: string | null;
  readonly progress: unknown;
}

export interface JobFilter {
  readonly group?: string;
  readonly states?: readonly JobState[];
  /** Newest first; 100 when absent. */
  readonly limit?: number;
}

/** What people may do with stored jobs: `/status`, `/cancel`, `/retry` and `twopath jobs`. */
export interface JobDesk {
  jobs(filter: JobFilter): Promise<readonly JobRecord[]>;
  job(id: string): Promise<JobRecord | null>;
  /** False when it had already ended. A running job is aborted within a second. */
  cancel(id: string): Promise<boolean>;
  /** Puts a failed or cancelled job back, with fresh attempts. False for any other state. */
  retry(id: string): Promise<boolean>;
  counts(): Promise<Readonly<Record<JobState, number>>>;
}

export interface JobQueue extends JobDesk {
  /** Resolves after the commit; false when the key is known. */
  enqueue(job: JobRequest, options: EnqueueOptions): Promise<boolean>;
  start(run: (job: JobRequest, context: JobContext) => Promise<void>): void;
  /** Stops intake, waits, hands back the rest. */
  stop(graceMs: number): Promise<void>;
  /** Resolves when nothing waits or runs; parked jobs do not count. For tests and the demo. */
  idle(): Promise<void>;
}

/** Small durable state beside the jobs, in the same store. Values are JSON. */
export interface KeyValueStore {
  get(key: string): Promise<unknown>;
  set(key: string, value: unknown): Promise<void>;
}
