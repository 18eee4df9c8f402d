import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defaultEvents, defaultPermissions, defaultSecret, keys, steppingClock } from "./defaults.ts";
import { ApiServer } from "./http/api-server.ts";
import { type Fault, Faults } from "./http/fault.ts";
import { listen, type PageHandler } from "./http/listen.ts";
import type { LoggedRequest } from "./http/request-log.ts";
import { allRoutes } from "./routes/all-routes.ts";
import { mintToken, type TokenRequest } from "./operation/access-tokens.ts";
import { addComment, deleteComment, editComment } from "./operation/comments.ts";
import {
  closePullRequest,
  editPullRequest,
  mergePullRequest,
  openPullRequest,
  type PullRequestEdit,
  reopenPullRequest,
  setDraft,
} from "./operation/pull-requests.ts";
import { install, uninstall } from "./operation/installations.ts";
import {
  createAccount,
  createRepository,
  forkRepository,
  type NewRepository,
} from "./operation/repositories.ts";
import { refsMoved } from "./operation/pushes.ts";
import { checkRunView } from "./view/check-run.ts";
import { emailOf } from "./view/git-objects.ts";
import { Webhooks } from "./webhooks.ts";
import type { FileMap } from "./world/git-store.ts";
import {
  type Account,
  type CheckRun,
  type Comment,
  type Permissions,
  type PullRequest,
  type Repository,
  World,
} from "./world/world.ts";

/*
 * A small GitHub in this process: REST API at `apiUrl`, git over HTTP, signed webhooks, over real bare repositories.
 *
 *   const sandbox = await createSandbox();
 *   sandbox.createUser("alice");
 *   await sandbox.createRepository({ name: "acme/spec", files: { "spec.md": "…" }, collaborators: { alice: "write" } });
 *   // Start the App with sandbox.settings (its environment), then:
 *   sandbox.webhooks.target = "http://127.0.0.1:PORT/api/github/webhooks";
 *   await sandbox.commit({ repository: "acme/spec", branch: "change", from: "main", files: { "spec.md": "…" }, author: "alice" });
 *   const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "alice", title: "…" });
 *   sandbox.comment(pull, "alice", "/generate");
 *   await sandbox.webhooks.settled();        // every webhook so far was answered (the App's jobs may still run)
 *   sandbox.comments(pull)                   // [{ author, body, … }]
 *   sandbox.pullRequests("acme/spec")        // newest last
 *   await sandbox.readFile("acme/spec", "main", "spec.md")
 *   sandbox.cloneUrl("acme/spec", "alice")   // for the real git: clone, commit, push; a push opens or moves what it should
 *   sandbox.fault({ route: "POST /repos/{owner}/{repo}/pulls", when: "after", effect: { status: 502 } });
 *   sandbox.requests                         // every API request with its answer
 *   await sandbox.close();
 */

export interface SandboxOptions {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Time stamped on objects; default: from 2026-01-05T09:00:00Z on, a second later each time it is read. */
  readonly clock?: () => Date;
  readonly webhookSecret?: string;
  /** The App's name in addresses; default `twopath`. */
  readonly appSlug?: string;
  readonly permissions?: Permissions;
  readonly events?: readonly string[];
}

export interface NewCommit {
  readonly repository: string;
  readonly branch: string;
  /** Branch or commit a new branch starts from; default: the default branch. */
  readonly from?: string;
  readonly files: FileMap;
  readonly author: string;
  readonly message?: string;
}

export class Sandbox {
  readonly world: World;
  readonly webhooks: Webhooks;
  readonly webhookSecret: string;
  readonly requests: readonly LoggedRequest[];
  /** Serves what is neither API nor git. */
  page: PageHandler | null = null;
  private readonly faults: Faults;
  private readonly server: Server;

  private constructor(
    world: World,
    webhooks: Webhooks,
    secret: string,
    api: ApiServer,
    faults: Faults,
    server: Server,
  ) {
    this.world = world;
    this.webhooks = webhooks;
    this.webhookSecret = secret;
    this.requests = api.requests;
    this.faults = faults;
    this.server = server;
  }

  static async create(options: SandboxOptions = {}): Promise<Sandbox> {
    const root = await mkdtemp(join(tmpdir(), "twopath-sandbox-"));
    const world = new World(root, options.clock ?? steppingClock());
    const secret = options.webhookSecret ?? defaultSecret;
    const webhooks = new Webhooks(world, secret);
    world.emit = (event) => {
      webhooks.emit(event);
    };
    const faults = new Faults();
    const api = new ApiServer(world, allRoutes(webhooks), faults);
    const late: { sandbox?: Sandbox } = {};
    const server = await listen(world, api, options.port ?? 0, () => late.sandbox?.page ?? null);
    const sandbox = new Sandbox(world, webhooks, secret, api, faults, server);
    late.sandbox = sandbox;
    const slug = options.appSlug ?? "twopath";
    world.app = {
      id: 4242,
      slug,
      name: slug,
      owner: sandbox.createUser("twopath-maker"),
      bot: sandbox.createUser(`${slug}[bot]`, "Bot"),
      publicKey: keys.publicKey,
      permissions: options.permissions ?? defaultPermissions,
      events: options.events ?? defaultEvents,
    };
    return sandbox;
  }

  get url(): string {
    return this.world.url;
  }

  get apiUrl(): string {
    return `${this.world.url}/api/v3`;
  }

  /** The environment an App needs to work with this sandbox. */
  get settings(): Readonly<Record<string, string>> {
    return {
      APP_ID: String(this.world.app.id),
      PRIVATE_KEY: keys.privateKey,
      WEBHOOK_SECRET: this.webhookSecret,
      GHE_HOST: new URL(this.url).host,
      GHE_PROTOCOL: "http",
    };
  }

  createUser(login: string, type: Account["type"] = "User"): Account {
    return createAccount(this.world, login, type);
  }

  createRepository(request: NewRepository): Promise<Repository> {
    return createRepository(this.world, request);
  }

  /** Copies a repository, with its branches, to another owner; the App is not installed there. */
  fork(name: string, owner: string): Promise<Repository> {
    return forkRepository(this.world, this.world.repository(name), this.world.account(owner));
  }

  /** Installs the App for the repository's owner and lets it see the repository; sends the event. */
  install(repository: Repository): void {
    install(this.world, repository);
  }

  /** Removes the App from an owner; its tokens die. */
  uninstall(owner: string): void {
    uninstall(this.world, this.world.account(owner));
  }

  /** Commits to a branch as if pushed, with everything that follows from it. Answers the commit's id. */
  async commit(request: NewCommit): Promise<string> {
    const repository = this.world.repository(request.repository);
    const author = this.world.account(request.author);
    const before = await repository.store.refs();
    const from =
      before.get(`refs/heads/${request.branch}`) ??
      (await repository.store.resolve(request.from ?? repository.defaultBranch));
    const who = { name: author.login, email: emailOf(author), date: this.world.now() };
    const message = `${request.message ?? "Change files"}\n`;
    const sha = await repository.store.commitFiles(request.branch, request.files, message, who, from);
    await refsMoved(this.world, repository, before, author);
    return sha;
  }

  async deleteBranch(name: string, branch: string, author: string): Promise<void> {
    const repository = this.world.repository(name);
    const before = await repository.store.refs();
    await repository.store.deleteRef(`refs/heads/${branch}`);
    await refsMoved(this.world, repository, before, this.world.account(author));
  }

  /** `head` is a branch, or `owner:branch` of a fork. */
  async openPullRequest(request: {
    readonly repository: string;
    readonly head: string;
    readonly base?: string;
    readonly title?: string;
    readonly body?: string;
    readonly draft?: boolean;
    readonly author: string;
  }): Promise<PullRequest> {
    const repository = this.world.repository(request.repository);
    return openPullRequest(this.world, {
      repository,
      head: request.head,
      base: request.base ?? repository.defaultBranch,
      title: request.title ?? request.head,
      body: request.body ?? null,
      draft: request.draft ?? false,
      author: this.world.account(request.author),
    });
  }

  async edit(pull: PullRequest, login: string, edit: PullRequestEdit): Promise<void> {
    await editPullRequest(this.world, pull, edit, this.world.account(login));
  }

  async closePullRequest(pull: PullRequest, login: string): Promise<void> {
    await closePullRequest(this.world, pull, this.world.account(login));
  }

  async reopen(pull: PullRequest, login: string): Promise<void> {
    await reopenPullRequest(this.world, pull, this.world.account(login));
  }

  async setDraft(pull: PullRequest, login: string, draft: boolean): Promise<void> {
    await setDraft(this.world, pull, draft, this.world.account(login));
  }

  async merge(pull: PullRequest, login: string): Promise<string> {
    return mergePullRequest(this.world, pull, this.world.account(login));
  }

  comment(pull: PullRequest, login: string, body: string): Comment {
    return addComment(this.world, pull, this.world.account(login), body);
  }

  editComment(comment: Comment, login: string, body: string): void {
    editComment(this.world, comment, this.world.account(login), body);
  }

  deleteComment(comment: Comment, login: string): void {
    deleteComment(this.world, comment, this.world.account(login));
  }

  /** A person presses a button of a check run. */
  pressButton(check: CheckRun, identifier: string, login: string): void {
    this.world.emit({
      name: "check_run",
      action: "requested_action",
      repository: check.repository,
      sender: this.world.account(login),
      payload: { check_run: checkRunView(this.world, check), requested_action: { identifier } },
    });
  }

  comments(pull: PullRequest): readonly Comment[] {
    return this.world.comments.filter(
      (each) => each.repository === pull.repository && each.number === pull.number,
    );
  }

  pullRequests(name: string): readonly PullRequest[] {
    const repository = this.world.repository(name);
    return this.world.pulls.filter((each) => each.repository === repository);
  }

  checks(name: string): readonly CheckRun[] {
    const repository = this.world.repository(name);
    return this.world.checks.filter((each) => each.repository === repository);
  }

  reactions(comment: Comment): readonly string[] {
    return this.world.reactions.filter((each) => each.commentId === comment.id).map((each) => each.content);
  }

  /** Text of a file at a branch or commit, or null. */
  async readFile(name: string, revision: string, path: string): Promise<string | null> {
    const { store } = this.world.repository(name);
    const commit = await store.resolve(revision);
    return commit ? ((await store.readPath(commit, path))?.toString("utf8") ?? null) : null;
  }

  /** Address for the real git, with the user's token in it. */
  cloneUrl(name: string, login: string): string {
    const { host } = new URL(this.url);
    return `http://${login}:${this.world.account(login).token}@${host}/${name}.git`;
  }

  /** An installation token, as a workflow's `GITHUB_TOKEN` or for a test's own requests. */
  token(owner: string, limits: TokenRequest = {}): string {
    const installation = this.world.installations.find((each) => each.account === this.world.account(owner));
    if (!installation) throw new Error(`The App is not installed for ${owner}.`);
    return mintToken(this.world, installation, limits).token;
  }

  /** Scripts a fault; several may be set. */
  fault(fault: Fault): void {
    this.faults.add(fault);
  }

  clearFaults(): void {
    this.faults.clear();
  }

  async close(): Promise<void> {
    await this.webhooks.close();
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    await rm(this.world.root, { recursive: true, force: true });
  }
}

/** Starts a sandbox; see the top of this file for its use. */
export function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  return Sandbox.create(options);
}
