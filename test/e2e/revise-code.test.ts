import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import type { ScriptedReply } from "../../src/shell/model/scripted-model.ts";
import { call, type CodeWorld, createCodeWorld, goodScript } from "../support/code-world.ts";

let world: CodeWorld;
let revision: readonly ScriptedReply[];

beforeEach(async () => {
  revision = [];
  world = await createCodeWorld({
    targets: ["one"],
    replace: { queue: { maxAttempts: 1 } },
    script: (_target, turn) => {
      const first = JSON.stringify(world.model.requests.at(-1)?.messages[0]);
      return (first.includes("revisionAsked") ? revision : goodScript)[turn - 1] ?? null;
    },
  });
});
afterEach(() => world.close());

async function codePullRequest(): Promise<{ readonly spec: PullRequest; readonly code: PullRequest }> {
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path code");
  const [code] = world.sandbox.pullRequests("acme/one");
  if (code === undefined) throw new Error("no code pull request");
  return { spec, code };
}

const read = (code: PullRequest, path: string): Promise<string | null> =>
  world.sandbox.readFile("acme/one", code.headRef, path);
const answers = (code: PullRequest): readonly string[] =>
  world.sandbox.comments(code).map(({ body }) => body);

test("/revise on a code pull request is one more commit on top of a person's, and /generate leaves it so", async () => {
  const { spec, code } = await codePullRequest();
  await world.sandbox.commit({
    repository: "acme/one",
    branch: code.headRef,
    files: { "src/mine.ts": "export const mine = 1;\n" },
    author: "maintainer",
  });
  revision = [
    call("replace_text", { path: "src/batch.ts", old_text: "largestBatch", new_text: "maxBatch" }),
    call("finish", { summary: "It is called maxBatch now." }),
  ];
  await world.say(code, "/revise call it maxBatch");
  expect(await read(code, "src/batch.ts")).toBe("// LM1\nexport const maxBatch = 20;\n");
  expect(await read(code, "src/mine.ts")).toBe("export const mine = 1;\n");
  expect(answers(code).at(-1)).toMatch(
    /Changed in \[a new commit\]\(.*\), 1 file: It is called maxBatch now\./,
  );
  const request = JSON.stringify(world.model.requests.at(-1)?.messages[0]);
  expect(request).toContain("call it maxBatch");
  await world.say(spec, "/generate --path code");
  expect(await read(code, "src/batch.ts")).toContain("maxBatch");
}, 120_000);

test("in a review thread the line is shown to the writer, the answer stands there, and a refused write is said", async () => {
  const { spec, code } = await codePullRequest();
  revision = [
    call("write_file", { path: "package.json", content: "{}" }),
    call("write_file", {
      path: "src/batch.ts",
      content: "// LM1\nexport const largestBatch: number = 20;\n",
    }),
    call("finish", { summary: "Typed." }),
  ];
  const thread = world.sandbox.reviewComment(code, "maintainer", "/revise say its type", {
    path: "src/batch.ts",
    line: 2,
  });
  await world.settled();
  const [, answer] = world.sandbox.reviewComments(code);
  expect(answer?.inReplyTo).toBe(thread.id);
  expect(answer?.body).toContain("1 file: Typed.");
  expect(answer?.body).toContain("**Incomplete**");
  const request = JSON.stringify(world.model.requests.at(-1)?.messages[0]);
  expect(request).toContain("export const largestBatch = 20;");
  await world.say(spec, "/generate --path code");
  expect(world.table(spec)).toContain("it was revised as people asked");
}, 120_000);

test("nothing is committed when the writer asks, or when there is nothing to change", async () => {
  const { code } = await codePullRequest();
  const before = world.sandbox.pullRequests("acme/one")[0]?.headSha;
  revision = [call("ask", { entry: "LM1", quote: "", question: "Which unit is meant?" })];
  await world.say(code, "/revise use the other unit");
  expect(answers(code).at(-1)).toContain("Nothing was changed: Which unit is meant?");
  revision = [
    call("finish", { summary: "x" }),
    call("finish", { summary: "x" }),
    call("finish", { summary: "x" }),
  ];
  await world.say(code, "/revise do nothing");
  expect(answers(code).at(-1)).toContain("Nothing was changed");
  expect(world.sandbox.pullRequests("acme/one")[0]?.headSha).toBe(before);
}, 120_000);

test("H6: each commit of code of a fork's text tells CI to wait, a revision too, and the answer says so", async () => {
  const { sandbox } = world;
  sandbox.createUser("outsider");
  await sandbox.fork("acme/spec", "outsider");
  const files = {
    "spec.md": "# Limits\n\n- `(LM1)` The client MUST send at most 20 messages in one batch.\n",
  };
  await sandbox.commit({ repository: "outsider/spec", branch: "fork", files, author: "outsider" });
  const spec = await sandbox.openPullRequest({
    ...{ repository: "acme/spec", head: "outsider:fork", author: "outsider" },
  });
  await world.settled();
  await world.say(spec, `/generate --path code --commit ${spec.headSha}`);
  const [code] = sandbox.pullRequests("acme/one");
  if (code === undefined) throw new Error("no code pull request");
  revision = [
    call("replace_text", { path: "src/batch.ts", old_text: "largestBatch", new_text: "maxBatch" }),
    call("finish", { summary: "It is called maxBatch now." }),
  ];
  await world.say(code, "/revise call it maxBatch");
  const commits = await sandbox.world.repository("acme/one").store.commits([`main..${code.headRef}`], 10);
  expect(commits).toHaveLength(2);
  for (const { message } of commits) expect(message).toContain("[skip ci]");
  expect(answers(code).at(-1)).toContain("**CI waits**");
}, 120_000);
