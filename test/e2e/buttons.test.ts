import { acme, type Acme } from "../support/acme.ts";

let world: Acme;

beforeEach(async () => {
  world = await acme();
});
afterEach(() => world.close());

test("the check run's buttons do what their commands do, for people with write access only", async () => {
  const { sandbox, settled } = world;
  const pull = await world.openSpecPullRequest();
  const check = sandbox.checks("acme/spec")[0];
  if (!check) throw new Error("no check run");
  sandbox.pressButton(check, "generate", "stranger");
  await settled();
  expect(sandbox.pullRequests("acme/spec")).toHaveLength(1);
  expect(world.ours(pull).at(-1)?.body).toContain("no write access");
  sandbox.pressButton(check, "explain", "maintainer");
  await settled();
  const explained = world.ours(pull).at(-1)?.body ?? "";
  expect(explained).toContain("CN1a");
  expect(explained).toContain("CN2");
  sandbox.comment(pull, "maintainer", "/path CN2 design");
  await settled();
  sandbox.pressButton(check, "generate", "maintainer");
  await settled();
  expect(sandbox.pullRequests("acme/spec").length).toBeGreaterThan(1);
});
