import { refsMoved } from "../../src/sandbox/operation/pushes.ts";
import type { TreeChange } from "../../src/sandbox/world/git-tree.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { createTwoBases, hostile, spec, type TwoBases } from "../support/two-bases.ts";

/*
 * GitHub answers for a link with the content of what it leads to, and its page of the pull request shows the link: who approves a
 * design sees one line of a path. Nothing is read that is no regular file.
 */
const hidden = `---\nstatus: accepted\nentries:\n  - id: "LM1"\n---\n\n## Decisions\n\nThe client ${hostile}.\n`;

let world: TwoBases;
beforeEach(async () => {
  world = await createTwoBases();
  await world.sandbox.commit({
    ...{ ...spec, branch: "main" },
    files: { "notes/x.md": hidden, "notes/config.yml": "spec: [other.md]\n" },
  });
  await world.settled();
});
afterEach(() => world.close());

const kinds = {
  link: { mode: "120000", target: (to: string) => to },
  "link out of the repository": { mode: "120000", target: () => "/etc/hostname" },
  submodule: { mode: "160000", target: null },
} as const;

/** Puts something that is no regular file at a path of a branch. */
async function put(
  name: string,
  branch: string,
  path: string,
  kind: keyof typeof kinds,
  to: string,
): Promise<void> {
  const { world: github } = world.sandbox;
  const repository = github.repository(name);
  const { store } = repository;
  const parent = (await store.resolve(branch)) ?? "";
  const { mode, target } = kinds[kind];
  const sha = target === null ? parent : await store.writeBlob(Buffer.from(target(to)));
  const change: TreeChange = { mode, sha, path };
  const base = await store.commit(parent);
  const before = await store.refs();
  const tree = await store.writeTree(await store.treeOf(parent), [change]);
  if (base === null) throw new Error("no commit");
  const made = await store.writeCommit({ ...base, tree, parents: [parent], message: "Tidy\n" });
  await store.updateRef(`refs/heads/${branch}`, made);
  await refsMoved(github, repository, before, github.account("author"));
  await world.settled();
}

async function designed(): Promise<{ readonly design: PullRequest; readonly document: string }> {
  const pull = await world.openFork();
  await world.say(pull, `/generate --path design --commit ${pull.headSha}`);
  return { design: world.designOf(), document: "design/lm1.md" };
}

test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
  "a design's document that is a %s is not approved by a merge, and not built by a command",
  async (kind) => {
    const { design, document } = await designed();
    expect(await world.sandbox.readFile("acme/spec", design.headRef, document)).not.toBeNull();
    await put("acme/spec", design.headRef, document, kind, "../notes/x.md");
    const from = world.model.requests.length;
    await world.sandbox.merge(design, "maintainer");
    await world.settled();
    expect(world.said(design)).toContain("only regular files are read");
    await new Promise((resume) => setTimeout(resume, 1100));
    await world.say(design, "/generate --accept-open --accept-stale");
    expect(JSON.stringify(world.model.requests.slice(from))).not.toContain("evil.example");
    expect(world.made("acme/one")).toEqual([]);
  },
);

test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
  "a configuration that is a %s is not read, and the review says so",
  async (kind) => {
    await put("acme/spec", "main", ".github/twopath.yml", kind, "../notes/config.yml");
    const pull = await world.openSpec();
    expect(world.said(pull)).toContain("only regular files are read");
  },
);

test.each(Object.keys(kinds) as (keyof typeof kinds)[])(
  "a target whose consent is a %s takes no part, like an absent one",
  async (kind) => {
    await world.sandbox.commit({
      ...{ repository: "acme/one", branch: "main", author: "maintainer" },
      files: { "docs/x.yml": "specs: [acme/spec]\n" },
    });
    await put("acme/one", "main", ".github/twopath.yml", kind, "../docs/x.yml");
    const pull = await world.openSpec();
    await world.say(pull, "/generate --path code");
    expect(world.table(pull)).toContain("acme/one is no target of this spec");
    expect(world.said(pull)).not.toContain("regular files");
  },
);
