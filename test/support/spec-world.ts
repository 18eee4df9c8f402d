import { rmSync } from "node:fs";
import type { Replacements, Server } from "../../src/compose.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { readSettings } from "../../src/settings.ts";
import { temporaryFolder } from "./test-settings.ts";
import { createWatchedSandbox } from "./watched-sandbox.ts";
import { startWatchedServer } from "./watched-server.ts";

/** A rule that is a design's, and one that is code's. */
const specBefore = "# Connection\n\n- `(CN1)` The default port is 443.\n";
export const specAfter =
  "# Connection\n\n- `(CN1)` The default port is 8443.\n" +
  "- `(CN2)` Several components share one connection; they coordinate, each waits for the others to finish, and this keeps\n" +
  "  latency low on constrained platforms.\n";

/** A sandbox with a spec repository, and the server of this process before it. */
export interface SpecWorld {
  readonly sandbox: Sandbox;
  readonly server: Server;
  /** Commits the changed spec and opens its pull request. */
  openPullRequest(): Promise<PullRequest>;
  /** Webhooks answered, jobs ended; parked ones do not count. */
  settled(): Promise<void>;
  /** Bodies of the bot's comments. */
  said(pull: PullRequest): readonly string[];
  close(): Promise<void>;
}

/** People: `author` and `maintainer` with write access, `stranger` with read. */
export async function createSpecWorld(
  replace: Replacements = {},
  environment: Readonly<Record<string, string>> = {},
): Promise<SpecWorld> {
  const folder = temporaryFolder();
  const sandbox = await createWatchedSandbox({ clock: () => new Date() });
  await populate(sandbox);
  const base = { HOST: "127.0.0.1", PORT: "0", TWOPATH_DATA_DIR: folder };
  const settings = readSettings({ ...sandbox.settings, ...base, ...environment });
  const server = await startWatchedServer(settings, replace);
  sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
  return {
    sandbox,
    server,
    openPullRequest: () => openSpecPullRequest(sandbox),
    settled: async () => {
      for (let round = 0; round < 2; round++) {
        await sandbox.webhooks.settled();
        await server.tools.queue.idle();
      }
    },
    said: (pull) => botComments(sandbox, pull),
    close: async () => {
      await server.stop(0);
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export async function populate(sandbox: Sandbox): Promise<void> {
  for (const login of ["author", "maintainer", "stranger"]) sandbox.createUser(login);
  await sandbox.createRepository({
    name: "acme/spec",
    files: { "spec.md": specBefore, "src/index.ts": "export {};\n" },
    collaborators: { author: "write", maintainer: "write", stranger: "read" },
  });
}

export async function openSpecPullRequest(sandbox: Sandbox): Promise<PullRequest> {
  await sandbox.commit({
    repository: "acme/spec",
    branch: "change",
    files: { "spec.md": specAfter },
    author: "author",
  });
  return sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
}

export function botComments(sandbox: Sandbox, pull: PullRequest): readonly string[] {
  return sandbox
    .comments(pull)
    .filter(({ author }) => author.login === "twopath[bot]")
    .map(({ body }) => body);
}
