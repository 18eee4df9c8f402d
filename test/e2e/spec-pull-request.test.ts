import { acme, type Acme, specAfter as after } from "../support/acme.ts";

let world: Acme;
let sandbox: Acme["sandbox"];

beforeEach(async () => {
  world = await acme();
  ({ sandbox } = world);
});
afterEach(() => world.close());

test("a spec pull request gets one comment and one check run, kept current by later pushes", async () => {
  const pull = await world.openSpecPullRequest();
  expect(world.ours(pull)).toHaveLength(1);
  expect(world.ours(pull)[0]?.body).toContain("CN1a");
  expect(sandbox.checks("acme/spec")).toHaveLength(1);
  await world.change({ "spec.md": after.replace("8443", "9443") });
  await world.settled();
  expect(world.ours(pull)).toHaveLength(1);
  expect(world.ours(pull)[0]?.body).toContain("9443");
});

test("a pull request without spec files is met with silence, in at most two requests", async () => {
  await world.change({ "src/index.ts": "export const a = 1;\n" });
  const asked = sandbox.requests.length;
  const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  await world.settled();
  expect(world.ours(pull)).toHaveLength(0);
  const paths = sandbox.requests.slice(asked).map(({ method, path }) => `${method} ${path}`);
  expect(paths.filter((path) => !path.includes("access_tokens"))).toHaveLength(2);
});

test("who has no write access is refused once, and nothing is written", async () => {
  const pull = await world.openSpecPullRequest();
  sandbox.comment(pull, "stranger", "/generate");
  await world.settled();
  sandbox.comment(pull, "stranger", "/generate all\n/path CN1 design");
  await world.settled();
  expect(world.ours(pull).filter(({ body }) => body.includes("has no write access"))).toHaveLength(1);
  expect(sandbox.pullRequests("acme/spec")).toHaveLength(1);
});

test("a maintainer's /generate opens draft design pull requests; the same again changes nothing", async () => {
  const pull = await world.openSpecPullRequest();
  sandbox.comment(pull, "maintainer", "/generate --path design");
  await world.settled();
  const opened = sandbox.pullRequests("acme/spec").slice(1);
  expect(opened.length).toBeGreaterThan(0);
  for (const design of opened) {
    expect(design.draft).toBe(true);
    expect(design.baseRef).toBe("change");
  }
  const tips = opened.map(({ headSha }) => headSha);
  sandbox.comment(pull, "maintainer", "/generate --path design");
  await world.settled();
  expect(
    sandbox
      .pullRequests("acme/spec")
      .slice(1)
      .map(({ headSha }) => headSha),
  ).toEqual(tips);
});

test("without a model, /generate on the code path says what to set", async () => {
  const pull = await world.openSpecPullRequest();
  sandbox.comment(pull, "maintainer", "/generate --path code");
  await world.settled();
  expect(world.ours(pull).at(-1)?.body).toContain("ANTHROPIC_API_KEY");
  expect(sandbox.pullRequests("acme/spec")).toHaveLength(1);
});
