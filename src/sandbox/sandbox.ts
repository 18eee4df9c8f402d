import { createPublicKey } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import type { Server } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  defaultEvents,
  defaultPermissions,
  defaultSecret,
  newPrivateKey,
  steppingClock,
} from "./defaults.ts";
import { ApiServer } from "./http/api-server.ts";
import { type Fault, Faults } from "./http/fault.ts";
import { listen, type PageHandler } from "./http/listen.ts";
import type { LoggedRequest } from "./http/request-log.ts";
import { mintToken, type TokenRequest } from "./operation/access-tokens.ts";
import { allRoutes } from "./routes/all-routes.ts";
import { SandboxActions } from "./sandbox-actions.ts";
import { Webhooks } from "./webhooks.ts";
import type { Permissions } from "./world/permission.ts";
import { World } from "./world/world.ts";

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
  /** The App's, as PEM; default: one made for this sandbox, which takes a while. */
  readonly privateKey?: string;
  /** The App's name in addresses; default `twopath`. */
  readonly appSlug?: string;
  readonly permissions?: Permissions;
  readonly events?: readonly string[];
}

/** A running sandbox; see the top of this file. */
export class Sandbox extends SandboxActions {
  readonly webhooks: Webhooks;
  readonly webhookSecret: string;
  readonly privateKey: string;
  readonly requests: readonly LoggedRequest[];
  /** Serves what is neither API nor git. */
  page: PageHandler | null = null;
  private readonly faults: Faults;
  private readonly server: Server;

  private constructor(
    world: World,
    webhooks: Webhooks,
    { secret, privateKey }: { readonly secret: string; readonly privateKey: string },
    api: ApiServer,
    faults: Faults,
    server: Server,
  ) {
    super(world);
    this.webhooks = webhooks;
    this.webhookSecret = secret;
    this.privateKey = privateKey;
    this.requests = api.requests;
    this.faults = faults;
    this.server = server;
  }

  static async create(options: SandboxOptions = {}): Promise<Sandbox> {
    const root = await mkdtemp(join(tmpdir(), "twopath-sandbox-"));
    const world = new World(root, options.clock ?? steppingClock());
    const secret = options.webhookSecret ?? defaultSecret;
    const privateKey = options.privateKey ?? newPrivateKey();
    const webhooks = new Webhooks(world, secret);
    world.emit = (event) => {
      webhooks.emit(event);
    };
    const faults = new Faults();
    const api = new ApiServer(world, allRoutes(webhooks), faults);
    const late: { sandbox?: Sandbox } = {};
    const server = await listen(world, api, options.port ?? 0, () => late.sandbox?.page ?? null);
    const sandbox = new Sandbox(world, webhooks, { secret, privateKey }, api, faults, server);
    late.sandbox = sandbox;
    const slug = options.appSlug ?? "twopath";
    world.app = {
      id: 4242,
      slug,
      name: slug,
      owner: sandbox.createUser("twopath-maker"),
      bot: sandbox.createUser(`${slug}[bot]`, "Bot"),
      publicKey: createPublicKey(privateKey).export({ type: "spki", format: "pem" }).toString(),
      permissions: options.permissions ?? defaultPermissions,
      events: options.events ?? defaultEvents,
    };
    return sandbox;
  }

  /** The environment an App needs to work with this sandbox. */
  get settings(): Readonly<Record<string, string>> {
    return {
      APP_ID: String(this.world.app.id),
      PRIVATE_KEY: this.privateKey,
      WEBHOOK_SECRET: this.webhookSecret,
      GHE_HOST: new URL(this.url).host,
      GHE_PROTOCOL: "http",
    };
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
