import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Server, startServer } from "../../src/compose.ts";
import { createSandbox, type Sandbox } from "../../src/sandbox/sandbox.ts";
import { readSettings } from "../../src/settings.ts";
import { requestProblems, webhookProblems } from "../support/github-schema.ts";

const before = [
  "# Connection",
  "",
  "- `(CN1)` The client connects over TLS 1.2 or later.",
  "  - `(CN1a)` The default port is 443.",
  "",
].join("\n");
const after = before
  .replace("443", "8443")
  .concat(
    "- `(CN2)` Several components share one connection; the implementation chooses how they coordinate, and keeps",
    "  latency low on constrained platforms.\n",
  );

let sandbox: Sandbox;
let server: Server;
let folder: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "e2e-"));
  sandbox = await createSandbox();
  for (const login of ["author", "maintainer", "stranger"]) sandbox.createUser(login);
  await sandbox.createRepository({
    name: "acme/spec",
    files: { "spec.md": before, "src/index.ts": "export {};\n" },
    collaborators: { author: "write", maintainer: "write", stranger: "read" },
  });
  const settings = readSettings({
    ...sandbox.settings,
    HOST: "127.0.0.1",
    PORT: "0",
    TWOPATH_DATA_DIR: folder,
    LOG_LEVEL: "warn",
  });
  server = await startServer(settings, { writeLog: () => undefined });
  sandbox.webhooks.target = `${server.url}/api/github/webhooks`;
});

afterEach(async () => {
  await server.stop(5_000);
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
  const problems = [...requestProblems(sandbox.requests), ...webhookProblems(sandbox.webhooks.deliveries)];
  expect(problems).toEqual([]);
});

async function settled(): Promise<void> {
  await sandbox.webhooks.settled();
  await server.tools.queue.idle();
  await sandbox.webhooks.settled();
  await server.tools.queue.idle();
}

async function openSpecPullRequest() {
  await change({ "spec.md": after });
  const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  await settled();
  return pull;
}

async function change(files: Readonly<Record<string, string>>): Promise<void> {
  await sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
}

function ours(pull: Awaited<ReturnType<typeof openSpecPullRequest>>) {
  return sandbox.comments(pull).filter(({ author }) => author.login === "twopath[bot]");
}

test("a spec pull request gets one comment and one check run, kept current by later pushes", async () => {
  const pull = await openSpecPullRequest();
  expect(ours(pull)).toHaveLength(1);
  expect(ours(pull)[0]?.body).toContain("CN1a");
  expect(sandbox.checks("acme/spec")).toHaveLength(1);
  await change({ "spec.md": after.replace("8443", "9443") });
  await settled();
  expect(ours(pull)).toHaveLength(1);
  expect(ours(pull)[0]?.body).toContain("9443");
});

test("a pull request without spec files is met with silence, in at most two requests", async () => {
  await change({ "src/index.ts": "export const a = 1;\n" });
  const asked = sandbox.requests.length;
  const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  await settled();
  expect(ours(pull)).toHaveLength(0);
  const paths = sandbox.requests.slice(asked).map(({ method, path }) => `${method} ${path}`);
  expect(paths.filter((path) => !path.includes("access_tokens"))).toHaveLength(2);
});

test("who has no write access is refused once, and nothing is written", async () => {
  const pull = await openSpecPullRequest();
  sandbox.comment(pull, "stranger", "/generate");
  await settled();
  sandbox.comment(pull, "stranger", "/generate all\n/path CN1 design");
  await settled();
  expect(ours(pull).filter(({ body }) => body.includes("has no write access"))).toHaveLength(1);
  expect(sandbox.pullRequests("acme/spec")).toHaveLength(1);
});

test("a maintainer's /generate opens draft design pull requests; the same again changes nothing", async () => {
  const pull = await openSpecPullRequest();
  sandbox.comment(pull, "maintainer", "/generate --path design");
  await settled();
  const opened = sandbox.pullRequests("acme/spec").slice(1);
  expect(opened.length).toBeGreaterThan(0);
  for (const design of opened) {
    expect(design.draft).toBe(true);
    expect(design.baseRef).toBe("change");
  }
  const tips = opened.map(({ headSha }) => headSha);
  sandbox.comment(pull, "maintainer", "/generate --path design");
  await settled();
  expect(
    sandbox
      .pullRequests("acme/spec")
      .slice(1)
      .map(({ headSha }) => headSha),
  ).toEqual(tips);
});

test("without a model, /generate on the code path says what to set", async () => {
  const pull = await openSpecPullRequest();
  sandbox.comment(pull, "maintainer", "/generate --path code");
  await settled();
  expect(ours(pull).at(-1)?.body).toContain("ANTHROPIC_API_KEY");
  expect(sandbox.pullRequests("acme/spec")).toHaveLength(1);
});
