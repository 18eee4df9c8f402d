import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import type { ScriptedReply } from "../../src/shell/model/scripted-model.ts";
import { failCheck, suiteEnded } from "../support/fail-check.ts";
import { call, type CodeWorld, createCodeWorld, goodScript } from "../support/code-world.ts";

let world: CodeWorld;
let repairs: readonly ScriptedReply[];

beforeEach(async () => {
  repairs = [];
  world = await createCodeWorld({
    targets: ["one"],
    config: "maxRepairs: 2\n",
    replace: { queue: { maxAttempts: 1 } },
    script: (_target, turn) => {
      const request = world.model.requests.at(-1);
      const isRepair = JSON.stringify(request?.messages[0]).includes("failuresToMend");
      return (isRepair ? repairs : goodScript)[turn - 1] ?? null;
    },
  });
});
afterEach(() => world.close());

async function codePullRequest(): Promise<PullRequest> {
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path code");
  const [code] = world.sandbox.pullRequests("acme/one");
  if (code === undefined) throw new Error("no code pull request");
  return code;
}

/** The target's CI fails on the head of the pull request. */
async function fail(code: PullRequest): Promise<void> {
  await failCheck(world.sandbox, code, {
    path: "src/batch.ts",
    line: 2,
    message: "Expected 20, received 10",
  });
  await world.settled();
}

function told(code: PullRequest): readonly string[] {
  return world.sandbox
    .comments(code)
    .filter(({ body }) => body.includes("twopath:repair"))
    .map(({ body }) => body);
}

function mend(limit: string): readonly ScriptedReply[] {
  return [
    call("replace_text", { path: "src/batch.ts", old_text: "= 20", new_text: `= ${limit}` }),
    call("finish", { summary: "Mended." }),
  ];
}

test("a failed check is read and answered by a commit, at most maxRepairs times; then what remains is said", async () => {
  const code = await codePullRequest();
  const first = code.headSha;
  repairs = mend("2 * 10");
  await fail(code);
  expect(code.headSha).not.toBe(first);
  expect(await world.sandbox.readFile("acme/one", code.headRef, "src/batch.ts")).toContain("2 * 10");
  const task = JSON.stringify(world.model.requests.at(-1)?.messages[0]);
  expect(task).toContain("Expected 20, received 10");
  expect(told(code)[0]).toContain("repair 1 of at most 2");
  const second = code.headSha;
  suiteEnded(world.sandbox, code);
  await world.settled();
  expect(code.headSha).toBe(second);
  repairs = [call("finish", { summary: "The runner did not reach its registry." })];
  const before = world.model.requests.length;
  await fail(code);
  expect(told(code)[0]).toContain(
    "No repair was made (repair 2 of at most 2): the model found no cause of it",
  );
  expect(world.model.requests).toHaveLength(before + 1);
  await sandboxCommit(code);
  const turns = world.model.requests.length;
  await fail(code);
  expect(world.model.requests).toHaveLength(turns);
  expect(told(code)).toHaveLength(1);
}, 120_000);

/** Somebody takes the branch over. */
async function sandboxCommit(code: PullRequest): Promise<void> {
  const change = { repository: "acme/one", branch: code.headRef, files: { "src/mine.ts": "export {};\n" } };
  await world.sandbox.commit({ ...change, author: "maintainer" });
  await world.settled();
}
