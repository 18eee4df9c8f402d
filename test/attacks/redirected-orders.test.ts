import type { PullRequest } from "../../src/sandbox/world/pull-request.ts";
import { call, openDesign } from "../support/code-world.ts";
import { createTwoBases, type TwoBases } from "../support/two-bases.ts";

/*
 * Orders that are given on a page which does not show what they are made from: the base branch of the spec behind a follow-up.
 */
let world: TwoBases;
beforeEach(async () => {
  world = await createTwoBases();
});
afterEach(() => world.close());

/** Past the second in which the last thing happened, as GitHub counts. */
const aSecond = (): Promise<void> => new Promise((done) => setTimeout(done, 1100));

/** The outsider sends their spec into the branch whose configuration suits them; long before the command, and told of. */
async function toSide(pull: PullRequest, by: string): Promise<void> {
  await world.sandbox.edit(pull, by, { base: "side" });
  await world.settled();
  await aSecond();
}

test("H1: an outsider who sends the spec elsewhere does not choose where a /revise on its code writes", async () => {
  const pull = await world.openFork();
  await world.say(pull, `/generate --path code --commit ${pull.headSha}`);
  const code = world.made("acme/one").at(-1);
  if (code === undefined) throw new Error("no code");
  const head = code.headSha;
  await toSide(pull, "outsider");
  // `side` lets scripts be written, `main`, under which the code was ordered, does not; the code's page names neither.
  world.mending = [
    call("write_file", { path: "scripts/deploy.ts", content: "// LM1\nexport const deploy = 1;\n" }),
    call("finish", { summary: "Mended." }),
  ];
  await world.say(code, "/revise as failuresToMend says");
  expect(await world.sandbox.readFile("acme/one", code.headRef, "scripts/deploy.ts")).toBeNull();
  expect(code.headSha).toBe(head);
  expect(world.said(code)).toContain("side");
});

test("H1: nor what a /generate on its design builds: the design's page names the branch of its order", async () => {
  const pull = await world.openFork();
  await world.say(pull, `/generate --path design --commit ${pull.headSha}`);
  const design = world.designOf();
  await toSide(pull, "outsider");
  expect(design.baseRef).toBe("main");
  await world.say(design, "/generate --accept-open");
  expect(world.made("acme/two")).toEqual([]);
  expect(world.made("acme/one")).toEqual([]);
  expect(world.said(design)).toContain("side");
});

test("H1: nor who wrote a spec of the repository's own", async () => {
  const { spec: pull, design } = await openDesign(world);
  await toSide(pull, "author");
  await world.say(design, "/generate --accept-open");
  expect(world.made("acme/two")).toEqual([]);
  expect(world.made("acme/one")).toEqual([]);
});
