import type { Account } from "./account.ts";
import type { Repository } from "./repository.ts";

export interface PullRequest {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  title: string;
  body: string | null;
  state: "open" | "closed";
  draft: boolean;
  locked: boolean;
  readonly author: Account;
  /** Null when the fork was deleted. */
  headRepository: Repository | null;
  readonly headLabel: string;
  headRef: string;
  headSha: string;
  baseRef: string;
  baseSha: string;
  labels: string[];
  /** Oldest first. */
  readonly baseChanges: { readonly from: string; readonly to: string; readonly at: string }[];
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
  mergedBy: Account | null;
  mergeCommitSha: string | null;
}

/** A branch that moved; the commits of none are null. */
export interface Push {
  readonly id: number;
  readonly repository: Repository;
  readonly ref: string;
  readonly before: string | null;
  readonly after: string | null;
  readonly forced: boolean;
  readonly pusher: Account;
  readonly at: string;
}

export interface Comment {
  readonly id: number;
  readonly repository: Repository;
  readonly number: number;
  readonly author: Account;
  /** App that wrote it, or null. */
  readonly viaApp: boolean;
  body: string;
  readonly createdAt: string;
  updatedAt: string;
}

export interface ReviewComment extends Comment {
  readonly path: string;
  readonly line: number;
  readonly side: "LEFT" | "RIGHT";
  readonly commitId: string;
  readonly inReplyTo: number | null;
}

export interface Reaction {
  readonly id: number;
  readonly commentId: number;
  readonly content: string;
  readonly user: Account;
  readonly createdAt: string;
}

export interface CheckRun {
  readonly id: number;
  readonly repository: Repository;
  readonly headSha: string;
  name: string;
  externalId: string;
  detailsUrl: string | null;
  status: "queued" | "in_progress" | "completed";
  conclusion: string | null;
  startedAt: string | null;
  completedAt: string | null;
  output: { title: string | null; summary: string | null; text: string | null };
  annotations: Record<string, unknown>[];
  actions: { label: string; description: string; identifier: string }[];
}
