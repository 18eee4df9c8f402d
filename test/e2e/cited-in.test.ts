import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Server } from "../../src/compose.ts";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { readSettings } from "../../src/settings.ts";
import { requestProblems } from "../support/github-schema.ts";
import { createWatchedSandbox } from "../support/watched-sandbox.ts";
import { startWatchedServer } from "../support/watched-server.ts";

const spec = "# Lock\n\n- `(PK1)` The lock opens within 2 s.\n- `(PK2)` The code has 4 digits.\n";
const config = [
  "targets:",
  "  - { name: app, path: app }",
  "  - { name: sdk, repository: acme/sdk }",
  "  - { name: gone, repository: acme/gone }",
  "",
].join("\n");

let sandbox: Sandbox;
let server: Server;
let folder: string;
let now: number;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "cited-"));
  now = Date.parse("2030-01-01T00:00:00Z");
  sandbox = await createWatchedSandbox();
  sandbox.createUser("author");
  await sandbox.createRepository({
    name: "acme/spec",
    files: {
      "spec.md": spec,
      ".github/twopath.yml": config,
      "app/src/lock.ts": "open(); // PK1\n",
      "other/src/lock.ts": "open(); // PK1\n",
    },
    collaborators: { author: "write" },
  });
  await sandbox.createRepository({
    name: "acme/sdk",
    files: {
      ".github/twopath.yml": "specs: [acme/spec]\n",
      "src/lock.go": "// PK1\n",
      "src/lock_test.go": "func TestPK1_Opens() {}\n// PK2\n",
    },
    collaborators: { author: "write" },
  });
  const environment = { HOST: "127.0.0.1", PORT: "0", TWOPATH_DATA_DIR: folder, LOG_LEVEL: "fatal" };
  server = await startWatchedServer(readSettings({ ...sandbox.settings, ...environment }), {
    clock: { now: () => new Date(now) },
  });
  sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
});

afterEach(async () => {
  await server.stop(5_000);
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
  expect(requestProblems(sandbox.requests)).toEqual([]);
});

async function push(text: string): Promise<string[]> {
  const before = sandbox.requests.length;
  await sandbox.commit({
    repository: "acme/spec",
    branch: "change",
    files: { "spec.md": text },
    author: "author",
  });
  if (sandbox.pullRequests("acme/spec").length === 0)
    await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  for (let i = 0; i < 2; i++) {
    await sandbox.webhooks.settled();
    await server.tools.queue.idle();
  }
  return sandbox.requests.slice(before).map(({ path }) => path);
}

function row(id: string): string {
  const [pull] = sandbox.pullRequests("acme/spec");
  const [comment] = sandbox.comments(pull!).filter(({ author }) => author.login === "twopath[bot]");
  return comment?.body.split("\n").find((line) => line.startsWith("|") && line.includes(id)) ?? "";
}

test("the comment says which targets cite an entry, by one download per commit", async () => {
  const first = await push(spec.replace("2 s", "3 s"));
  expect(row("PK1")).toContain("app (1), sdk (2), gone not read");
  expect(first.filter((path) => path.includes("/tarball/"))).toHaveLength(2);
  const second = await push(spec.replace("2 s", "3 s").replace("4 digits", "6 digits"));
  expect(row("PK2")).toContain("sdk (1), gone not read");
  expect(second.filter((path) => path.includes("/tarball/") || path.includes("acme/sdk"))).toEqual([]);
});

test("a target that moved on is read again, though not within ten minutes", async () => {
  await push(spec.replace("2 s", "3 s"));
  await sandbox.commit({
    repository: "acme/sdk",
    branch: "main",
    files: { "src/lock.go": "// nothing\n" },
    author: "author",
  });
  await push(spec.replace("2 s", "4 s"));
  expect(row("PK1")).toContain("sdk (2)");
  now += 11 * 60_000;
  await push(spec.replace("2 s", "5 s"));
  expect(row("PK1")).toContain("sdk (1)");
});
