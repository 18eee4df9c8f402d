import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { call, type CodeWorld, createCodeWorld, goodScript } from "../support/code-world.ts";
import { interrupted, type Meanwhile } from "../support/meanwhile.ts";

/*
 * What was read for somebody who may read it is shown minutes later: by then everybody may read the page, or the one who asked may
 * read it no more.
 */
const secret = { "spec.md": "# Limits\n\n- `(LM1)` The client MUST send SWORDFISH.\n" };

let world: CodeWorld;
let script = goodScript;
const meanwhile: Meanwhile = { once: null };

beforeEach(async () => {
  world = await createCodeWorld({
    ...{ targets: ["one"], privateTargets: true, replace: { queue: { maxAttempts: 1 } } },
    script: (_, turn) => script[turn - 1] ?? call("finish", { summary: "Done." }),
  });
  setPrivate("acme/spec", true);
  interrupted(world.model, meanwhile);
});
afterEach(async () => {
  script = goodScript;
  meanwhile.once = null;
  await world.close();
});

function setPrivate(name: string, isPrivate: boolean): void {
  world.sandbox.world.repository(name).isPrivate = isPrivate;
}

function shownOn(pull: PullRequest): string {
  const { sandbox } = world;
  const said = sandbox.comments(pull).map(({ body }) => body);
  return JSON.stringify([said, sandbox.checks("acme/one")]);
}

const pulls = {
  "somebody's own": async () => {
    const { sandbox } = world;
    await sandbox.commit({ repository: "acme/spec", branch: "main", author: "author", files: secret });
    const files = { "src/batch.ts": "// LM1\nexport const largestBatch = 21;\n" };
    await sandbox.commit({ repository: "acme/one", branch: "p", author: "maintainer", files });
    return sandbox.openPullRequest({ repository: "acme/one", head: "p", author: "maintainer" });
  },
  "a follow-up": async () => {
    const spec = await world.openSpec();
    await world.say(spec, "/generate --path code");
    const [code] = world.sandbox.pullRequests("acme/one");
    if (code === undefined) throw new Error("no code");
    const place = { repository: "acme/spec", branch: spec.headRef, author: "author" };
    await world.sandbox.commit({ ...place, files: secret });
    return code;
  },
};
const turns = {
  "the place turns public": () => {
    setPrivate("acme/one", false);
  },
  "who asked can read the spec no more": () =>
    world.sandbox.world.repository("acme/spec").collaborators.delete("maintainer"),
  "who asked can write in the place no more": () =>
    world.sandbox.world.repository("acme/one").collaborators.set("maintainer", "read"),
  "the place names the spec no more": () =>
    world.sandbox.commit({
      ...{ repository: "acme/one", branch: "main", author: "maintainer" },
      files: { ".github/twopath.yml": "specs: []\n" },
    }),
};

test.each(
  (Object.keys(pulls) as (keyof typeof pulls)[]).flatMap((kind) =>
    (Object.keys(turns) as (keyof typeof turns)[]).map((how) => [kind, how] as const),
  ),
)("/verify on %s: nothing of the spec is shown when, while the model judges, %s", async (kind, how) => {
  const pull = await pulls[kind]();
  await world.settled();
  let isTurned = false;
  meanwhile.once = () => {
    isTurned = true;
    return turns[how]();
  };
  await world.say(pull, "/verify");
  expect(isTurned).toBe(true);
  expect(shownOn(pull)).not.toContain("SWORDFISH");
});

test("/verify shows it where nothing has turned", async () => {
  const pull = await pulls["somebody's own"]();
  await world.settled();
  await world.say(pull, "/verify");
  expect(shownOn(pull)).toContain("SWORDFISH");
});

test("what was counted in a private target while the spec was private is not told once everybody reads it", async () => {
  const spec = await world.openSpec();
  const counted = "one (1)";
  expect(JSON.stringify(world.sandbox.comments(spec))).toContain(counted);
  setPrivate("acme/spec", false);
  const files = {
    "spec.md": "# Limits\n\n- `(LM1)` The client MUST send at most 77 messages in one batch.\n",
  };
  await world.sandbox.commit({ repository: "acme/spec", branch: spec.headRef, author: "author", files });
  await world.settled();
  const said = JSON.stringify(world.sandbox.comments(spec));
  expect(said).toContain("77");
  expect(said).not.toContain(counted);
  expect(said).toContain("one not read");
});

test.each([
  ["a question", call("ask", { entry: "LM1", quote: "messages", question: "Is it SWORDFISH?" })],
  [
    "that there is nothing to do",
    call("finish", { summary: "Done.", nothing_to_do: [{ entry: "LM1", because: "SWORDFISH does it." }] }),
  ],
])(
  "%s that a model has of a private target's code is not put beside a spec that turned public",
  async (_, reply) => {
    script = [reply, call("finish", { summary: "SWORDFISH does it." })];
    const spec = await world.openSpec();
    meanwhile.once = () => {
      setPrivate("acme/spec", false);
    };
    await world.say(spec, "/generate --path code");
    const { sandbox } = world;
    expect(JSON.stringify([sandbox.comments(spec), sandbox.checks("acme/spec")])).not.toContain("SWORDFISH");
    expect(world.table(spec)).toContain("acme/one is no target of this spec");
  },
);
