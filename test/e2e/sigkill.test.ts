import { rmSync } from "node:fs";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { type ChildServer, startChild } from "../support/child-server.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { temporaryFolder } from "../support/test-settings.ts";
import { createWatchedSandbox } from "../support/watched-sandbox.ts";

const postgres = await startPostgres();
afterAll(() => {
  postgres?.stop();
});

let sandbox: Sandbox;
let server: ChildServer | null = null;
let folder: string;

beforeEach(async () => {
  folder = temporaryFolder();
  sandbox = await createWatchedSandbox();
  sandbox.createUser("author");
  const files = { "spec.md": "# Connection\n\n- `(CN1)` The default port is 443.\n" };
  await sandbox.createRepository({ name: "acme/spec", files, collaborators: { author: "write" } });
});

afterEach(async () => {
  await server?.kill();
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
});

async function start(store: Readonly<Record<string, string>>): Promise<void> {
  server = await startChild({ ...sandbox.settings, ...store }, { leaseMs: 1000, pollMs: 50 });
  sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
}

async function openSpecPullRequest() {
  const files = { "spec.md": "# Connection\n\n- `(CN1)` The default port is 8443.\n" };
  await sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
  return sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
}

/** Kills the server when it makes its first request to GitHub, before that has any effect, and once it has answered GitHub. */
function killAtFirstRequest(): Promise<void> {
  return new Promise((resolve) => {
    const run = async () => {
      await sandbox.webhooks.settled();
      await server?.kill();
      resolve();
    };
    sandbox.fault({ effect: { run } });
  });
}

async function checkRuns(count: number): Promise<void> {
  while (sandbox.checks("acme/spec").length < count) await new Promise((resolve) => setTimeout(resolve, 10));
}

async function survives(store: Readonly<Record<string, string>>): Promise<void> {
  await start(store);
  const killed = killAtFirstRequest();
  const pull = await openSpecPullRequest();
  await sandbox.webhooks.settled();
  const [delivery] = sandbox.webhooks.deliveries.filter(({ event }) => event === "pull_request");
  expect(delivery?.status).toBe(202);
  await killed;
  expect(sandbox.comments(pull)).toEqual([]);
  await start(store);
  await checkRuns(1);
  // GitHub sends the same delivery again: the work is done already.
  await sandbox.webhooks.redeliver(delivery?.id ?? 0);
  await server?.kill("SIGTERM");
  expect(sandbox.comments(pull)).toHaveLength(1);
  expect(sandbox.checks("acme/spec")).toHaveLength(1);
  expect(sandbox.webhooks.deliveries.at(-1)?.status).toBe(202);
}

test("R5, R6: a server killed after its 202 does the work once after the restart, embedded store", async () => {
  await survives({ TWOPATH_DATA_DIR: folder });
}, 60_000);

(postgres === null ? test.skip : test)(
  "R5, R6: a server killed after its 202 does the work once after the restart, PostgreSQL",
  async () => {
    await survives({ DATABASE_URL: postgres?.database() ?? "" });
  },
  120_000,
);
