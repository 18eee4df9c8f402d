import type { Sandbox } from "../../src/sandbox/sandbox.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { type CodeWorld, createCodeWorld, openDesign } from "../support/code-world.ts";
import { failCheck } from "../support/fail-check.ts";

/*
 * A follow-up's branch, pull request and spec belong to somebody: to another spec that sends code to the same target, to a person
 * who opened a pull request from the bot's branch, to whoever took a name that was given up.
 */
const privateText = "at most 999 messages to SWORDFISH-7731";

let world: CodeWorld;
let sandbox: Sandbox;

beforeEach(async () => {
  world = await createCodeWorld({ targets: ["one"], replace: { queue: { maxAttempts: 1 } } });
  sandbox = world.sandbox;
  sandbox.createUser("mallory");
});
afterEach(() => world.close());

function letWrite(): void {
  sandbox.world.repository("acme/one").collaborators.set("mallory", "write");
}

function ofBot(repository: string): readonly PullRequest[] {
  return sandbox.pullRequests(repository).filter(({ author }) => author.login === "twopath[bot]");
}

async function withCode(): Promise<{ readonly spec: PullRequest; readonly code: PullRequest }> {
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path code");
  const [code] = ofBot("acme/one");
  if (code === undefined) throw new Error("no code");
  return { spec, code };
}

/** What the bot said, in all repositories that the test has. */
function saidIn(repository: string): string {
  return sandbox
    .pullRequests(repository)
    .flatMap((pull) => sandbox.comments(pull))
    .map(({ body }) => body)
    .join("\n");
}

test("two specs with the same number and entry have a branch each in their target", async () => {
  letWrite();
  const config = "spec: [spec.md]\ntargets:\n  - { name: named-by-mallory, repository: acme/one }\n";
  const files = { "spec.md": "# L\n\n- `(LM1)` Nothing.\n", ".github/twopath.yml": config };
  const collaborators = { mallory: "write" as const };
  await sandbox.createRepository({ name: "acme/spec2", isPrivate: true, files, collaborators });
  const consent = { ".github/twopath.yml": "specs: [acme/spec, acme/spec2]\n" };
  await sandbox.commit({ repository: "acme/one", branch: "main", author: "maintainer", files: consent });
  await world.settled();
  const { spec, code } = await withCode();
  const { title, body, headSha } = code;
  const change = { "spec.md": `# L\n\n- \`(LM1)\` The client MUST send ${privateText}.\n` };
  await sandbox.commit({ repository: "acme/spec2", branch: "x", author: "mallory", files: change });
  const other = await sandbox.openPullRequest({ repository: "acme/spec2", head: "x", author: "mallory" });
  await world.settled();
  expect(other.number).toBe(spec.number);
  sandbox.comment(other, "mallory", "/generate --path code");
  await world.settled();
  expect(ofBot("acme/one")).toHaveLength(2);
  const [first] = ofBot("acme/one");
  expect({ title: first?.title, body: first?.body, headSha: first?.headSha }).toEqual({
    title,
    body,
    headSha,
  });
  await sandbox.closePullRequest(other, "mallory");
  await world.settled();
  expect(ofBot("acme/one").map(({ state }) => state)).toEqual(["open", "closed"]);
  expect(saidIn("acme/spec")).not.toMatch(/named-by-mallory|SWORDFISH/);
});

test("a person's pull request from the bot's branch is neither written nor ended by the bot", async () => {
  letWrite();
  const { spec, code } = await withCode();
  await sandbox.closePullRequest(code, "mallory");
  const own = { title: "mallory's own", body: "mallory's words", author: "mallory" };
  const twin = await sandbox.openPullRequest({ repository: "acme/one", head: code.headRef, ...own });
  await world.settled();
  await world.say(spec, "/generate --path code -- again");
  await sandbox.closePullRequest(spec, "author");
  await world.settled();
  const now = sandbox.pullRequests("acme/one").find(({ number }) => number === twin.number);
  expect({ title: now?.title, body: now?.body, state: now?.state }).toEqual({
    ...{ title: own.title, body: own.body, state: "open" },
  });
});

test("who takes the name that a spec gave up is not asked what it says", async () => {
  const { spec, code } = await withCode();
  const old = sandbox.world.repository("acme/spec");
  const main = (await old.store.resolve("main")) ?? "";
  old.name = "spec-old";
  const collaborators = { mallory: "write" as const };
  const fresh = await sandbox.createRepository({ name: "acme/spec", files: {}, collaborators });
  await fresh.store.fetchFrom(old.store, main, "refs/heads/main");
  await fresh.store.fetchFrom(old.store, spec.headSha, "refs/heads/change-1");
  const targets = "targets:\n  - { name: one, repository: acme/one, source: [tools, src] }\n";
  const files = { ".github/twopath.yml": `spec: [spec.md]\n${targets}` };
  await sandbox.commit({ repository: "acme/spec", branch: "main", author: "mallory", files });
  const mine = await sandbox.openPullRequest({
    repository: "acme/spec",
    head: "change-1",
    author: "mallory",
  });
  await world.settled();
  expect([mine.number, mine.headSha]).toEqual([spec.number, spec.headSha]);
  const asked = world.model.requests.length;
  const from = sandbox.requests.length;
  await failCheck(sandbox, code, { path: "src/batch.ts", line: 1, message: "boom" });
  await world.settled();
  for (const command of ["/revise as the spec says", "/verify"]) await world.say(code, command);
  expect(world.model.requests.slice(asked)).toEqual([]);
  const read = sandbox.requests.slice(from).map(({ path }) => path);
  expect(read.filter((path) => /^\/repos\/acme\/spec\/(?:pulls|contents|git|compare)/.test(path))).toEqual(
    [],
  );
});

test("nothing is built without the design that was approved", async () => {
  const { design } = await openDesign(world);
  const { document = "" } = JSON.parse(
    /<!-- twopath:follow-up (\{.*?\}) -->/.exec(design.body ?? "")?.[1] ?? "{}",
  ) as { document?: string };
  const place = { repository: "acme/spec", branch: design.headRef, author: "maintainer" };
  await sandbox.commit({ ...place, files: { [document]: null } });
  await world.settled();
  await sandbox.merge(design, "maintainer");
  await world.settled();
  expect(ofBot("acme/one")).toEqual([]);
  expect(saidIn("acme/spec")).toContain(`${document} is not there any more`);
});

/** The spec of `spec` is called otherwise, and somebody else's repository has its name, with the same change of their own. */
async function takeName(): Promise<PullRequest> {
  const old = sandbox.world.repository("acme/spec");
  const main = (await old.store.resolve("main")) ?? "";
  old.name = "spec-old";
  letWrite();
  const collaborators = { mallory: "write" as const };
  const fresh = await sandbox.createRepository({ name: "acme/spec", files: {}, collaborators });
  await fresh.store.fetchFrom(old.store, main, "refs/heads/main");
  const files = { "spec.md": `# L\n\n- \`(LM1)\` The client MUST send ${privateText}.\n` };
  await sandbox.commit({ repository: "acme/spec", branch: "x", author: "mallory", files });
  const mine = await sandbox.openPullRequest({ repository: "acme/spec", head: "x", author: "mallory" });
  await world.settled();
  return mine;
}

async function saidBy(pull: PullRequest, body: string): Promise<void> {
  sandbox.comment(pull, "mallory", body);
  await world.settled();
}

const standsAs = ({ title, body, state, headSha }: PullRequest) => ({ title, body, state, headSha });
const otherSpec = "was made for a pull request of another repository that had this spec's name";

test("S6: who takes the name that a spec gave up does not write on its follow-up in the target, or close it", async () => {
  const { spec, code } = await withCode();
  const before = standsAs(code);
  const mine = await takeName();
  expect(mine.number).toBe(spec.number);
  await saidBy(mine, "/generate --path code");
  expect(standsAs(code)).toEqual(before);
  expect(world.table(mine)).toContain(otherSpec);
  await sandbox.closePullRequest(mine, "mallory");
  await world.settled();
  expect(standsAs(code)).toEqual(before);
  const other = sandbox.checks("acme/one").map(({ output }) => output);
  expect(JSON.stringify(other)).not.toContain("SWORDFISH");
});

test("S6: nor on its branch, once that pull request is closed; when the branch is deleted, it is free", async () => {
  const { code } = await withCode();
  await sandbox.closePullRequest(code, "maintainer");
  await world.settled();
  const mine = await takeName();
  await saidBy(mine, "/generate --path code");
  expect(world.table(mine)).toContain(otherSpec);
  expect(ofBot("acme/one")).toEqual([code]);
  const { store } = sandbox.world.repository("acme/one");
  await store.deleteRef(`refs/heads/${code.headRef}`);
  await saidBy(mine, "/retry");
  expect(ofBot("acme/one")).toHaveLength(2);
});

test("S6: nor where only the note on the pull request says whose it is, as of before branches had one", async () => {
  const { code } = await withCode();
  const { id } = sandbox.world.repository("acme/one");
  const installation = String(sandbox.world.installations[0]?.id);
  const key = `branch-source/${installation}/${String(id)}/${code.headRef}`;
  expect(await world.server.tools.values.get(key)).toBeDefined();
  await world.server.tools.values.set(key, undefined);
  const before = standsAs(code);
  await saidBy(await takeName(), "/generate --path code");
  expect(standsAs(code)).toEqual(before);
});

test("S6: a spec that was renamed goes on with its own", async () => {
  const { spec, code } = await withCode();
  sandbox.world.repository("acme/spec").name = "spec-new";
  const consent = { ".github/twopath.yml": "specs: [acme/spec, acme/spec-new]\n" };
  await sandbox.commit({ repository: "acme/one", branch: "main", author: "maintainer", files: consent });
  await world.settled();
  await sandbox.closePullRequest(spec, "author");
  await world.settled();
  expect(code.state).toBe("closed");
});
