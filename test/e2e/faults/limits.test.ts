import { createSpecWorld, type SpecWorld } from "../../support/spec-world.ts";

const branches = "POST /repos/{owner}/{repo}/git/refs";
let world: SpecWorld;

beforeEach(async () => {
  world = await createSpecWorld();
});
afterEach(async () => {
  await world.close();
});

async function parked() {
  return (await world.server.tools.queue.jobs({ states: ["parked"] })).filter(
    ({ kind }) => kind !== "recover",
  );
}

async function generateInto(fault: Parameters<SpecWorld["sandbox"]["fault"]>[0]) {
  const pull = await world.openPullRequest();
  await world.settled();
  world.sandbox.fault(fault);
  world.sandbox.comment(pull, "maintainer", "/generate --path design");
  await world.settled();
  return pull;
}

const secondary = "You have exceeded a secondary rate limit.";

test.each([
  ["600", 600],
  [null, 60],
])(
  "R17: a secondary limit with retry-after %s parks the command, tells once, and silence is kept until then",
  async (retryAfter, seconds) => {
    const headers = retryAfter === null ? {} : { "retry-after": retryAfter };
    const pull = await generateInto({
      route: branches,
      effect: { status: 403, message: secondary, headers },
    });
    const [job] = await parked();
    const wait = (job?.runAt ?? 0) - Date.now();
    expect(wait).toBeGreaterThan((seconds - 10) * 1000);
    expect(wait).toBeLessThanOrEqual(seconds * 1000);
    expect(job?.attempt).toBe(0);
    expect(world.said(pull).filter((body) => body.includes("This waits until"))).toHaveLength(1);
    // Another command meanwhile: not one request.
    const asked = world.sandbox.requests.length;
    world.sandbox.comment(pull, "maintainer", "/help");
    await world.settled();
    const sent = world.sandbox.requests.slice(asked);
    expect(sent.filter(({ path }) => !path.includes("/comments"))).toEqual([]);
    expect(await parked()).toHaveLength(2);
  },
);

test("R17: a short secondary limit is waited for without a word, and the work is done once", async () => {
  const headers = { "retry-after": "2" };
  const pull = await generateInto({ route: branches, effect: { status: 403, message: secondary, headers } });
  expect(world.said(pull).filter((body) => body.includes("This waits until"))).toEqual([]);
  while ((await parked()).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await world.settled();
  expect(world.sandbox.pullRequests("acme/spec").length).toBeGreaterThan(1);
  expect(world.said(pull)).toHaveLength(2);
});

test("R18: an exhausted primary limit parks the job until its reset and tells once", async () => {
  const reset = Math.floor(Date.now() / 1000) + 3000;
  const headers = { "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(reset) };
  const fault = { route: branches, effect: { status: 403, message: "API rate limit exceeded", headers } };
  const pull = await generateInto(fault);
  const [job] = await parked();
  expect(Math.abs((job?.runAt ?? 0) - (reset + 1) * 1000)).toBeLessThan(5000);
  expect(world.said(pull).filter((body) => body.includes("This waits until"))).toHaveLength(1);
  expect(world.sandbox.pullRequests("acme/spec")).toHaveLength(1);
});
