import type { Delivery } from "../../src/sandbox/webhooks.ts";
import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { type CodeWorld, createCodeWorld } from "./code-world.ts";
import { githubState } from "./github-state.ts";

const spec = (limit: number): string =>
  `# Limits\n\n- \`(LM1)\` The client MUST send at most ${String(limit)} messages in one batch.\n`;

type Deed = (world: CodeWorld, pull: PullRequest) => Promise<unknown>;
const say =
  (who: string, body: string): Deed =>
  ({ sandbox }, pull) =>
    Promise.resolve(sandbox.comment(pull, who, body));
const push =
  (limit: number): Deed =>
  ({ sandbox }) =>
    sandbox.commit({
      repository: "acme/spec",
      branch: "change",
      files: { "spec.md": spec(limit) },
      author: "author",
    });

/** What people do, all of it before the first webhook arrives. */
export const shuffledScenarios: readonly (readonly [string, readonly Deed[]])[] = [
  [
    "pushes, commands of all kinds, code",
    [
      push(30),
      push(40),
      push(20),
      say("author", "/explain LM1"),
      say("maintainer", "/help\n/genrate"),
      say("maintainer", "> /generate\n\nno"),
      say("maintainer", "/generate --path code"),
    ],
  ],
  ["a design", [push(30), push(20), say("maintainer", "/generate LM1 --path design")]],
  [
    "closed unmerged",
    [
      say("maintainer", "/generate --path code"),
      ({ sandbox }, pull) => sandbox.closePullRequest(pull, "author"),
    ],
  ],
];

/** Plays a scenario in order, then shuffled by each seed with every delivery sent twice; expects the same end. */
export async function expectSameEnd(
  name: string,
  deeds: readonly Deed[],
  seeds: readonly number[],
): Promise<void> {
  const wanted = await play(deeds, (all) => all);
  expect(wanted.length).toBeGreaterThan(1000);
  for (const seed of seeds) {
    const state = await play(deeds, (all) => ordered(all, seed));
    expect({ seed, state }).toEqual({ seed, state: wanted });
  }
  process.stdout.write(
    `| ${name} | seeds ${seeds.length === 1 ? "" : `${String(seeds[0])} to `}${String(seeds.at(-1))}, each delivery twice | the same end in all |\n`,
  );
}

/** A world of its own: people act, then their webhooks arrive as `order` has it, then everything settles. */
async function play(
  deeds: readonly Deed[],
  order: (all: readonly Delivery[]) => readonly Delivery[],
): Promise<string> {
  const world = await createCodeWorld({ targets: ["sdk"] });
  const { sandbox } = world;
  await world.settled();
  const before = sandbox.webhooks.deliveries.length;
  sandbox.webhooks.held = true;
  await push(25)(world, undefined as unknown as PullRequest);
  const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  for (const deed of deeds) await deed(world, pull);
  const told = sandbox.webhooks.deliveries.slice(before);
  sandbox.webhooks.held = false;
  for (const delivery of order(told)) await sandbox.webhooks.send(delivery);
  await world.settled();
  const state = JSON.parse(await githubState(sandbox, "acme")) as Record<string, object[]>[];
  await world.close();
  // Which reply came first is the one thing that the order of deliveries may decide.
  for (const repository of state)
    for (const list of ["comments", "checks"])
      repository[list]?.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return JSON.stringify(state, null, 1);
}

/** Shuffled and twice; a command is received when the heads of its time are known, or else it is refused. */
function ordered(all: readonly Delivery[], seed: number): readonly Delivery[] {
  const heads = all.filter(({ event }) => event === "pull_request");
  const others = all.filter(({ event }) => event !== "pull_request");
  return [...shuffled([...heads, ...heads], seed), ...shuffled([...others, ...others], seed)];
}

/** Fisher-Yates with a linear congruential generator: the same seed gives the same order. */
function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  const result = [...items];
  let state = (seed * 2654435761) >>> 0;
  for (let at = result.length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}
