import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { type CodeWorld, createCodeWorld } from "../support/code-world.ts";

/*
 * Who writes in a public spec's repository names a target that they guess to be there, and goes on to the merge of a design: what
 * was kept of the order must not tell a private repository of the installation from none.
 */
const kinds = {
  absent: null,
  "private, naming nothing": {},
  "private, naming the spec": { ".github/twopath.yml": "specs: [acme/spec]\n" },
} as const;

let world: CodeWorld;
afterEach(() => world.close());

function saidOn(pull: PullRequest): readonly string[] {
  const comments = world.sandbox.comments(pull);
  return comments.filter(({ author }) => author.login === "twopath[bot]").map(({ body }) => body);
}

async function say(pull: PullRequest, words: string): Promise<void> {
  world.sandbox.comment(pull, "author", words);
  await world.settled();
}

/** Commits, times and numbers taken out: they differ from run to run. */
function compared(said: readonly unknown[]): string {
  return JSON.stringify(said)
    .replaceAll(/\b[0-9a-f]{6,40}\b/g, "SHA")
    .replaceAll(/[0-9a-f]*&#8203;[0-9a-f]*/g, "SHA")
    .replaceAll(/\d+/g, "N");
}

/** What is said and kept in sight from the design's order on. */
async function answers(kind: keyof typeof kinds, targets: readonly string[]): Promise<string> {
  world = await createCodeWorld({ targets: [], replace: { queue: { maxAttempts: 1 } } });
  const { sandbox } = world;
  const files = kinds[kind];
  if (files !== null)
    await sandbox.createRepository({
      ...{ name: "acme/vault", isPrivate: true, collaborators: {} },
      files: { "src/batch.ts": "// LM1\n", ...files },
    });
  await sandbox.createRepository({
    name: "acme/one",
    files: { ".github/twopath.yml": "specs: [acme/spec]\n", "src/batch.ts": "// LM1\n" },
    collaborators: { author: "write" },
  });
  const lines = targets.map(
    (name) => `  - { name: ${name}, repository: acme/${name}, language: typescript }\n`,
  );
  await sandbox.commit({
    ...{ repository: "acme/spec", branch: "main", author: "author" },
    files: { ".github/twopath.yml": `spec: [spec.md]\ntargets:\n${lines.join("")}` },
  });
  const spec = await world.openSpec();
  await say(spec, "/generate --path design");
  const design = sandbox.world.pulls.findLast(({ headRef }) => headRef.startsWith("twopath/design"));
  if (design === undefined) throw new Error("no design");
  await sandbox.merge(design, "author");
  await world.settled();
  for (const words of ["/retry", "/status", "/generate --accept-open", "/retry"]) await say(design, words);
  await say(spec, "/status");
  const checks = sandbox
    .checks("acme/spec")
    .map(({ name, conclusion, output }) => [name, conclusion, output]);
  const code = sandbox.pullRequests("acme/one").map(({ title }) => title);
  return compared([saidOn(spec), saidOn(design), design.body, checks, code]);
}

test.each([[["vault"]], [["vault", "one"]]])(
  "a private name that was guessed is answered as an absent one, to the merge of a design and after it: targets %s",
  async (targets) => {
    const absent = await answers("absent", targets);
    expect(absent).toContain("acme/vault is no target of this spec");
    for (const kind of ["private, naming nothing", "private, naming the spec"] as const) {
      await world.close();
      expect(await answers(kind, targets)).toBe(absent);
    }
  },
);

test("a target that begins to take part after the order is one that nobody has ordered for", async () => {
  world = await createCodeWorld({ targets: ["one"], replace: { queue: { maxAttempts: 1 } } });
  const { sandbox } = world;
  const consent = (specs: string) =>
    sandbox.commit({
      ...{ repository: "acme/one", branch: "main", author: "maintainer" },
      files: { ".github/twopath.yml": `specs: [${specs}]\n` },
    });
  await consent("");
  const spec = await world.openSpec();
  await say(spec, "/generate --path design");
  await consent("acme/spec");
  const design = sandbox.world.pulls.findLast(({ headRef }) => headRef.startsWith("twopath/design"));
  if (design === undefined) throw new Error("no design");
  await sandbox.merge(design, "maintainer");
  await world.settled();
  expect(sandbox.pullRequests("acme/one")).toEqual([]);
  expect(saidOn(design).join("\n")).toContain("none of the targets");
});
