import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { type CodeWorld, createCodeWorld } from "../support/code-world.ts";

/* Who may push makes a tag that is called like a branch: wherever a branch is meant, its whole name is sent. */

let world: CodeWorld;

beforeEach(async () => {
  world = await createCodeWorld({ targets: ["one"], replace: { queue: { maxAttempts: 1 } } });
});

afterEach(() => world.close());

/** A commit with these files under a tag of this name, and on no branch. */
async function tag(repository: string, name: string, files: Record<string, string>): Promise<void> {
  await world.sandbox.commit({ repository, branch: "aside", from: "main", author: "author", files });
  const { store } = world.sandbox.world.repository(repository);
  await store.updateRef(`refs/tags/${name}`, (await store.resolve("refs/heads/aside")) ?? "");
}

const code = (): readonly PullRequest[] => world.sandbox.pullRequests("acme/one");
const evil = "// evil.example\n";

test("a target is read, and asked for its consent, on its branch", async () => {
  await tag("acme/one", "main", { ".github/twopath.yml": "specs: [acme/other]\n", "src/batch.ts": evil });
  await world.say(await world.openSpec(), "/generate --path code");
  expect(code()).toHaveLength(1);
  expect(JSON.stringify(world.model.requests)).not.toContain("evil.example");
});

test("a target that names nobody is not made willing by a tag", async () => {
  const config = { repository: "acme/one", branch: "main", author: "author" };
  await world.sandbox.commit({ ...config, files: { ".github/twopath.yml": "specs: [acme/other]\n" } });
  await tag("acme/one", "main", { ".github/twopath.yml": "specs: [acme/spec]\n" });
  await world.say(await world.openSpec(), "/generate --path code");
  expect(code()).toEqual([]);
});

test("a spec's configuration and changes are those of the branch that it goes into, once it is merged, too", async () => {
  await tag("acme/spec", "main", { ".github/twopath.yml": "spec: [none.md]\ntargets: []\n" });
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path code");
  expect(code()).toHaveLength(1);
  await world.sandbox.merge(spec, "maintainer");
  await world.settled();
  await world.say(spec, "/explain LM1");
  const said = world.sandbox.comments(spec).at(-1)?.body ?? "";
  expect(said).toContain("<del>10</del><ins>20</ins>");
});

test("no request names a branch by less than its whole name", async () => {
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path design");
  const design = world.sandbox.world.pulls.findLast(({ headRef }) => headRef.startsWith("twopath/design"));
  if (design === undefined) throw new Error("no design");
  await world.sandbox.merge(design, "maintainer");
  await world.sandbox.merge(spec, "maintainer");
  await world.settled();
  await world.say(code()[0] ?? spec, "/verify");
  const whole = /^(?:[0-9a-f]{40}|(?:refs\/)?heads\/.+)$/;
  const named = world.sandbox.requests.flatMap(({ path: address }) => {
    const { pathname, searchParams } = new URL(address, "https://api.github.com");
    const place = /\/(?:commits|compare|git\/trees|git\/ref|tarball)\/([^/]+)/.exec(pathname)?.[1];
    const asked = pathname.includes("/contents/") ? (searchParams.get("ref") ?? "") : place;
    return asked === undefined ? [] : decodeURIComponent(asked).split("...");
  });
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((name) => !whole.test(name))).toEqual([]);
});
