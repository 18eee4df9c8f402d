import { join } from "node:path";
import type { AccessToken, Account, App, Installation } from "./account.ts";
import { GitStore } from "./git-store.ts";
import type { CheckRun, Comment, PullRequest, Push, Reaction, ReviewComment } from "./pull-request.ts";
import { type Access, fullNameOf, type Repository } from "./repository.ts";
import type { WebhookEvent } from "./webhook-event.ts";

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
  /** Oldest first. */
  readonly pushes: Push[] = [];
  readonly installations: Installation[] = [];
  readonly tokens = new Map<string, AccessToken>();
  app!: App;
  /** Base URL of the server, without a slash at its end. */
  url = "";
  emit: (event: WebhookEvent) => void = () => undefined;
  private readonly clock: () => Date;
  private lastId = 1000;
  private skipped = 0;
  /** Items of one tree answer; GitHub's own limit unless a test lowers it. */
  treeLimit = 100_000;

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
