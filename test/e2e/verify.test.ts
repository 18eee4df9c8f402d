import type { CodeWorld } from "../support/code-world.ts";
import { createCodeWorld } from "../support/code-world.ts";

let world: CodeWorld;

beforeEach(async () => {
  world = await createCodeWorld({ targets: ["js"] });
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
    files: { "src/batch.ts": "// LM1\nexport const largestBatch = 200;\n" },
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
