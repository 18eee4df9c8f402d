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
