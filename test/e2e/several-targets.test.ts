import type { ScriptedReply } from "../../src/shell/model/scripted-model.ts";
import { call, type CodeWorld, createCodeWorld, goodScript } from "../support/code-world.ts";
import { repetitions } from "../support/repetitions.ts";

/** Every request fails once in `npm run test:long`; otherwise those that write, and the first that reads. */
const isFull = repetitions(0, 1) === 1;
const targets = ["one", "two", "three"];
let world: CodeWorld;
/** What the model does in the second target instead of its work. */
let instead: ((turn: number) => ScriptedReply | null) | null;

beforeEach(async () => {
  instead = null;
  world = await createCodeWorld({
    targets,
    script: (target, turn) => {
      if (target === "two" && instead !== null) return instead(turn);
      return goodScript[turn - 1] ?? null;
    },
    replace: { queue: { maxAttempts: 1 } },
  });
});
afterEach(() => world.close());

function states(table: string): readonly string[] {
  return targets.map((name) => new RegExp(`^\\| ${name} \\|.*\\| ([a-z-]+)`, "m").exec(table)?.[1] ?? "");
}

function opened(): readonly number[] {
  return targets.map((name) => world.sandbox.pullRequests(`acme/${name}`).length);
}

/** The requests that a `/generate` makes to the second target, in order. */
async function stepsOfTheSecond(): Promise<readonly { route: string; method: string }[]> {
  const pull = await world.openSpec();
  const before = world.sandbox.requests.length;
  await world.say(pull, "/generate --path code");
  expect(states(world.table(pull))).toEqual(["opened", "opened", "opened"]);
  return world.sandbox.requests
    .slice(before)
    .filter(({ path }) => path.startsWith("/repos/acme/two/"))
    .map(({ route, method }) => ({ route: route ?? "", method }));
}

/** Turns of the writers; the second look has its own memory. */
function turnsOf({ model }: CodeWorld): number {
  return model.requests.filter(({ purpose }) => purpose === "write").length;
}

test("whichever step fails in the second of three targets, the others open and /retry makes exactly the missing one", async () => {
  const steps = await stepsOfTheSecond();
  expect(steps.length).toBeGreaterThan(10);
  // Each of the three targets takes as many turns.
  const each = turnsOf(world) / 3;
  let count = opened()[0] ?? 0;
  let failed = 0;
  let kept = 0;
  const seen = new Map<string, number>();
  for (const [at, { route, method }] of steps.entries()) {
    const nth = (seen.get(route) ?? 0) + 1;
    seen.set(route, nth);
    if (!isFull && method === "GET" && at > 0) continue;
    const pull = await world.openSpec();
    // A GET that broke is asked once more at once.
    const times = method === "GET" ? 2 : 1;
    world.sandbox.fault({ route, path: "/repos/acme/two/", nth, times, effect: { status: 500 } });
    const begun = turnsOf(world);
    await world.say(pull, "/generate --path code");
    world.sandbox.clearFaults();
    const paid = turnsOf(world) - begun - 2 * each;
    const table = world.table(pull);
    // What a commit holds is read once and kept, and some reads can be done without: then everything stands.
    if (method === "GET" && states(table)[1] === "opened") {
      count += 1;
      expect([route, nth, states(table), opened()]).toEqual([
        route,
        nth,
        ["opened", "opened", "opened"],
        [count, count, count],
      ]);
      continue;
    }
    failed += 1;
    expect([route, nth, states(table)]).toEqual([route, nth, ["opened", "failed", "opened"]]);
    expect(table).toContain("/retry");
    const turns = turnsOf(world);
    await world.say(pull, "/retry");
    expect([route, nth, states(world.table(pull))]).toEqual([route, nth, ["opened", "opened", "opened"]]);
    // The second target's own turns, without those that were paid for before it failed.
    expect([route, nth, turnsOf(world) - turns]).toEqual([route, nth, each - paid]);
    if (paid > 0) kept += 1;
    count += 1;
    expect(opened()).toEqual([count, count, count]);
  }
  // Tree, commit, branch, pull request and check run, at least.
  expect(failed).toBeGreaterThanOrEqual(5);
  expect(kept).toBeGreaterThan(2);
}, 600_000);

test.each<readonly [string, (turn: number) => ScriptedReply | null]>([
  ["refused", () => ({ stop: "refused" })],
  ["cut off", () => ({ stop: "truncated", tools: [{ name: "write_file", input: { path: "src/x.ts" } }] })],
  ["without anything written", () => call("finish", { summary: "Nothing." })],
  ["not there", () => null],
])("a model that is %s in the second target fails that one only", async (_name, script) => {
  instead = script;
  const pull = await world.openSpec();
  await world.say(pull, "/generate --path code");
  expect(states(world.table(pull))).toEqual(["opened", "failed", "opened"]);
  await world.say(pull, "/status");
  expect(world.sandbox.comments(pull).at(-1)?.body).toContain("generate code: two");
  instead = null;
  await world.say(pull, "/retry");
  expect(states(world.table(pull))).toEqual(["opened", "opened", "opened"]);
  expect(opened()).toEqual([1, 1, 1]);
  await world.say(pull, "/retry");
  expect(world.sandbox.comments(pull).at(-1)?.body).toContain("nothing is tried again");
});
