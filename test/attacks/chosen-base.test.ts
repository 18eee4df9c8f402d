import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { call, openDesign } from "../support/code-world.ts";
import { failCheck } from "../support/fail-check.ts";
import { createTwoBases, spec, type TwoBases } from "../support/two-bases.ts";

/*
 * Whoever opened a pull request may send it into another branch, and so under another configuration. What nobody orders at that
 * moment, a merge and a repair, works under the branch and the targets of its order, or not at all.
 */
let world: TwoBases;
beforeAll(async () => {
  world = await createTwoBases();
});
afterAll(() => world.close());
afterEach(async () => {
  expect(world.made("acme/two")).toEqual([]);
  for (const pull of world.made("acme/one"))
    expect(await world.sandbox.readFile("acme/one", pull.headRef, "scripts/deploy.ts")).toBeNull();
});

const toSide = (pull: PullRequest, by: string): Promise<void> =>
  world.sandbox.edit(pull, by, { base: "side" });
const toMain = (pull: PullRequest, by: string): Promise<void> =>
  world.sandbox.edit(pull, by, { base: "main" });
const merge = (pull: PullRequest): Promise<string> => world.sandbox.merge(pull, "maintainer");

async function forkedDesign(): Promise<{ readonly pull: PullRequest; readonly design: PullRequest }> {
  const pull = await world.openFork();
  await world.say(pull, `/generate --path design --commit ${pull.headSha}`);
  return { pull, design: world.designOf() };
}

const refused = "goes into <code>side</code> now, and this was ordered when it went into <code>main</code>";

test("H1: an outsider who sends their spec elsewhere while a merge is parked does not choose the configuration", async () => {
  const { pull, design } = await forkedDesign();
  const before = world.made("acme/one").length;
  await world.parked(
    () => merge(design),
    () => toSide(pull, "outsider"),
  );
  expect(world.said(design)).toContain(refused);
  expect(world.made("acme/one")).toHaveLength(before);
});

test("H1: nor before the merge; the word of a maintainer for what is there now is an order of its own", async () => {
  const { pull, design } = await forkedDesign();
  await toSide(pull, "outsider");
  await merge(design);
  await world.settled();
  expect(world.said(design)).toContain(refused);
  await toMain(pull, "outsider");
  await world.settled();
  const before = world.made("acme/one").length;
  await world.say(design, "/generate");
  expect(world.made("acme/one")).toHaveLength(before + 1);
});

test("H1: nor between the delivery of a merge and its work", async () => {
  const { spec: pull, design } = await openDesign(world);
  await world.toldLater(async () => {
    await merge(design);
    await toSide(pull, "author");
  });
  expect(world.said(design)).toContain(refused);
});

test("H1: there and back again, a merge works under the branch of its order", async () => {
  const { pull, design } = await forkedDesign();
  const before = world.made("acme/one").length;
  await world.parked(
    () => merge(design),
    async () => {
      await toSide(pull, "outsider");
      await toMain(pull, "outsider");
    },
  );
  expect(world.made("acme/one")).toHaveLength(before + 1);
});

test("H1: /retry of a merge that was refused is refused for as long as the branch is another one", async () => {
  const { pull, design } = await forkedDesign();
  await world.sandbox.merge(design, "author");
  await world.settled();
  await toSide(pull, "outsider");
  await world.settled();
  await world.say(design, "/retry");
  expect(world.said(design)).toContain(refused);
  await toMain(pull, "outsider");
  await world.settled();
  const before = world.made("acme/one").length;
  await world.say(design, "/retry");
  expect(world.made("acme/one")).toHaveLength(before + 1);
});

test("H1: a branch that was given another name is another branch, and the way on is said", async () => {
  const { sandbox } = world;
  await sandbox.commit({ ...spec, branch: "next", from: "main", files: {} });
  const pull = await world.openSpec();
  await sandbox.edit(pull, "author", { base: "next" });
  await world.say(pull, "/generate --path design");
  const design = world.designOf();
  // GitHub sends open pull requests along.
  await sandbox.commit({ ...spec, branch: "trunk", from: "next", files: {} });
  await sandbox.edit(pull, "author", { base: "trunk" });
  await merge(design);
  await world.settled();
  expect(world.said(design)).toContain("goes into <code>trunk</code> now");
  const before = world.made("acme/one").length;
  await world.say(design, "/generate");
  expect(world.made("acme/one")).toHaveLength(before);
  expect(world.said(design)).toContain("then order it: `/generate` on the spec pull request.");
  await world.say(pull, "/generate --path code");
  expect(world.made("acme/one")).toHaveLength(before + 1);
});

test("C1: a target that came into the configuration after a design waits for an order of its own", async () => {
  const { sandbox } = world;
  const config = (await sandbox.readFile("acme/spec", "main", ".github/twopath.yml")) ?? "";
  const { design } = await forkedDesign();
  const more = "  - { name: two, repository: acme/two, language: typescript }\n";
  await sandbox.commit({ ...spec, branch: "main", files: { ".github/twopath.yml": config + more } });
  const before = world.made("acme/one").length;
  await merge(design);
  await world.settled();
  expect(world.made("acme/one")).toHaveLength(before + 1);
  expect(world.said(design)).toContain("<code>two</code> is a target since this design was made");
  await sandbox.commit({ ...spec, branch: "main", files: { ".github/twopath.yml": config } });
});

const deploy = [
  call("write_file", { path: "scripts/deploy.ts", content: "// LM1\nexport const deploy = 1;\n" }),
  call("finish", { summary: "Mended." }),
];
const mended = [
  call("write_file", { path: "src/batch.ts", content: "// LM1, mended.\nexport const largestBatch = 20;\n" }),
  call("finish", { summary: "Mended." }),
];

async function forkedCode(): Promise<{ readonly pull: PullRequest; readonly code: PullRequest }> {
  const pull = await world.openFork();
  await world.say(pull, `/generate --path code --commit ${pull.headSha}`);
  const code = world.made("acme/one").at(-1);
  if (code === undefined) throw new Error("no code");
  return { pull, code };
}

async function fail(code: PullRequest): Promise<void> {
  await failCheck(world.sandbox, code, { path: "src/batch.ts", line: 1, message: "boom" });
  await world.settled();
}

test("C1: a repair works by the configuration that its code was ordered under, and else says why it does not", async () => {
  const { pull, code } = await forkedCode();
  const head = code.headSha;
  await toSide(pull, "outsider");
  world.mending = deploy;
  await fail(code);
  expect(code.headSha).toBe(head);
  expect(world.said(code)).toContain(refused);
  await toMain(pull, "outsider");
  await world.settled();
  world.mending = mended;
  await fail(code);
  expect(code.headSha).not.toBe(head);
});

test("C1: nor of the code that a merge had made", async () => {
  const { pull, design } = await forkedDesign();
  await merge(design);
  await world.settled();
  const code = world.made("acme/one").at(-1);
  if (code === undefined) throw new Error("no code");
  const head = code.headSha;
  await toSide(pull, "outsider");
  world.mending = deploy;
  await fail(code);
  expect(code.headSha).toBe(head);
  // An order of this moment puts it right for what follows, though the code stays as it is.
  await toMain(pull, "outsider");
  await world.settled();
  world.mending = mended;
  await fail(code);
  expect(code.headSha).not.toBe(head);
});
