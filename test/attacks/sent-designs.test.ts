import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { openDesign } from "../support/code-world.ts";
import { createTwoBases, hostile, spec, type TwoBases } from "../support/two-bases.ts";

/*
 * Code is made from the document that was ordered, where it was ordered to go. Who writes in the spec's repository can send a
 * design into a branch that nobody looks after, and merge it there.
 */
let world: TwoBases;
let branches = 0;
beforeAll(async () => {
  world = await createTwoBases();
});
afterAll(() => world.close());

interface Standing {
  readonly pull: PullRequest;
  readonly design: PullRequest;
}

async function ofFork(): Promise<Standing> {
  const pull = await world.openFork();
  await world.say(pull, `/generate --path design --commit ${pull.headSha}`);
  return { pull, design: world.designOf() };
}

async function ofOwn(): Promise<Standing> {
  const { spec: pull, design } = await openDesign(world);
  return { pull, design };
}

const kinds = [
  ["a fork's", ofFork],
  ["the repository's own", ofOwn],
] as const;

/** Writes into the document on the bot's branch, which whoever writes in the repository may. */
async function poison(design: PullRequest): Promise<void> {
  const store = world.sandbox.world.repository("acme/spec").store;
  const named = async (revision: string) => (await store.tree(revision, true)).map(({ path }) => path);
  const [head, base] = [await named(design.headSha), await named(design.baseRef)];
  const file = head.find((path) => path.startsWith("design/") && !base.includes(path)) ?? "";
  const text = (await world.sandbox.readFile("acme/spec", design.headRef, file)) ?? "";
  const files = { [file]: text.replace("## Decisions\n", `## Decisions\n\nThe client ${hostile}.\n`) };
  await world.sandbox.commit({ ...spec, branch: design.headRef, files });
}

/** Gives the branch that it was sent into. */
async function sendAway(design: PullRequest): Promise<string> {
  branches += 1;
  const branch = `mine-${String(branches)}`;
  await world.sandbox.commit({ ...spec, branch, from: "main", files: { [`${branch}.txt`]: "x\n" } });
  await world.sandbox.edit(design, "author", { base: branch });
  await world.settled();
  return branch;
}

async function merge(design: PullRequest, by: string): Promise<void> {
  await world.sandbox.merge(design, by);
  await world.settled();
}

interface Since {
  readonly made: number;
  readonly asked: number;
}
const now = (): Since => ({ made: world.made("acme/one").length, asked: world.model.requests.length });
function expectNothing({ made, asked }: Since): void {
  expect(world.model.requests).toHaveLength(asked);
  expect(world.made("acme/one")).toHaveLength(made);
}

describe.each(kinds)("a design of %s spec that was sent into another branch", (_kind, open) => {
  let design: PullRequest;
  let ordered: string;
  let sent: string;
  let from: Since;
  beforeEach(async () => {
    ({ design } = await open());
    ordered = design.baseRef;
    await poison(design);
    sent = await sendAway(design);
    from = now();
  });
  const expectMergedWords = (): void => {
    expect(world.said(design)).toContain(
      `this was ordered for <code>${ordered}</code> and merged into <code>${sent}</code>`,
    );
  };

  test("is no approval where it is merged there, nor by the /retry of who may write in the target", async () => {
    await merge(design, "author");
    expectMergedWords();
    await world.say(design, "/retry");
    expectNothing(from);
  });

  test("is none where it is merged in the name of who may write in the target", async () => {
    await merge(design, "maintainer");
    expectNothing(from);
    expectMergedWords();
  });

  test.each(["/generate --accept-open", "/revise at most 5 ms"])("is not worked on by %s", async (said) => {
    const head = design.headSha;
    await world.say(design, said);
    expectNothing(from);
    expect(design.headSha).toBe(head);
    expect(world.said(design)).toContain(
      `the base branch changed from <code>${ordered}</code> to <code>${sent}</code> since this was ordered`,
    );
  });

  test("is built by no /generate once it is merged there", async () => {
    await merge(design, "author");
    await world.say(design, "/generate --accept-open");
    expectNothing(from);
  });

  test("goes on where it was sent back", async () => {
    await world.sandbox.edit(design, "author", { base: ordered });
    await world.settled();
    await merge(design, "maintainer");
    expect(world.made("acme/one")).toHaveLength(from.made + 1);
  });
});

test("a design that stood on the spec's branch goes on where the bot sends it once that is merged", async () => {
  const { pull, design } = await ofOwn();
  await merge(pull, "maintainer");
  expect(design.baseRef).toBe("main");
  const from = now();
  await merge(design, "maintainer");
  expect(world.made("acme/one")).toHaveLength(from.made + 1);
});

test("the spec's branch that stays after its merge is no place to have a design approved in", async () => {
  const { pull, design } = await ofOwn();
  await poison(design);
  await merge(pull, "maintainer");
  await world.sandbox.edit(design, "author", { base: pull.headRef });
  await world.settled();
  const from = now();
  await merge(design, "author");
  await world.say(design, "/retry");
  expectNothing(from);
  expect(world.said(design)).toContain("is not in <code>main</code> as this pull request has it");
});

test("a design that was merged before its spec is built by /retry after it", async () => {
  const { pull, design } = await ofOwn();
  await merge(design, "author");
  await merge(pull, "author");
  const from = now();
  await world.say(design, "/retry");
  expect(world.made("acme/one")).toHaveLength(from.made + 1);
});

test("the spec's branch is merged elsewhere by another pull request, and its design sent there", async () => {
  const { pull, design } = await ofOwn();
  await poison(design);
  const other = "other-base";
  await world.sandbox.commit({ ...spec, branch: other, from: "main", files: { "other.txt": "x\n" } });
  const twin = await world.sandbox.openPullRequest({ ...spec, head: pull.headRef, base: other });
  await world.settled();
  await merge(twin, "author");
  await world.sandbox.edit(design, "author", { base: other });
  await world.settled();
  const from = now();
  await merge(design, "maintainer");
  expectNothing(from);
});

test("a design that was ordered into a branch of one's own first is none of the order for another branch", async () => {
  const { sandbox } = world;
  branches += 1;
  const mine = `mine-${String(branches)}`;
  await sandbox.commit({ ...spec, branch: mine, from: "main", files: { [`${mine}.txt`]: "x\n" } });
  const pull = await world.openFork();
  await sandbox.edit(pull, "author", { base: mine });
  await world.settled();
  const order = async (): Promise<void> => {
    sandbox.comment(pull, "author", `/generate --path design --commit ${pull.headSha}`);
    await world.settled();
  };
  await order();
  const design = world.designOf();
  expect(design.baseRef).toBe(mine);
  await sandbox.edit(pull, "author", { base: "main" });
  await world.settled();
  await order();
  expect(world.table(pull)).toContain(`from <code>main</code> to <code>${mine}</code>`);
  await poison(design);
  const from = now();
  await merge(design, "author");
  await world.say(design, "/retry");
  expectNothing(from);
});
