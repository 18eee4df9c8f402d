import { acme, type Acme, specAfter, specBefore } from "../support/acme.ts";

let world: Acme;
let sandbox: Acme["sandbox"];

beforeEach(async () => {
  world = await acme();
  ({ sandbox } = world);
});
afterEach(() => world.close());

function review(pull: Parameters<Acme["ours"]>[0]): string {
  return world.ours(pull).find(({ body }) => body.startsWith("<!-- twopath:review -->"))?.body ?? "";
}

test("a pull request without spec files is met with silence, in at most two requests", async () => {
  await world.change({ "src/index.ts": "export const a = 1;\n" });
  const asked = sandbox.requests.length;
  const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  await world.settled();
  expect(world.ours(pull)).toHaveLength(0);
  const paths = sandbox.requests.slice(asked).map(({ method, path }) => `${method} ${path}`);
  expect(paths.filter((path) => !path.includes("access_tokens"))).toHaveLength(2);
});

test("another base, a draft and back, everything withdrawn: one comment that says how things stand", async () => {
  const on = { repository: "acme/spec", author: "author" };
  await sandbox.commit({ ...on, branch: "next", files: { "spec.md": specBefore.replace("443", "8443") } });
  await sandbox.commit({ ...on, branch: "change", from: "next", files: { "spec.md": specAfter } });
  const pull = await sandbox.openPullRequest({ ...on, head: "change" });
  await world.settled();
  expect(review(pull)).toContain("CN1a");
  await sandbox.edit(pull, "author", { base: "next" });
  await world.settled();
  expect(review(pull)).not.toContain("CN1a");
  await sandbox.setDraft(pull, "author", true);
  await world.change({ "spec.md": specAfter.replace("CN2", "CN3") });
  await world.settled();
  expect(review(pull)).toContain("CN3");
  await world.change({ "spec.md": specBefore.replace("443", "8443") });
  await world.settled();
  expect(review(pull)).toContain("nothing is left to do");
  expect(world.ours(pull)).toHaveLength(1);
});
