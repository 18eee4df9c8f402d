import { Octokit } from "@octokit/rest";
import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import { requestProblems } from "../support/github-schema.ts";
import { judgeAnswer } from "../support/judge-answers.ts";
import { type MessagesApi, startMessagesApi } from "../support/messages-api.ts";
import { testModelKey } from "../support/test-settings.ts";
import {
  createWorkflowSandbox,
  makeActionBundle,
  runWorkflow,
  type TokenPermissions,
} from "../support/workflow-run.ts";

const before = "# Connection\n\n- `(CN1)` The default port is 443.\n";
const text = (words: string): string =>
  `# Connection\n\n- \`(CN1)\` The default port is 443.\n- \`(CN2)\` ${words}\n`;
const needsWeighing = "The nodes coordinate how a lost lease is handed over, as fits the deployment.";

let sandbox: Sandbox;
let api: MessagesApi;
let bundle: ReturnType<typeof makeActionBundle>;

beforeAll(() => {
  bundle = makeActionBundle();
});
afterAll(() => {
  bundle.remove();
});
beforeEach(async () => {
  api = await startMessagesApi((body) => judgeAnswer(body));
  sandbox = await createWorkflowSandbox(before);
});
afterEach(async () => {
  await sandbox.close();
  await api.close();
  expect(requestProblems(sandbox.requests)).toEqual([]);
});

const run = (
  event: string,
  { permissions, variables }: { permissions?: TokenPermissions; variables?: Record<string, string> } = {},
) =>
  runWorkflow(bundle.program, sandbox, event, {
    ...(permissions === undefined ? {} : { permissions }),
    variables: { "INPUT_ANTHROPIC-API-KEY": testModelKey, ANTHROPIC_BASE_URL: api.url, ...variables },
  });

async function push(words: string): Promise<void> {
  const files = { "spec.md": text(words) };
  await sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
}

async function opened() {
  await push(needsWeighing);
  return sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
}

const ours = (pull: Awaited<ReturnType<typeof opened>>): readonly string[] =>
  sandbox
    .comments(pull)
    .filter(({ author }) => author.login === "github-actions[bot]")
    .map(({ body }) => body);

async function ledger(): Promise<{ sums: Record<string, number>; answers: Record<string, unknown> }> {
  const kept = await sandbox.readFile("acme/spec", "refs/twopath/ledger", "ledger.json");
  return JSON.parse(kept ?? "null") as Awaited<ReturnType<typeof ledger>>;
}

async function writeLedger(content: string): Promise<void> {
  const { git } = new Octokit({ baseUrl: sandbox.apiUrl, auth: sandbox.token("acme") }).rest;
  const place = { owner: "acme", repo: "spec" };
  const tree = [{ path: "ledger.json", mode: "100644", type: "blob", content } as const];
  const { data } = await git.createTree({ ...place, tree });
  const made = await git.createCommit({ ...place, message: "Ledger", tree: data.sha, parents: [] });
  await git.createRef({ ...place, ref: "refs/twopath/ledger", sha: made.data.sha });
}

test("H7: what a run bought is there for the next: a reader's and a writer's /explain ask no model again", async () => {
  const pull = await opened();
  expect(await run("pull_request_target")).toEqual({ status: 0, output: "" });
  expect(ours(pull)[0]).toContain("A model judged");
  const bought = api.sent.length;
  expect(bought).toBeGreaterThan(0);
  for (const login of ["stranger", "author", "stranger"]) {
    sandbox.comment(pull, login, "/explain CN2");
    expect(await run("issue_comment")).toEqual({ status: 0, output: "" });
  }
  expect(ours(pull)).toHaveLength(4);
  expect(api.sent).toHaveLength(bought);
});

test("H7: what each run spent is added up, to the cent of what the calls cost", async () => {
  await opened();
  await run("pull_request_target");
  const first = Object.values((await ledger()).sums);
  expect(new Set(first).size).toBe(1);
  expect(first).toHaveLength(2);
  expect(first[0]).toBeGreaterThan(0);
  await push(`${needsWeighing} So says the operator.`);
  await run("pull_request_target");
  const calls = api.sent.length;
  const each = (first[0] ?? 0) / (calls / 2);
  for (const sum of Object.values((await ledger()).sums)) expect(sum).toBeCloseTo(each * calls, 9);
});

test("H7: a limit holds over runs: what earlier ones spent this month counts", async () => {
  const month = `spend/month/${new Date().toISOString().slice(0, 7)}`;
  await writeLedger(JSON.stringify({ version: 1, sums: { [month]: 99.999 }, answers: {} }));
  const pull = await opened();
  expect((await run("pull_request_target")).status).toBe(0);
  expect(api.sent).toEqual([]);
  expect(ours(pull)[0]).toContain("budget");
  expect((await ledger()).sums).toEqual({ [month]: 99.999 });
});

test.each([
  ["is not JSON", "{"],
  [
    "holds a sum below nothing",
    JSON.stringify({ version: 1, sums: { "spend/month/2026-01": -5 }, answers: {} }),
  ],
  ["is of another version", JSON.stringify({ version: 2, sums: {}, answers: {} })],
])("a ledger that %s: no model is asked, the rules stand, and the run says why", async (_name, content) => {
  await writeLedger(content);
  const pull = await opened();
  const { status, output } = await run("pull_request_target");
  expect(status).toBe(0);
  expect(output).toContain(
    "::warning title=twopath::What was spent on models, kept in `refs/twopath/ledger`",
  );
  expect(api.sent).toEqual([]);
  expect(ours(pull)[0]).toContain("CN2");
});

test("where nothing can be noted, no model is asked; without a model, nothing is noted", async () => {
  const pull = await opened();
  const permissions = { contents: "read", pull_requests: "write", checks: "write", issues: "read" } as const;
  const { status, output } = await run("pull_request_target", { permissions });
  expect(status).toBe(0);
  expect(output).toContain("::warning title=twopath::GitHub does not allow");
  expect(api.sent).toEqual([]);
  expect(ours(pull)).toHaveLength(1);
  const requests = sandbox.requests.length;
  await run("pull_request_target", { variables: { "INPUT_ANTHROPIC-API-KEY": "" } });
  expect(sandbox.requests.slice(requests).filter(({ path }) => path.includes("twopath/ledger"))).toEqual([]);
});
