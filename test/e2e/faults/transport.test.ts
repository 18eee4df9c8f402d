import { createSpecWorld, type SpecWorld } from "../../support/spec-world.ts";
import { some } from "../../support/repetitions.ts";

const quick = { pollMs: 20, backoffMs: 10, backoffLimitMs: 50 };
let world: SpecWorld;
beforeEach(async () => {
  world = await createSpecWorld({ queue: quick });
});
afterEach(async () => {
  await world.close();
});

async function generate() {
  const pull = await world.openPullRequest();
  await world.settled();
  world.sandbox.comment(pull, "maintainer", "/generate --path design");
  await world.settled();
  return pull;
}

/** One comment a purpose, one check run, one design pull request with its branch: nothing twice, nothing half. */
async function expectWhole(pull: Awaited<ReturnType<SpecWorld["openPullRequest"]>>): Promise<void> {
  const { sandbox } = world;
  const said = world.said(pull);
  expect(said.filter((body) => body.startsWith("<!-- twopath:review"))).toHaveLength(1);
  expect(said).toHaveLength(2);
  expect(sandbox.checks("acme/spec")).toHaveLength(1);
  const designs = sandbox.pullRequests("acme/spec").slice(1);
  expect(new Set(designs.map(({ headRef }) => headRef)).size).toBe(designs.length);
  const refs = [...(await sandbox.world.repository("acme/spec").store.refs()).keys()];
  expect(refs.filter((ref) => ref.includes("twopath/"))).toHaveLength(designs.length);
  expect(designs.length).toBeGreaterThan(0);
}

const answers = [
  [500, 1],
  [502, 3],
  [503, 1],
  [504, 3],
] as const;
test.each(some(answers, 2))("R11: reads answered %i, %i times, are made up for", async (status, times) => {
  world.sandbox.fault({ route: "GET", nth: 3, times, effect: { status } });
  await expectWhole(await generate());
});

test("R11: reads that fail for ever end as a dead letter, and the person is told", async () => {
  const pull = await world.openPullRequest();
  await world.settled();
  world.sandbox.fault({
    route: "GET /repos/{owner}/{repo}/pulls/{pull_number}",
    times: 1000,
    effect: { status: 503 },
  });
  world.sandbox.comment(pull, "maintainer", "/generate");
  await world.settled();
  expect((await world.server.tools.queue.counts()).failed).toBe(1);
  expect(world.said(pull).at(-1)).toContain("This did not work");
});

const writes = [
  "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "POST /repos/{owner}/{repo}/issues/comments/{comment_id}/reactions",
  "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
  "POST /repos/{owner}/{repo}/check-runs",
  "POST /repos/{owner}/{repo}/git/trees",
  "POST /repos/{owner}/{repo}/git/commits",
  "POST /repos/{owner}/{repo}/git/refs",
  "POST /repos/{owner}/{repo}/pulls",
  "POST /app/installations/{installation_id}/access_tokens",
];
test.each(some(writes, 4))("R12: %s answered 502 after it took effect is not done twice", async (route) => {
  world.sandbox.fault({ route, when: "after", effect: { status: 502 } });
  await expectWhole(await generate());
});

test.each(["before", "after"] as const)(
  "R13: connections cut %s the effect are made up for",
  async (when) => {
    world.sandbox.fault({ route: "GET", nth: 2, when, effect: { reset: true } });
    world.sandbox.fault({ route: "POST", nth: 3, when, effect: { reset: true } });
    world.sandbox.fault({ route: "POST", nth: 6, when, effect: { reset: true } });
    await expectWhole(await generate());
  },
);

test("R14: a read that gets no answer is left after 10 s and asked again", async () => {
  world.sandbox.fault({ route: "GET /repos/{owner}/{repo}/pulls/{pull_number}", effect: { stall: true } });
  const pull = await world.openPullRequest();
  await world.settled();
  const asked = world.sandbox.requests.filter(({ path }) => path.endsWith(`/pulls/${String(pull.number)}`));
  expect(asked.length).toBeGreaterThan(1);
  expect(world.said(pull)).toHaveLength(1);
}, 60_000);

const minted = () => world.sandbox.requests.filter(({ path }) => path.includes("access_tokens")).length;

test("R15: a token that died is minted anew once, and the request made again", async () => {
  world.sandbox.fault({ route: "POST", nth: 2, effect: { status: 401, message: "Bad credentials" } });
  world.sandbox.fault({ route: "GET", nth: 3, effect: { status: 401, message: "Bad credentials" } });
  await expectWhole(await generate());
});

test("R15: when every token is refused, the job ends instead of minting for ever", async () => {
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  world.sandbox.fault({ route, times: 1000, effect: { status: 401, message: "Bad credentials" } });
  await world.openPullRequest();
  await world.settled();
  expect((await world.server.tools.queue.counts()).failed).toBe(1);
  expect(minted()).toBeLessThanOrEqual(6);
});

test("R16: an hour later tokens are minted anew without a word", async () => {
  const pull = await world.openPullRequest();
  await world.settled();
  world.sandbox.world.skipTime(61 * 60_000);
  world.sandbox.comment(pull, "maintainer", "/generate --path design");
  await world.settled();
  await expectWhole(pull);
});

test.each(some([1, -1], 1))(
  "R44: a host whose clock is %i h off still gets in, by GitHub's own time",
  async (hours) => {
    world.sandbox.world.skipTime(hours * 3_600_000);
    await expectWhole(await generate());
  },
);
