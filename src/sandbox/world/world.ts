import { join } from "node:path";
import { GitStore } from "./git-store.ts";

export type Access = "none" | "read" | "triage" | "write" | "maintain" | "admin";
export type PermissionLevel = "read" | "write";
/** Permission name → level, as in an App's manifest. */
export type Permissions = Readonly<Record<string, PermissionLevel>>;

export interface Account {
  readonly id: number;
  login: string;
  readonly type: "User" | "Organization" | "Bot";
  readonly token: string;
}

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  name: string;
  isPrivate: boolean;
  archived: boolean;
  defaultBranch: string;
  readonly fork: Repository | null;
  readonly store: GitStore;
  readonly collaborators: Map<string, Access>;
  readonly labels: Map<string, Label>;
  readonly createdAt: string;
  nextNumber: number;
}

export interface Label {
  readonly id: number;
  readonly name: string;
  readonly color: string;
  readonly description: string | null;
}

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
  readonly createdAt: string;
  updatedAt: string;
  closedAt: string | null;
  mergedAt: string | null;
  mergedBy: Account | null;
  mergeCommitSha: string | null;
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

export interface App {
  readonly id: number;
  readonly slug: string;
  readonly name: string;
  readonly owner: Account;
  readonly bot: Account;
  readonly publicKey: string;
  permissions: Permissions;
  events: readonly string[];
}

export interface Installation {
  readonly id: number;
  readonly account: Account;
  /** Permissions the account's owner accepted. */
  permissions: Permissions;
  readonly repositories: Set<Repository>;
  suspendedAt: string | null;
  readonly createdAt: string;
}

export interface AccessToken {
  readonly token: string;
  readonly installation: Installation;
  readonly permissions: Permissions;
  /** Null: every repository of the installation. */
  readonly repositories: ReadonlySet<Repository> | null;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

/** A webhook to be sent to the App, with the body's own part; sender, installation and repository are added. */
export interface WebhookEvent {
  readonly name: string;
  readonly action: string | null;
  readonly repository: Repository | null;
  readonly installation?: Installation;
  readonly sender: Account;
  readonly payload: Record<string, unknown>;
}

/** Everything the sandbox knows besides git: accounts, repositories, pull requests, comments, checks, the App. */
export class World {
  readonly root: string;
  readonly accounts = new Map<string, Account>();
  readonly repositories: Repository[] = [];
  readonly pulls: PullRequest[] = [];
  readonly comments: Comment[] = [];
  readonly reviewComments: ReviewComment[] = [];
  readonly reactions: Reaction[] = [];
  readonly checks: CheckRun[] = [];
  readonly installations: Installation[] = [];
  readonly tokens = new Map<string, AccessToken>();
  app!: App;
  /** Base URL of the server, without a slash at its end. */
  url = "";
  emit: (event: WebhookEvent) => void = () => undefined;
  private readonly clock: () => Date;
  private lastId = 1000;
  private skipped = 0;

  constructor(root: string, clock: () => Date) {
    this.root = root;
    this.clock = clock;
  }

  id(): number {
    return ++this.lastId;
  }

  /** Time stamped on objects, ISO 8601 in whole seconds. */
  now(): string {
    return `${this.clock().toISOString().slice(0, 19)}Z`;
  }

  /** Time for tokens and limits, which clients compare with their own clock; milliseconds. */
  wallClock(): number {
    return Date.now() + this.skipped;
  }

  skipTime(milliseconds: number): void {
    this.skipped += milliseconds;
  }

  account(login: string): Account {
    const found = this.accounts.get(login.toLowerCase());
    if (!found) throw new Error(`The sandbox has no account ${login}: create it with createUser.`);
    return found;
  }

  repository(fullName: string): Repository {
    const found = this.findRepository(fullName);
    if (!found)
      throw new Error(`The sandbox has no repository ${fullName}: create it with createRepository.`);
    return found;
  }

  findRepository(fullName: string): Repository | undefined {
    const wanted = fullName.toLowerCase();
    return this.repositories.find((each) => fullNameOf(each).toLowerCase() === wanted);
  }

  pull(repository: Repository, number: number): PullRequest | undefined {
    return this.pulls.find((each) => each.repository === repository && each.number === number);
  }

  installationOf(repository: Repository): Installation | undefined {
    return this.installations.find((each) => each.repositories.has(repository));
  }

  access(repository: Repository, login: string): Access {
    if (repository.owner.login.toLowerCase() === login.toLowerCase()) return "admin";
    return repository.collaborators.get(login.toLowerCase()) ?? (repository.isPrivate ? "none" : "read");
  }

  storeFor(id: number): GitStore {
    return new GitStore(join(this.root, `${id}.git`));
  }
}

export function fullNameOf(repository: Repository): string {
  return `${repository.owner.login}/${repository.name}`;
}

const order: readonly Access[] = ["none", "read", "triage", "write", "maintain", "admin"];

export function atLeast(access: Access, wanted: Access): boolean {
  return order.indexOf(access) >= order.indexOf(wanted);
}
