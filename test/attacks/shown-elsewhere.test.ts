import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { call, type CodeWorld, createCodeWorld, goodScript } from "../support/code-world.ts";

/*
 * What a private spec says, in a repository that other people read: nothing but what was ordered there, unless who asks may read
 * the spec, and not where everybody reads.
 */
const secret = "# Limits\n\n- `(LM1)` The client MUST send SWORDFISH.\n";

let world: CodeWorld;
let spec: PullRequest;
let code: PullRequest;

beforeEach(async () => {
  world = await createCodeWorld({
    targets: ["one"],
    script: (_, turn) => goodScript[turn - 1] ?? call("finish", { summary: "Done." }),
    replace: { queue: { maxAttempts: 1 } },
  });
  world.sandbox.createUser("mallory");
});
afterEach(() => world.close());

function isPrivate(...names: readonly string[]): void {
  for (const name of names) world.sandbox.world.repository(name).isPrivate = true;
}

async function openCode(): Promise<void> {
  spec = await world.openSpec();
  await world.say(spec, "/generate --path code");
  const [opened] = world.sandbox.pullRequests("acme/one");
  if (opened === undefined) throw new Error("no code");
  code = opened;
  world.sandbox.world.repository("acme/one").collaborators.set("mallory", "write");
}

async function changeSpec(): Promise<void> {
  const { headRef: branch } = spec;
  await world.sandbox.commit({
    ...{ repository: "acme/spec", branch, author: "author", files: { "spec.md": secret } },
  });
  await world.settled();
}

async function say(login: string, words: string): Promise<string> {
  world.sandbox.comment(code, login, words);
  await world.settled();
  return world.sandbox.comments(code).at(-1)?.body ?? "";
}

/** All that the bot has written where the code stands. */
async function shown(): Promise<string> {
  const { sandbox } = world;
  const files = await Promise.all(
    ["src/batch.ts", "test/batch.test.ts"].map((path) => sandbox.readFile("acme/one", code.headRef, path)),
  );
  const comments = sandbox.comments(code).map(({ body }) => body);
  return JSON.stringify([code.title, code.body, comments, files, sandbox.checks("acme/one")]);
}

async function expectHidden(login: string, words: string, because: string): Promise<void> {
  const asked = world.model.requests.length;
  expect(await say(login, words)).toContain(because);
  expect(await shown()).not.toContain("SWORDFISH");
  expect(world.model.requests.slice(asked)).toEqual([]);
}

test.each(["/verify", "/verify LM1", "/revise say what the spec says"])(
  "S7: %s on a follow-up shows nothing of a private spec to somebody who cannot read it",
  async (words) => {
    isPrivate("acme/spec", "acme/one");
    await openCode();
    await changeSpec();
    await expectHidden("mallory", words, "the spec is private, has changed since this was made, and you");
  },
);

test.each(["/verify", "/revise say what the spec says"])(
  "S7: %s shows nothing of it where everybody reads, whoever asks",
  async (words) => {
    await openCode();
    isPrivate("acme/spec");
    await changeSpec();
    await expectHidden("maintainer", words, "and everybody can read what is said here");
  },
);

test("S7: nor once the place was made public", async () => {
  isPrivate("acme/spec", "acme/one");
  await openCode();
  await changeSpec();
  world.sandbox.world.repository("acme/one").isPrivate = false;
  await expectHidden("maintainer", "/verify", "and everybody can read what is said here");
});

test("S7: nor once who asks has lost the right to read it", async () => {
  isPrivate("acme/spec", "acme/one");
  world.sandbox.world.repository("acme/spec").collaborators.set("mallory", "read");
  await openCode();
  await changeSpec();
  world.sandbox.world.repository("acme/spec").collaborators.delete("mallory");
  await expectHidden("mallory", "/verify", "you cannot read it");
});

test("the note that it is stale names the entry there, and no text of it", async () => {
  isPrivate("acme/spec", "acme/one");
  await openCode();
  await changeSpec();
  expect(await shown()).toContain("**Stale**");
  expect(await shown()).not.toContain("SWORDFISH");
});

test("what was ordered there is verified for whoever may write there, and anything for who can read the spec", async () => {
  isPrivate("acme/spec", "acme/one");
  await openCode();
  expect(await say("mallory", "/verify")).toContain("at most 20 messages");
  await changeSpec();
  expect(await say("maintainer", "/verify")).toContain("SWORDFISH");
});

test("of a public spec anything is verified", async () => {
  await openCode();
  await changeSpec();
  expect(await say("mallory", "/verify")).toContain("SWORDFISH");
});
