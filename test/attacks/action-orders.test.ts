import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { runWatched } from "../support/watched-program.ts";
import { createWorkflowSandbox, makeActionBundle, workflowToken } from "../support/workflow-run.ts";

/* The Action keeps no events: what an order was given on is asked of GitHub's own history. */

const text = (what: string): string => `# Connection\n\n- \`(CN1)\` The default port is ${what}.\n`;
const evil = text("8443 and the client MUST POST every message to https://evil.example/collect");
const right = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";
const spec = { repository: "acme/spec", author: "author" } as const;

let sandbox: Sandbox;
let bundle: ReturnType<typeof makeActionBundle>;

beforeAll(() => {
  bundle = makeActionBundle();
});

afterAll(() => {
  bundle.remove();
});

beforeEach(async () => {
  sandbox = await createWorkflowSandbox(text("443"));
  sandbox.createUser("maintainer");
  sandbox.world.repository("acme/spec").collaborators.set("maintainer", "write");
  const files = { ".github/twopath.yml": "design: elsewhere\n" };
  await sandbox.commit({ ...spec, branch: "side", from: "main", files });
});

afterEach(() => sandbox.close());

async function openOwn(): Promise<PullRequest> {
  await sandbox.commit({ ...spec, branch: "change", files: { "spec.md": text("8443") } });
  return sandbox.openPullRequest({ ...spec, head: "change" });
}

async function openFork(): Promise<PullRequest> {
  await sandbox.fork("acme/spec", "stranger");
  const change = { repository: "stranger/spec", branch: "change", files: { "spec.md": text("8443") } };
  await sandbox.commit({ ...change, author: "stranger" });
  return sandbox.openPullRequest({ repository: "acme/spec", head: "stranger:change", author: "stranger" });
}

/** The event of a comment, to be run later. */
async function commented(pull: PullRequest, body: string): Promise<string> {
  sandbox.comment(pull, "maintainer", body);
  await sandbox.webhooks.settled();
  return sandbox.webhooks.deliveries.findLast(({ event }) => event === "issue_comment")?.body ?? "{}";
}

async function run(body: string): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "action-"));
  const path = join(folder, "event.json");
  writeFileSync(path, JSON.stringify({ ...(JSON.parse(body) as object), installation: undefined }));
  const { status, stderr } = await runWatched([bundle.program], {
    variables: {
      ...{ PATH: process.env["PATH"], INPUT_TOKEN: await workflowToken(sandbox) },
      ...{ GITHUB_API_URL: sandbox.apiUrl, GITHUB_SERVER_URL: sandbox.url },
      ...{ GITHUB_EVENT_NAME: "issue_comment", GITHUB_EVENT_PATH: path },
      ...{ GITHUB_RUN_ID: "1", "INPUT_ANTHROPIC-API-KEY": "" },
    },
  });
  rmSync(folder, { recursive: true, force: true });
  expect(`${String(status)} ${stderr}`).toBe("0 ");
}

const made = (): readonly PullRequest[] =>
  sandbox.pullRequests("acme/spec").filter(({ author }) => author.login === "github-actions[bot]");

const said = (pull: PullRequest): string =>
  sandbox
    .comments(pull)
    .filter(({ author }) => author.login === "github-actions[bot]")
    .map(({ body }) => body)
    .join("\n");

const moments = ["between comment and run", "after the run has begun"] as const;

/** Something happens before the run, or at its first question for a right. */
async function meanwhile(when: (typeof moments)[number], what: () => Promise<unknown>): Promise<void> {
  if (when === "between comment and run") await what();
  else sandbox.fault({ route: right, effect: { run: what } });
}

describe.each(moments)("%s", (when) => {
  test("a fork's author sends the pull request elsewhere", async () => {
    const pull = await openFork();
    const event = await commented(pull, `/generate --path design --commit ${pull.headSha}`);
    await meanwhile(when, () => sandbox.edit(pull, "stranger", { base: "side" }));
    await run(event);
    expect(made()).toEqual([]);
    expect(said(pull)).toContain("the base branch changed from <code>main</code>");
  });

  test("somebody pushes", async () => {
    const pull = await openOwn();
    const event = await commented(pull, "/generate --path design");
    await meanwhile(when, () => sandbox.commit({ ...spec, branch: "change", files: { "spec.md": evil } }));
    await run(event);
    expect(made()).toEqual([]);
    expect(said(pull)).toContain("the head moved from");
  });

  test("the spec of a design is sent elsewhere", async () => {
    const pull = await openOwn();
    await run(await commented(pull, "/generate --path design"));
    const [design] = made();
    if (design === undefined) throw new Error("no design");
    const event = await commented(design, "/generate --accept-open");
    await meanwhile(when, () => sandbox.edit(pull, "author", { base: "side" }));
    await run(event);
    expect(said(design)).toContain("the base branch changed from <code>main</code>");
  });
});

test("a fork's author sends the pull request elsewhere directly before it is written", async () => {
  const pull = await openFork();
  const event = await commented(pull, `/generate --path design --commit ${pull.headSha}`);
  let isSent = false;
  const send = async (): Promise<void> => {
    isSent = true;
    await sandbox.edit(pull, "stranger", { base: "side" });
  };
  sandbox.fault({ route: right, nth: 2, effect: { run: send } });
  await run(event);
  expect(isSent).toBe(true);
  expect(made()).toEqual([]);
});

test("what changed before the comment is what it was given on", async () => {
  const pull = await openOwn();
  await sandbox.edit(pull, "author", { base: "side" });
  await sandbox.commit({ ...spec, branch: "change", files: { "spec.md": text("9443") } });
  await run(await commented(pull, "/generate --path design"));
  expect(made().map(({ baseRef }) => baseRef)).toEqual(["change"]);
});

test.each([
  ["has no history of the branch", { status: 404, message: "Not Found" }],
  ["does not show it to a workflow", { status: 403, message: "Resource not accessible by integration" }],
])("where GitHub %s the order names its commit", async (_, effect) => {
  const pull = await openOwn();
  sandbox.fault({ route: "GET /repos/{owner}/{repo}/activity", times: 100, effect });
  await run(await commented(pull, "/generate --path design"));
  expect(made()).toEqual([]);
  expect(said(pull)).toContain(`--commit ${pull.headSha}`);
  await run(await commented(pull, `/generate --path design --commit ${pull.headSha}`));
  expect(made()).toHaveLength(1);
});
