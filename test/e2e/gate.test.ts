import { acme, type Acme, specBefore } from "../support/acme.ts";

let world: Acme;
afterEach(() => world.close());

const files = { "spec.md": specBefore, "src/index.ts": "export {};\n" };

/** Conclusions of the check on a commit, the latest last. */
function conclusions(headSha: string): readonly (string | null)[] {
  return world.sandbox
    .checks("acme/spec")
    .filter((check) => check.headSha === headSha)
    .map(({ conclusion }) => conclusion);
}

test("failOn: design, the check fails until somebody decides, and stands on pull requests a rule waits for", async () => {
  world = await acme({ ...files, ".github/twopath.yml": "failOn: design\n" });
  const { sandbox } = world;
  const pull = await world.openSpecPullRequest();
  expect(conclusions(pull.headSha)).toEqual(["failure"]);
  expect(sandbox.checks("acme/spec")[0]?.output.summary).toContain("1 entry needs a design first");
  sandbox.comment(pull, "maintainer", "/path CN2 design");
  await world.settled();
  expect(conclusions(pull.headSha)).toEqual(["neutral"]);
  await world.change({ "src/index.ts": "export const a = 1;\n" }, "code");
  const code = await sandbox.openPullRequest({ repository: "acme/spec", head: "code", author: "author" });
  await world.settled();
  expect(conclusions(code.headSha)).toEqual(["success"]);
  expect(world.ours(code)).toEqual([]);
  sandbox.comment(pull, "maintainer", "/generate CN2");
  await world.settled();
  const design = sandbox.pullRequests("acme/spec").at(-1);
  expect(design?.headRef).toContain("twopath/design/");
  expect(conclusions(design?.headSha ?? "")).toEqual(["success"]);
});

test("failOn: finding, a spec with a finding fails; without the setting no other pull request gets a check", async () => {
  world = await acme({ ...files, ".github/twopath.yml": "failOn: finding\n" });
  const { sandbox } = world;
  await world.change({ "spec.md": `${specBefore}- \`(CN1)\` The client retries once.\n` });
  const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  await world.settled();
  expect(conclusions(pull.headSha)).toEqual(["failure"]);
  await world.close();
  world = await acme(files);
  await world.openSpecPullRequest();
  await world.change({ "src/index.ts": "export const a = 1;\n" }, "code");
  const code = await world.sandbox.openPullRequest({
    repository: "acme/spec",
    head: "code",
    author: "author",
  });
  await world.settled();
  expect(conclusions(code.headSha)).toEqual([]);
});
