import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Replacements, Server } from "../../src/compose.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { Permissions } from "../../src/sandbox/world/permission.ts";
import type { Comment, PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { readSettings } from "../../src/settings.ts";
import { requestProblems, webhookProblems } from "./github-schema.ts";
import { createWatchedSandbox } from "./watched-sandbox.ts";
import { startWatchedServer } from "./watched-server.ts";

/** The spec at base, and as the branch `change` has it: one entry for the direct path, one that needs a design. */
export const specBefore = [
  "# Connection",
  "",
  "- `(CN1)` The client connects over TLS 1.2 or later.",
  "  - `(CN1a)` The default port is 443.",
  "",
].join("\n");
export const specAfter = specBefore
  .replace("443", "8443")
  .concat(
    "- `(CN2)` Several components share one connection; they coordinate, each waits for the others to finish, and this keeps",
    "  latency low on constrained platforms.\n",
  );

/** A sandbox with the repository `acme/spec`, and the App serving it. */
export interface Acme {
  readonly sandbox: Sandbox;
  readonly server: Server;
  /** Resolves when every event was delivered and every job is done. */
  readonly settled: () => Promise<void>;
  /** Commits to `branch`, `change` when not told. */
  readonly change: (files: Readonly<Record<string, string>>, branch?: string) => Promise<void>;
  /** `change` with `specAfter`, as a pull request of `author`; settled. */
  readonly openSpecPullRequest: () => Promise<PullRequest>;
  /** The App's comments on a pull request. */
  readonly ours: (pull: PullRequest) => readonly Comment[];
  /** Stops everything, and checks every request and webhook against GitHub's API description. */
  readonly close: () => Promise<void>;
}

/**
 * The App may do what it asks for by default. People: `author` and `maintainer` may write, `stranger` may read. `variables`
 * are more of the server's environment.
 */
export async function acme(
  files: Readonly<Record<string, string>> = { "spec.md": specBefore, "src/index.ts": "export {};\n" },
  replace: Replacements = {},
  permissions?: Readonly<Record<string, string>>,
  variables: Readonly<Record<string, string>> = {},
): Promise<Acme> {
  const folder = mkdtempSync(join(tmpdir(), "e2e-"));
  const sandbox = await createWatchedSandbox(
    permissions === undefined ? {} : { permissions: permissions as Permissions },
  );
  for (const login of ["author", "maintainer", "stranger"]) sandbox.createUser(login);
  await sandbox.createRepository({
    name: "acme/spec",
    files,
    collaborators: { author: "write", maintainer: "write", stranger: "read" },
  });
  const settings = readSettings({
    ...sandbox.settings,
    HOST: "127.0.0.1",
    PORT: "0",
    TWOPATH_DATA_DIR: folder,
    ...variables,
  });
  const server = await startWatchedServer(settings, replace);
  sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 3; round += 1) {
      await sandbox.webhooks.settled();
      await server.tools.queue.idle();
    }
  };
  const change = async (changed: Readonly<Record<string, string>>, branch = "change"): Promise<void> => {
    await sandbox.commit({ repository: "acme/spec", branch, files: changed, author: "author" });
  };
  return {
    sandbox,
    server,
    settled,
    change,
    openSpecPullRequest: async () => {
      await change({ "spec.md": specAfter });
      const pull = await sandbox.openPullRequest({
        repository: "acme/spec",
        head: "change",
        author: "author",
      });
      await settled();
      return pull;
    },
    ours: (pull) => sandbox.comments(pull).filter(({ author }) => author.login === "twopath[bot]"),
    close: async () => {
      await server.stop(5_000);
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
      const problems = [
        ...requestProblems(sandbox.requests),
        ...webhookProblems(sandbox.webhooks.deliveries),
      ];
      expect(problems).toEqual([]);
    },
  };
}
