import type { CodeWorld } from "../support/code-world.ts";
import { call, createCodeWorld } from "../support/code-world.ts";
import type { ScriptedReply } from "../../src/shell/model/scripted-model.ts";

const code =
  "// LM1\nexport const largestBatch = 20;\nexport const fits = (count: number): boolean => count <= largestBatch;\n";
const script: readonly ScriptedReply[] = [
  call("write_file", { path: "src/batch.ts", content: code }),
  call("write_file", {
    path: "test/batch.test.ts",
    content:
      '// LM1\ntest("a batch", () => {\n  expect(fits(20)).toBe(true);\n  expect(fits(21)).toBe(false);\n});\n',
  }),
  call("finish", { summary: "The limit is 20 now." }),
];

let world: CodeWorld;

beforeEach(async () => {
  world = await createCodeWorld({ targets: ["js"], script: (_, turn) => script[turn - 1] ?? null });
});
afterEach(async () => {
  await world.close();
});

test("a code pull request shows its demands, and /verify looks again at what stands there", async () => {
  const { sandbox } = world;
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path code");
  const [pull] = sandbox.pullRequests("acme/js");
  if (pull === undefined) throw new Error("There is a code pull request.");
  expect(pull.body).toContain(
    "**Demands**, read and not run: the one demand is shown in code and in a test.",
  );
  expect(pull.body).toContain("1 entry was not judged.");
  await sandbox.commit({
    repository: "acme/js",
    branch: pull.headRef,
    files: { "src/batch.ts": code.replace("20", "200") },
    author: "maintainer",
  });
  await world.say(pull, "/verify");
  const answer = sandbox.comments(pull).at(-1)?.body ?? "";
  expect(answer).toContain("LM1.1 is named only: No code holds");
  expect(sandbox.checks("acme/js").at(-1)?.conclusion).toBe("neutral");
});

test("on a pull request of people the entries that its files name are looked up in the spec it serves", async () => {
  const { sandbox } = world;
  const commit = async (branch: string, content: string) => {
    await sandbox.commit({
      repository: "acme/js",
      branch,
      files: { "src/batch.ts": content },
      author: "maintainer",
    });
    return sandbox.openPullRequest({ repository: "acme/js", head: branch, author: "maintainer" });
  };
  const named = await commit("mine", "// LM1\nexport const largestBatch = 11;\n");
  await world.say(named, "/verify");
  expect(sandbox.comments(named).at(-1)?.body).toContain("No test names LM1");
  const unnamed = await commit("other", "export const largestBatch = 10;\n");
  await world.say(unnamed, "/verify");
  expect(sandbox.comments(unnamed).at(-1)?.body).toContain(
    "Nothing was checked: no file that this pull request",
  );
});

test("of a private spec nothing is shown to somebody who cannot read it", async () => {
  const { sandbox } = world;
  for (const name of ["acme/spec", "acme/js"]) sandbox.world.repository(name).isPrivate = true;
  sandbox.createUser("mallory");
  sandbox.world.repository("acme/js").collaborators.set("mallory", "write");
  const files = { "src/batch.ts": "// LM1\nexport const largestBatch = 12;\n" };
  await sandbox.commit({ repository: "acme/js", branch: "asks", files, author: "mallory" });
  const pull = await sandbox.openPullRequest({ repository: "acme/js", head: "asks", author: "mallory" });
  sandbox.comment(pull, "mallory", "/verify");
  await world.settled();
  expect(sandbox.comments(pull).at(-1)?.body).toContain("Nothing was checked");
  await world.say(pull, "/verify");
  expect(sandbox.comments(pull).at(-1)?.body).toContain("No test names LM1");
});
