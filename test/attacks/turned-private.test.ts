import { call, type CodeWorld, createCodeWorld, goodScript } from "../support/code-world.ts";
import { failCheck } from "../support/fail-check.ts";
import { goodDraft } from "../support/design-draft.ts";
import { interrupted, type Meanwhile } from "../support/meanwhile.ts";

/*
 * A target that turns private, or a spec that everybody can read from then on, while the model works: nothing is written into the
 * one, and nothing of it is shown in the other.
 */
const revised = (limit: number) => [
  call("write_file", {
    path: "src/batch.ts",
    content: `// LM1\nexport const largestBatch = ${String(limit)};\n`,
  }),
  call("finish", { summary: "Changed." }),
];

let world: CodeWorld;
let script = goodScript;
const meanwhile: Meanwhile = { once: null };

async function start(privateTargets: boolean, more = ""): Promise<void> {
  world = await createCodeWorld({
    targets: ["one"],
    privateTargets,
    config: more,
    script: (target, turn) =>
      target === "one" ? (script[turn - 1] ?? null) : { text: JSON.stringify(goodDraft) },
    replace: { queue: { maxAttempts: 1 } },
  });
  world.sandbox.world.repository("acme/spec").isPrivate = privateTargets;
  interrupted(world.model, meanwhile);
}
afterEach(async () => {
  script = goodScript;
  await world.close();
});

const turn = (name: string, isPrivate: boolean) => () => {
  world.sandbox.world.repository(name).isPrivate = isPrivate;
};

test.each([
  ["the target turns private", false, () => turn("acme/one", true)],
  ["the spec turns public", true, () => turn("acme/spec", false)],
])("S1: %s while code is written: it is not opened there", async (_, areBoth, what) => {
  await start(areBoth);
  const spec = await world.openSpec();
  meanwhile.once = what();
  await world.say(spec, "/generate --path code");
  expect(world.sandbox.pullRequests("acme/one")).toEqual([]);
  expect(world.table(spec)).not.toContain("acme/one#");
});

test("S1: nor is it revised there afterwards", async () => {
  await start(false);
  const spec = await world.openSpec();
  await world.say(spec, "/generate --path code");
  const [code] = world.sandbox.pullRequests("acme/one");
  if (code === undefined) throw new Error("no code");
  script = revised(21);
  const opened = code.headSha;
  await world.say(code, "/revise say 21");
  expect(code.headSha).not.toBe(opened);
  script = revised(22);
  const head = code.headSha;
  turn("acme/one", true)();
  await world.say(code, "/revise say 22");
  expect(code.headSha).toBe(head);
});

test("S3: a design that was drafted with a target's code is thrown away when it would show that to everybody", async () => {
  await start(true);
  const spec = await world.openSpec();
  const asked = world.model.requests.length;
  meanwhile.once = turn("acme/spec", false);
  await world.say(spec, "/generate --path design");
  expect(JSON.stringify(world.model.requests.slice(asked))).toContain("largestBatch");
  expect(
    world.sandbox.pullRequests("acme/spec").filter(({ headRef }) => headRef.startsWith("twopath/")),
  ).toEqual([]);
  expect(world.table(spec) + JSON.stringify(world.sandbox.comments(spec))).toContain(
    "so the draft was thrown away",
  );
});

test("S3: what is said of such a design is the same where no configured target is there", async () => {
  const said: string[] = [];
  for (const isThere of [true, false]) {
    await start(true);
    if (!isThere) world.sandbox.world.repository("acme/one").name = "elsewhere";
    const spec = await world.openSpec();
    meanwhile.once = turn("acme/spec", false);
    await world.say(spec, "/generate --path design");
    said.push(
      world
        .table(spec)
        .replace(/reply \d+/, "")
        .replace(/\d+ s,/, ""),
    );
    if (isThere) await world.close();
  }
  expect(said[0]).toContain("this repository became public while the design was drafted");
  expect(said[1]).toBe(said[0]);
});

test.each(["a repair", "a revision"])(
  "S4: %s writes nothing once the spec is another owner's, or its name another's",
  async (work) => {
    for (const how of ["transferred", "taken"]) {
      script = goodScript;
      await start(false);
      const { sandbox } = world;
      const spec = await world.openSpec();
      await world.say(spec, "/generate --path code");
      const [code] = sandbox.pullRequests("acme/one");
      if (code === undefined) throw new Error("no code");
      sandbox.createUser("mallory");
      const head = code.headSha;
      const repository = sandbox.world.repository("acme/spec");
      script = revised(23);
      let isDone = false;
      meanwhile.once = async () => {
        isDone = true;
        if (how === "transferred") Object.assign(repository, { owner: sandbox.world.account("mallory") });
        else {
          repository.name = "spec-old";
          await sandbox.createRepository({ name: "acme/spec", files: { "spec.md": "# x\n" } });
        }
      };
      if (work === "a revision") await world.say(code, "/revise say 23");
      else {
        await failCheck(sandbox, code, { path: "src/batch.ts", line: 1, message: "boom" });
        await world.settled();
      }
      expect([isDone, code.headSha]).toEqual([true, head]);
      if (how === "transferred") await world.close();
    }
  },
);

test("S2: however often a base configuration names a repository, it is asked for once", async () => {
  await start(true);
  const { sandbox } = world;
  const count = async (names: number): Promise<number> => {
    const targets = Array.from(
      { length: names },
      (_, n) =>
        `  - name: t${String(n)}\n    repository: acme/two\n    language: typescript\n    path: p${String(n)}\n`,
    );
    const config = `spec: [spec.md]\ntargets:\n${targets.join("")}`;
    await sandbox.commit({
      ...{ repository: "acme/spec", branch: "main", author: "maintainer" },
      files: { ".github/twopath.yml": config },
    });
    const from = sandbox.requests.length;
    await world.openSpec();
    return sandbox.requests.slice(from).filter(({ path }) => path.startsWith("/repos/acme/two")).length;
  };
  await sandbox.createRepository({
    name: "acme/two",
    isPrivate: true,
    files: { x: "x\n" },
    collaborators: {},
  });
  const once = await count(1);
  expect(once).toBeGreaterThan(0);
  expect(await count(30)).toBeLessThanOrEqual(once);
});
