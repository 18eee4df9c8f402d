import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { call } from "../support/code-world.ts";
import { failCheck } from "../support/fail-check.ts";
import { createTwoBases, spec, type TwoBases } from "../support/two-bases.ts";
import { interrupted, type Meanwhile } from "../support/meanwhile.ts";

/*
 * A follow-up stands where a writer of its repository can send it into any branch: what it was ordered for is not to be read and
 * merged there.
 */
const baseChanged = "the base branch changed from <code>main</code> to <code>release</code>";

let world: TwoBases;
const meanwhile: Meanwhile = { once: null };
let edition = 0;

beforeAll(async () => {
  world = await createTwoBases();
  interrupted(world.model, meanwhile);
  const { sandbox } = world;
  await sandbox.commit({ ...one, branch: "release", from: "main", files: { x: "x\n" } });
});
afterAll(() => world.close());
beforeEach(() => {
  edition += 1;
  const n = String(edition);
  const [code, test] = ["src/batch.ts", "test/batch.test.ts"];
  world.mending = [
    call("write_file", { path: code, content: `// LM1 ${n}\nexport const largestBatch = 20; // ${n}\n` }),
    call("write_file", {
      path: test,
      content: `// LM1\ntest("a batch ${n}", () => {\n  expect(largestBatch).toBe(20);\n});\n`,
    }),
    call("finish", { summary: "Mended." }),
    call("finish", { summary: "Mended." }),
  ];
});

const one = { repository: "acme/one", author: "maintainer" } as const;
const sendAway = (code: PullRequest) => world.sandbox.edit(code, "maintainer", { base: "release" });
const sendSpecAway = (pull: PullRequest) => world.sandbox.edit(pull, "maintainer", { base: "side" });
const sendBack = (code: PullRequest) => world.sandbox.edit(code, "maintainer", { base: "main" });

interface Opened {
  readonly pull: PullRequest;
  readonly code: PullRequest;
}

async function openCode(): Promise<Opened> {
  const pull = await world.openSpec();
  await world.say(pull, "/generate --path code");
  const code = world.made("acme/one").at(-1);
  if (code === undefined) throw new Error("no code");
  return { pull, code };
}

async function breakIt({ code }: Opened): Promise<void> {
  await failCheck(world.sandbox, code, { path: "src/batch.ts", line: 1, message: "failuresToMend" });
  await world.settled();
}

async function changeSpec({ pull }: Opened): Promise<void> {
  const text = `# Limits\n\n- \`(LM1)\` The client MUST send at most ${String(200 + edition)} messages in one batch, failuresToMend.\n`;
  await world.sandbox.commit({ ...spec, branch: pull.headRef, files: { "spec.md": text } });
  await world.settled();
}

const works: readonly (readonly [
  string,
  (opened: Opened) => Promise<unknown>,
  (opened: Opened) => string,
])[] = [
  ["a repair", breakIt, ({ code }) => world.said(code)],
  [
    "a second /generate",
    async (opened) => {
      await changeSpec(opened);
      await world.say(opened.pull, "/generate --path code");
    },
    ({ pull }) => world.table(pull),
  ],
  ["a revision", ({ code }) => world.say(code, "/revise failuresToMend"), ({ code }) => world.said(code)],
];

test.each(works)(
  "%s leaves code alone that goes into another branch than it was ordered for",
  async (...given) => {
    const [, work, said] = given;
    const opened = await openCode();
    const head = opened.code.headSha;
    await sendAway(opened.code);
    await world.settled();
    await work(opened);
    expect(opened.code.headSha).toBe(head);
    expect(said(opened)).toContain(baseChanged);
  },
);

test.each(works)("%s writes nothing where it is sent there while the model works", async (...given) => {
  const [, work, said] = given;
  const opened = await openCode();
  const head = opened.code.headSha;
  meanwhile.once = () => sendAway(opened.code);
  await work(opened);
  expect(meanwhile.once).toBeNull();
  expect(opened.code.headSha).toBe(head);
  expect(said(opened)).toContain(baseChanged);
});

test.each(works)("%s goes on where it was sent back", async (...given) => {
  const [, work] = given;
  const opened = await openCode();
  const head = opened.code.headSha;
  await sendAway(opened.code);
  await sendBack(opened.code);
  await world.settled();
  await work(opened);
  expect(opened.code.headSha).not.toBe(head);
});

test("/verify shows nothing of code that goes into another branch than it was ordered for", async () => {
  const { code } = await openCode();
  await sendAway(code);
  await world.settled();
  await world.say(code, "/verify");
  expect(world.said(code)).toContain(baseChanged);
});

describe("a target's default branch", () => {
  const target = () => world.sandbox.world.repository("acme/one");
  const tip = async (branch: string) => (await target().store.resolve(branch)) ?? "";
  const setDefault = (branch: string): void => {
    target().defaultBranch = branch;
  };
  afterEach(async () => {
    if (target().defaultBranch === "trunk") {
      await target().store.updateRef("refs/heads/main", await tip("trunk"));
      await target().store.deleteRef("refs/heads/trunk");
    }
    setDefault("main");
  });

  test.each(works)(
    "switched to another one, sends nothing: %s leaves what a person sent there",
    async (...given) => {
      const [, work, said] = given;
      const opened = await openCode();
      const head = opened.code.headSha;
      setDefault("release");
      await sendAway(opened.code);
      await world.settled();
      await work(opened);
      expect(opened.code.headSha).toBe(head);
      expect(said(opened)).toContain(baseChanged);
    },
  );

  test.each(works)("renamed, takes its pull requests along: %s goes on", async (...given) => {
    const [, work] = given;
    const opened = await openCode();
    const head = opened.code.headSha;
    await target().store.updateRef("refs/heads/trunk", await tip("main"));
    setDefault("trunk");
    await world.sandbox.edit(opened.code, "maintainer", { base: "trunk" });
    await target().store.deleteRef("refs/heads/main");
    await world.settled();
    await work(opened);
    expect(opened.code.headSha).not.toBe(head);
  });
});

test.each(works)(
  "%s writes nothing where its spec is sent elsewhere while the model works",
  async (...given) => {
    const [, work, said] = given;
    const opened = await openCode();
    const head = opened.code.headSha;
    meanwhile.once = () => sendSpecAway(opened.pull);
    await work(opened);
    expect(meanwhile.once).toBeNull();
    expect(opened.code.headSha).toBe(head);
    expect(said(opened)).toMatch(
      /the spec pull request (?:was sent from <code>main<\/code> into <code>side<\/code>|goes into <code>side<\/code> now)/,
    );
  },
);

test("code is not opened for a spec that is sent elsewhere while the model works", async () => {
  const pull = await world.openSpec();
  const before = world.made("acme/one").length;
  meanwhile.once = () => sendSpecAway(pull);
  await world.say(pull, "/generate --path code");
  expect(meanwhile.once).toBeNull();
  expect(world.made("acme/one")).toHaveLength(before);
  expect(world.table(pull)).toContain(
    "failed: the spec pull request was sent from <code>main</code> into <code>side</code> meanwhile",
  );
});
