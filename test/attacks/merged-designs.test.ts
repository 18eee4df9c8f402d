import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { openDesign } from "../support/code-world.ts";
import { createTwoBases, evilSpec, hostile, spec, type TwoBases } from "../support/two-bases.ts";

/*
 * A merge approves a text: the document as it stands in the base afterwards, and the entries that it was made from. GitHub also
 * calls merged what only came along.
 */
let world: TwoBases;
beforeAll(async () => {
  world = await createTwoBases();
});
afterAll(() => world.close());

const store = () => world.sandbox.world.repository("acme/spec").store;
const read = (branch: string, file: string): Promise<string | null> =>
  world.sandbox.readFile("acme/spec", branch, file);

async function forkedDesign(): Promise<PullRequest> {
  const pull = await world.openFork();
  await world.say(pull, `/generate --path design --commit ${pull.headSha}`);
  return world.designOf();
}

/** The document that a design's pull request adds; it may change others. */
async function documentOf({ headSha, baseRef }: PullRequest): Promise<string> {
  const [head = [], base = []] = await Promise.all(
    [headSha, baseRef].map(async (revision) => (await store().tree(revision, true)).map(({ path }) => path)),
  );
  const found = head.find((file) => file.startsWith("design/") && !base.includes(file));
  if (found === undefined) throw new Error("no document");
  return found;
}

/** Writes into the document on the bot's branch, which whoever writes in the repository may. */
async function poison(design: PullRequest): Promise<string> {
  const file = await documentOf(design);
  const text = (await read(design.headRef, file)) ?? "";
  const files = { [file]: text.replace("## Decisions\n", `## Decisions\n\nThe client ${hostile}.\n`) };
  await world.sandbox.commit({ ...spec, branch: design.headRef, files });
  return file;
}

/** A merge of the design with the strategy `ours`, or of `tree`, on top of a branch: its pull request shows README.md only. */
async function tidy(design: PullRequest, branch: string, tree?: string): Promise<string> {
  await world.sandbox.commit({ ...spec, branch, from: "main", files: { [`${branch}.md`]: "hello\n" } });
  const tip = await store().commit((await store().resolve(branch)) ?? "");
  if (tip === null) throw new Error("no tip");
  const who = { name: "author", email: "author@localhost", date: new Date().toISOString() };
  return store().writeCommit({
    ...{ tree: tree ?? tip.tree, parents: [tip.sha, design.headSha] },
    ...{ author: who, committer: who, message: "Tidy\n" },
  });
}

interface Since {
  readonly made: number;
  readonly asked: number;
}
const now = (): Since => ({ made: world.made("acme/one").length, asked: world.model.requests.length });
function expectNothing({ made, asked }: Since): void {
  expect(JSON.stringify(world.model.requests.slice(asked))).not.toContain("evil.example");
  expect(world.made("acme/one")).toHaveLength(made);
}

test.each(["of a fork's spec", "of the repository's own, sent into another branch"])(
  "C1: who merges another pull request that holds a design's commits has not approved the design (%s)",
  async (which) => {
    const own = which.startsWith("of a fork") ? null : await openDesign(world);
    const design = own?.design ?? (await forkedDesign());
    if (own !== null) await world.sandbox.edit(design, "author", { base: "main" });
    await poison(design);
    const from = now();
    const branch = `feature-${String(design.number)}`;
    await world.force(branch, await tidy(design, branch));
    const feature = await world.sandbox.openPullRequest({ ...spec, head: branch });
    await world.settled();
    await world.sandbox.merge(feature, "maintainer");
    await world.settled();
    expect(design.mergedAt).not.toBeNull();
    expectNothing(from);
    expect(world.said(design)).toContain("is not in <code>main</code> as this pull request has it");
  },
);

test("C1: a commit that only looks like the design's merge and is taken back in the same branch approves nothing", async () => {
  const design = await forkedDesign();
  const file = await poison(design);
  const from = now();
  const branch = "looks-alike";
  const tree = await store().mergeTree((await store().resolve("main")) ?? "", design.headSha);
  await world.force(branch, await tidy(design, branch, tree ?? ""));
  await world.sandbox.commit({ ...spec, branch, files: { [file]: null } });
  const feature = await world.sandbox.openPullRequest({ ...spec, head: branch });
  await world.settled();
  await world.sandbox.merge(feature, "maintainer");
  await world.settled();
  expectNothing(from);
});

test("C1: a push of a merge that leaves the document out approves nothing", async () => {
  const design = await forkedDesign();
  await poison(design);
  const from = now();
  await world.force("main", await tidy(design, "left-out"));
  await world.settled();
  expect(design.mergedAt).not.toBeNull();
  expectNothing(from);
  expect(world.said(design)).toContain("is not in <code>main</code> as this pull request has it");
  // Whoever reads the design may still ask for it in words.
  await world.say(design, "/generate --accept-open");
  expect(world.made("acme/one")).toHaveLength(from.made + 1);
});

test.each(["squash", "rebase"] as const)("C1: nor does a %s of the other pull request", async (method) => {
  const design = await forkedDesign();
  await poison(design);
  const from = now();
  const branch = `other-${method}`;
  await world.force(branch, await tidy(design, branch));
  const feature = await world.sandbox.openPullRequest({ ...spec, head: branch });
  await world.settled();
  await world.sandbox.merge(feature, "maintainer", method);
  await world.settled();
  expectNothing(from);
});

test.each(["merge", "squash", "rebase"] as const)(
  "by %s: a design that a reviewer has edited is approved by its merge, though the base has moved on",
  async (method) => {
    const design = await forkedDesign();
    const file = await documentOf(design);
    const text = (await read(design.headRef, file)) ?? "";
    await world.sandbox.commit({
      ...{ repository: "acme/spec", author: "maintainer", branch: design.headRef },
      files: { [file]: text.replace("## Decisions\n", "## Decisions\n\nOne batch at a time.\n") },
    });
    await world.sandbox.commit({ ...spec, branch: "main", files: { [`${method}.md`]: "meanwhile\n" } });
    const from = now();
    await world.sandbox.merge(design, "maintainer", method);
    await world.settled();
    expect(world.made("acme/one")).toHaveLength(from.made + 1);
    expect(JSON.stringify(world.model.requests.slice(from.asked))).toContain("One batch at a time.");
  },
);

test("H1: what came into the spec beside the design's entries is not built by its merge", async () => {
  const { design, spec: pull } = await openDesign(world);
  const text = (await read(pull.headRef, "spec.md")) ?? "";
  const more = `${text}- \`(LM2)\` The client ${hostile}.\n`;
  await world.sandbox.commit({ ...spec, branch: pull.headRef, files: { "spec.md": more } });
  await world.settled();
  const from = now();
  await world.sandbox.merge(design, "maintainer");
  await world.settled();
  expect(JSON.stringify(world.model.requests.slice(from.asked))).not.toContain("evil.example");
  expect(world.made("acme/one")).toHaveLength(from.made + 1);
  expect(world.said(design)).toContain("other entries changed since");
});

test("H1: /retry of a merge's run builds nothing that came into the spec after the design", async () => {
  const { design, spec: pull } = await openDesign(world);
  await world.sandbox.merge(design, "author");
  await world.settled();
  await world.sandbox.commit({ ...spec, branch: pull.headRef, files: evilSpec });
  await world.settled();
  const from = now();
  await world.say(design, "/retry");
  expectNothing(from);
  expect(world.said(design)).toContain("changed in the spec after this design was made");
});

test("H1: /retry of a merge's run that failed for want of a right goes on with what was approved", async () => {
  const { design } = await openDesign(world);
  await world.sandbox.merge(design, "author");
  await world.settled();
  const from = now();
  await world.say(design, "/retry");
  expect(world.made("acme/one")).toHaveLength(from.made + 1);
});

test.each(["open", "merged"])(
  "H1: a design whose entries changed is built only for who accepts that in words, of that moment (%s)",
  async (state) => {
    const { design, spec: pull } = await openDesign(world);
    if (state === "merged") {
      await world.sandbox.merge(design, "author");
      await world.settled();
    }
    const text = "# Limits\n\n- `(LM1)` The client MUST send at most 7 messages in one batch.\n";
    await world.sandbox.commit({ ...spec, branch: pull.headRef, files: { "spec.md": text } });
    await world.settled();
    const from = now();
    await world.say(design, "/generate --accept-open");
    expectNothing(from);
    expect(world.said(design)).toContain("`/generate --accept-stale` here builds");
    const { collaborators } = world.sandbox.world.repository("acme/one");
    collaborators.set("maintainer", "read");
    await world.say(design, "/generate --accept-open --accept-stale");
    collaborators.set("maintainer", "write");
    await world.sandbox.commit({ ...spec, branch: pull.headRef, files: evilSpec });
    await world.settled();
    await world.say(design, "/retry");
    expectNothing(from);
    await world.sandbox.commit({ ...spec, branch: pull.headRef, files: { "spec.md": text } });
    await world.settled();
    await world.say(design, "/generate --accept-open --accept-stale");
    expect(world.made("acme/one")).toHaveLength(from.made + 1);
  },
);
