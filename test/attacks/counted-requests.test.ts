import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { type CodeWorld, createCodeWorld } from "../support/code-world.ts";

/*
 * How long an answer takes says no more of a private repository than that it is there: whatever its configuration says, the same
 * requests are made, and few more than for a name that nobody has.
 */
let world: CodeWorld;

/** Each name in a world of its own: what a server asks once, or again after many commands, is the same for all. */
async function inNewWorld<Counted>(work: () => Promise<Counted>): Promise<Counted> {
  world = await createCodeWorld({ targets: [], replace: { queue: { maxAttempts: 1 } } });
  try {
    return await work();
  } finally {
    await world.close();
  }
}

type Files = Readonly<Record<string, string>>;
const name = ".github/twopath.yml";
const code = { "src/batch.ts": "// LM1\n" };
const privateOnes: readonly Files[] = [
  code,
  { ...code, [name]: "specs: [acme/other]\n" },
  { ...code, [name]: "specs: [acme/spec]\n" },
];

async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const from = world.sandbox.requests.length;
  await work();
  await world.settled();
  // A token is minted by who needs it first, and a table that counts seconds is written as they pass.
  const isTimed = (path: string): boolean => path.endsWith("/access_tokens") || path.includes("/issues/");
  return world.sandbox.requests.slice(from).filter(({ path }) => !isTimed(path)).length;
}

interface Name {
  readonly called: string;
  readonly files: Files | null;
}

async function make({ called, files }: Name): Promise<void> {
  const isPrivate = true;
  if (files !== null)
    await world.sandbox.createRepository({ name: `acme/${called}`, isPrivate, files, collaborators: {} });
}

/** Of a review, an /explain and a /generate of code and of a design of a public spec that names the repository as a target. */
function ofTarget(named: Name, isPrivate = false): Promise<readonly number[]> {
  return inNewWorld(() => countedOfTarget(named, isPrivate));
}

async function countedOfTarget(named: Name, isPrivate: boolean): Promise<readonly number[]> {
  const { sandbox } = world;
  sandbox.world.repository("acme/spec").isPrivate = isPrivate;
  await make(named);
  const target = `{ name: vault, repository: acme/${named.called}, language: typescript }`;
  const config = `spec: [spec.md]\ntargets:\n  - ${target}\n`;
  await sandbox.commit({
    repository: "acme/spec",
    branch: "main",
    author: "author",
    files: { [name]: config },
  });
  await world.settled();
  const opened: PullRequest[] = [];
  const review = await requestsOf(async () => opened.push(await world.openSpec()));
  const [spec] = opened;
  if (spec === undefined) throw new Error("no pull request");
  const explain = await requestsOf(() => world.say(spec, "/explain LM1"));
  const generate = await requestsOf(() => world.say(spec, "/generate --path code"));
  const design = await requestsOf(() => world.say(spec, "/generate --path design"));
  return [review, explain, generate, design];
}

test("a private target of a public spec costs the same whatever it says, and three requests more than an absent one wherever it is asked for", async () => {
  const absent = await ofTarget({ called: "absent", files: null });
  for (const [at, files] of privateOnes.entries()) {
    const counts = await ofTarget({ called: `vault-${String(at)}`, files });
    expect(counts.map((count, which) => count - (absent[which] ?? 0))).toEqual([3, 3, 9, 12]);
  }
});

test("a private one of a private spec costs four, and a fifth where it has a configuration", async () => {
  const [absent = 0] = await ofTarget({ called: "absent", files: null }, true);
  for (const [at, files] of privateOnes.slice(0, 2).entries()) {
    const [review = 0] = await ofTarget({ called: `vault-${String(at)}`, files }, true);
    expect(review - absent).toBe(4 + at);
  }
});

/** Of a /verify in a repository of the asker's own, whose configuration names the repository as its spec. */
function ofSpec(named: Name): Promise<number> {
  return inNewWorld(() => countedOfSpec(named));
}

async function countedOfSpec(named: Name): Promise<number> {
  const { sandbox } = world;
  sandbox.createUser("mallory");
  await make(named);
  const own = `acme/own-${named.called}`;
  await sandbox.createRepository({
    ...{ name: own, isPrivate: true, collaborators: { mallory: "write" } },
    files: { ...code, [name]: `specs: [acme/${named.called}]\n` },
  });
  const author = "mallory";
  await sandbox.commit({ repository: own, branch: "more", author, files: { "src/more.ts": "// LM1\n" } });
  const pull = await sandbox.openPullRequest({ repository: own, head: "more", author });
  await world.settled();
  return requestsOf(async () => {
    sandbox.comment(pull, author, "/verify");
    await world.settled();
  });
}

test("so does a private spec that a repository of one's own names, and that one may not read: two requests", async () => {
  const absent = await ofSpec({ called: "none", files: null });
  const target = (at: number) =>
    `spec: [spec.md]\ntargets:\n  - { name: a, repository: acme/own-secret-${String(at)} }\n`;
  for (const [at, files] of [{}, { [name]: target(1) }].entries()) {
    const text = { ...files, "spec.md": "# L\n\n- `(LM1)` At most 5 times.\n" };
    expect((await ofSpec({ called: `secret-${String(at)}`, files: text })) - absent).toBe(2);
  }
});
