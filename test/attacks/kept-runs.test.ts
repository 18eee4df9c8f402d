import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { call, type CodeWorld, createCodeWorld, goodScript } from "../support/code-world.ts";

/*
 * What a run keeps of its targets is shown again for as long as the pull request is there: by then the spec may be public, or the
 * target private. `nil` is a name that no repository has: what is said of `one` must not differ.
 */
let world: CodeWorld;
let script = goodScript;

beforeEach(async () => {
  world = await createCodeWorld({
    ...{ targets: ["one"], privateTargets: true, replace: { queue: { maxAttempts: 1 } } },
    script: (_, turn) => script[turn - 1] ?? call("finish", { summary: "Done." }),
  });
  const { sandbox } = world;
  sandbox.createUser("stranger");
  const targets = ["one", "nil"].map(
    (name) => `  - { name: ${name}, repository: acme/${name}, language: typescript }\n`,
  );
  const config = `spec: [spec.md]\ntargets:\n${targets.join("")}`;
  const main = { repository: "acme/spec", branch: "main", author: "maintainer" };
  await sandbox.commit({ ...main, files: { ".github/twopath.yml": config } });
});
afterEach(async () => {
  script = goodScript;
  await world.close();
});

function setPrivate(name: string, isPrivate: boolean): void {
  world.sandbox.world.repository(name).isPrivate = isPrivate;
}

const nothing = { entry: "LM1", because: "SWORDFISH does it." };
const works: Readonly<Record<string, () => unknown>> = {
  "code was opened": () => undefined,
  "a model found nothing to do": () => {
    script = [call("finish", { summary: "Done.", nothing_to_do: [nothing] })];
  },
  "a model has a question": () => {
    script = [call("ask", { entry: "LM1", quote: "messages", question: "Is it SWORDFISH?" })];
  },
  "a rule of GitHub's forbade it": () => {
    const effect = { status: 422, message: "Rule SWORDFISH forbids it." };
    world.sandbox.fault({ route: "POST /repos/{owner}/{repo}/pulls", effect });
  },
  "who asked has no right there": () =>
    world.sandbox.world.repository("acme/one").collaborators.set("maintainer", "read"),
};
const turns: Readonly<Record<string, { readonly before: readonly string[]; readonly turn: () => unknown }>> =
  {
    "the spec turned public": {
      before: ["acme/spec", "acme/one"],
      turn: () => {
        setPrivate("acme/spec", false);
      },
    },
    "the target turned private": {
      before: [],
      turn: () => {
        setPrivate("acme/one", true);
      },
    },
    "the target withdrew": {
      before: ["acme/spec", "acme/one"],
      turn: () =>
        world.sandbox.commit({
          ...{ repository: "acme/one", branch: "main", author: "maintainer" },
          files: { ".github/twopath.yml": "specs: []\n" },
        }),
    },
  };

/** What is said of a target, without its name. */
function rowsOf(text: string, name: string): readonly string[] {
  return text
    .split("\n")
    .filter((line) => line.startsWith(`| ${name} |`) || line.startsWith(`| generate code: ${name} |`))
    .map((line) => line.replaceAll(`acme/${name}`, "acme/x").replaceAll(` ${name} `, " x "));
}

function lastWord(pull: PullRequest): string {
  return world.sandbox.comments(pull).at(-1)?.body ?? "";
}

test.each(Object.keys(works).flatMap((work) => Object.keys(turns).map((turned) => [turned, work] as const)))(
  "once %s, a run in which %s reads as that of a name that is nobody's",
  async (turned, work) => {
    const { sandbox } = world;
    const { before, turn } = turns[turned] ?? { before: [], turn: () => undefined };
    for (const name of ["acme/spec", "acme/one"]) setPrivate(name, before.includes(name));
    works[work]?.();
    const pull = await world.openSpec();
    await world.say(pull, "/generate --path code");
    const [kept] = rowsOf(world.table(pull), "one");
    expect(kept).not.toBe(rowsOf(world.table(pull), "nil")[0]);
    await turn();
    for (const each of [...sandbox.comments(pull)]) sandbox.deleteComment(each, "maintainer");
    await world.settled();
    const from = sandbox.requests.length;
    sandbox.comment(pull, "stranger", "/status");
    await world.settled();
    expect(rowsOf(lastWord(pull), "one")).toEqual(rowsOf(lastWord(pull), "nil"));
    for (const command of ["/cancel", "/retry"]) {
      await world.say(pull, command);
      expect(rowsOf(world.table(pull), "one")).toEqual(rowsOf(world.table(pull), "nil"));
    }
    expect(world.table(pull)).toContain("acme/one is no target of this spec");
    expect(world.table(pull)).toContain("$0.00");
    const written = sandbox.requests
      .slice(from)
      .filter(({ method, path }) => method !== "GET" && path.includes("acme/spec"))
      .map(({ body }) => JSON.stringify(body));
    expect(written.join("\n")).not.toMatch(/SWORDFISH|acme\/one\/pull|acme\/one#|no write access/);
  },
);

test("where nothing turned, /status tells what failed, and the table keeps its links", async () => {
  setPrivate("acme/spec", true);
  const pull = await world.openSpec();
  await world.say(pull, "/generate --path code");
  await world.say(pull, "/retry");
  expect(world.table(pull)).toContain("/acme/one/pull/1) | opened");
  world.sandbox.world.repository("acme/one").collaborators.set("maintainer", "read");
  const second = await world.openSpec();
  await world.say(second, "/generate --path code");
  await world.say(second, "/status");
  expect(lastWord(second)).toContain("maintainer has no write access to acme/one");
});

test("while code is written elsewhere, the table loses what it said of a target that may be named no more", async () => {
  const { sandbox } = world;
  await sandbox.createRepository({
    name: "acme/open",
    files: { ".github/twopath.yml": "specs: [acme/spec]\n", "src/a.ts": "\n", "test/a.txt": "a\n" },
    collaborators: { maintainer: "write" },
  });
  const targets = ["one", "open"].map(
    (name) => `  - { name: ${name}, repository: acme/${name}, language: typescript }\n`,
  );
  const main = { repository: "acme/spec", branch: "main", author: "maintainer" };
  const config = `spec: [spec.md]\ntargets:\n${targets.join("")}`;
  await sandbox.commit({ ...main, files: { ".github/twopath.yml": config } });
  setPrivate("acme/spec", true);
  const pull = await world.openSpec();
  sandbox.fault({
    ...{ route: "GET /repos/{owner}/{repo}/tarball/{ref}", path: "acme/open", when: "after" },
    effect: {
      run: () => {
        setPrivate("acme/spec", false);
        return Promise.resolve();
      },
    },
  });
  await world.say(pull, "/generate --path code");
  expect(sandbox.pullRequests("acme/one")).toHaveLength(1);
  expect(world.table(pull)).toContain("/acme/open/pull/1) | opened");
  expect(world.table(pull)).toContain(
    "| one | code | no pull request | failed: acme/one is no target of this spec",
  );
});
