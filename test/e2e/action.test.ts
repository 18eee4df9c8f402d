import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Octokit } from "@octokit/rest";
import { parse } from "yaml";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { requestProblems } from "../support/github-schema.ts";
import { runWatched } from "../support/watched-program.ts";
import * as workflow from "../support/workflow-run.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const before = "# Connection\n\n- `(CN1)` The default port is 443.\n";
const after = "# Connection\n\n- `(CN1)` The default port is 8443.\n";

let sandbox: Sandbox;
let bundle: ReturnType<typeof workflow.makeActionBundle>;

beforeAll(() => {
  bundle = workflow.makeActionBundle();
});

afterAll(() => {
  bundle.remove();
});

beforeEach(async () => {
  sandbox = await workflow.createWorkflowSandbox(before);
});

afterEach(async () => {
  await sandbox.close();
  expect(requestProblems(sandbox.requests)).toEqual([]);
});

function runWorkflow(event: string, permissions?: workflow.TokenPermissions) {
  return workflow.runWorkflow(
    bundle.program,
    sandbox,
    event,
    permissions === undefined ? {} : { permissions },
  );
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

test("M1: what another workflow wrote, as the same App and in the bot's own words, stays as it is", async () => {
  const pull = await openPullRequest(after);
  const theirs = new Octokit({
    baseUrl: sandbox.apiUrl,
    auth: await workflow.workflowToken(sandbox, { issues: "write" }),
  });
  const say = async (body: string): Promise<void> => {
    await theirs.rest.issues.createComment({ owner: "acme", repo: "spec", issue_number: pull.number, body });
  };
  const first = "<!-- twopath:review -->\nCoverage: 93 %";
  await say(first);
  await runWorkflow("pull_request_target");
  const own = ours(pull)[1]?.body ?? "";
  await say(own);
  await openPullRequestAgain();
  await runWorkflow("pull_request_target");
  const bodies = ours(pull).map(({ body }) => body);
  expect(bodies).toEqual([first, expect.stringContaining("9443"), own]);
});

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
  const { status, stdout } = await runWatched([bundle.program], { variables });
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
