import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createAppAuth } from "@octokit/auth-app";
import { Octokit } from "@octokit/rest";
import { parse } from "yaml";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { requestProblems } from "../support/github-schema.ts";
import { makeBundle } from "../support/make-bundle.ts";
import { runWatched } from "../support/watched-program.ts";
import { createWatchedSandbox } from "../support/watched-sandbox.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const bundle = mkdtempSync(join(tmpdir(), "action-bundle-"));
const program = join(bundle, "action.js");
const before = "# Connection\n\n- `(CN1)` The default port is 443.\n";
const after = "# Connection\n\n- `(CN1)` The default port is 8443.\n";

let sandbox: Sandbox;
let folder: string;

// What a release puts on its tag: the Action has no installed packages.
beforeAll(() => {
  makeBundle(bundle);
  writeFileSync(join(bundle, "package.json"), JSON.stringify({ type: "module" }));
});

afterAll(() => {
  rmSync(bundle, { recursive: true, force: true });
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "action-"));
  // In a workflow the App that acts is GitHub's own.
  sandbox = await createWatchedSandbox({ appSlug: "github-actions" });
  for (const login of ["author", "stranger"]) sandbox.createUser(login);
  await sandbox.createRepository({
    name: "acme/spec",
    files: { "spec.md": before },
    collaborators: { author: "write", stranger: "read" },
  });
});

afterEach(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true, force: true });
  expect(requestProblems(sandbox.requests)).toEqual([]);
});

async function workflowToken(permissions: Readonly<Record<string, "read" | "write">>): Promise<string> {
  const { APP_ID: appId = "", PRIVATE_KEY: privateKey = "" } = sandbox.settings;
  const auth = createAppAuth({
    appId,
    privateKey,
    request: new Octokit({ baseUrl: sandbox.apiUrl }).request,
  });
  const installationId = sandbox.world.installations[0]?.id ?? 0;
  const { token } = await auth({ type: "installation", installationId, permissions });
  return token;
}

/** Runs the Action as a runner does: the event in a file, everything else in the environment. */
async function runWorkflow(event: string, permissions?: Readonly<Record<string, "read" | "write">>) {
  await sandbox.webhooks.settled();
  const sent = sandbox.webhooks.deliveries
    .filter((each) => each.event === event.replace("_target", ""))
    .at(-1);
  const payload = JSON.parse(sent?.body ?? "{}") as Record<string, unknown>;
  delete payload["installation"];
  const path = join(folder, "event.json");
  writeFileSync(path, JSON.stringify(payload));
  const variables = {
    PATH: process.env["PATH"],
    INPUT_TOKEN: await workflowToken(
      permissions ?? { contents: "write", pull_requests: "write", checks: "write", issues: "read" },
    ),
    GITHUB_API_URL: sandbox.apiUrl,
    GITHUB_SERVER_URL: sandbox.url,
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_RUN_ID: "1",
    "INPUT_ANTHROPIC-API-KEY": "",
  };
  const { status, stdout, stderr } = await runWatched([program], { variables });
  return { status, output: `${stdout}${stderr}` };
}

async function openPullRequest(text: string) {
  await sandbox.commit({
    repository: "acme/spec",
    branch: "change",
    files: { "spec.md": text },
    author: "author",
  });
  return sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
}

const ours = (pull: Awaited<ReturnType<typeof openPullRequest>>) =>
  sandbox.comments(pull).filter(({ author }) => author.login === "github-actions[bot]");

test("a pull request gets the comment and the check run; a second push edits them", async () => {
  const pull = await openPullRequest(after);
  expect(await runWorkflow("pull_request_target")).toEqual({ status: 0, output: "" });
  expect(ours(pull)).toHaveLength(1);
  expect(ours(pull)[0]?.body).toContain("`/generate CN1 --path ");
  expect(ours(pull)[0]?.body).not.toContain("`/path ");
  expect(sandbox.checks("acme/spec")).toHaveLength(1);
  expect(sandbox.checks("acme/spec")[0]?.actions).toEqual([]);
  await openPullRequestAgain();
  expect((await runWorkflow("pull_request")).status).toBe(0);
  expect(ours(pull)).toHaveLength(1);
  expect(ours(pull)[0]?.body).toContain("9443");
});

async function openPullRequestAgain(): Promise<void> {
  const files = { "spec.md": after.replace("8443", "9443") };
  await sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
}

test("a spec change that is taken back leaves no old word standing; where none ever was, nothing is said", async () => {
  const pull = await openPullRequest(after);
  await runWorkflow("pull_request_target");
  const back = { "spec.md": before, "README.md": "Hello.\n" };
  await sandbox.commit({ repository: "acme/spec", branch: "change", files: back, author: "author" });
  expect(await runWorkflow("pull_request_target")).toEqual({ status: 0, output: "" });
  expect(ours(pull)).toHaveLength(1);
  expect(ours(pull)[0]?.body).toContain("No spec entry is changed by this pull request now");

  const other = { repository: "acme/spec", branch: "readme", author: "author" };
  await sandbox.commit({ ...other, files: { "README.md": "Bye.\n" } });
  const silent = await sandbox.openPullRequest({ ...other, head: "readme" });
  expect(await runWorkflow("pull_request_target")).toEqual({ status: 0, output: "" });
  expect(ours(silent)).toEqual([]);
});

test("/generate opens a design pull request for who may write, and is refused to others", async () => {
  const pull = await openPullRequest(after);
  sandbox.comment(pull, "stranger", "/generate");
  expect((await runWorkflow("issue_comment")).status).toBe(0);
  expect(ours(pull).at(-1)?.body).toContain("has no write access");
  expect(sandbox.pullRequests("acme/spec")).toHaveLength(1);
  sandbox.comment(pull, "author", "/generate --path design");
  expect((await runWorkflow("issue_comment")).status).toBe(0);
  expect(sandbox.pullRequests("acme/spec")).toHaveLength(2);
});

test("a command that needs the server says so and does nothing", async () => {
  const pull = await openPullRequest(after);
  sandbox.comment(pull, "author", "/path CN1 design");
  expect((await runWorkflow("issue_comment")).status).toBe(0);
  expect(ours(pull).at(-1)?.body).toContain("`/path` needs the server");
});

test("a token that may only read ends in a warning, not in a failure", async () => {
  await openPullRequest(after);
  const { status, output } = await runWorkflow("pull_request", { contents: "read", pull_requests: "read" });
  expect(status).toBe(0);
  expect(output).toContain("::warning title=twopath::GitHub does not allow");
  expect(output).not.toContain("ghs_");
});

test("outside a workflow it says what is missing", async () => {
  const variables = { PATH: process.env["PATH"] };
  const { status, stdout } = await runWatched([program], { variables });
  expect(status).toBe(1);
  expect(stdout).toMatch(/^::error title=twopath::Missing in the environment: INPUT_TOKEN, /);
});

test("action.yml names the bundle and the inputs that the program reads", () => {
  const { inputs, runs } = parse(readFileSync(join(root, "action.yml"), "utf8")) as {
    inputs: Record<string, unknown>;
    runs: { using: string; main: string };
  };
  expect(runs).toEqual({ using: "node24", main: "bundle/action.js" });
  expect(Object.keys(inputs)).toEqual(["token", "anthropic-api-key"]);
});
