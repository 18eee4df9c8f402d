import { createSpecWorld, specAfter, type SpecWorld } from "../../support/spec-world.ts";

let world: SpecWorld;
beforeEach(async () => {
  world = await createSpecWorld({ queue: { pollMs: 20, backoffMs: 10, backoffLimitMs: 50 } });
});
afterEach(async () => {
  await world.close();
});

async function reviewed() {
  const pull = await world.openPullRequest();
  await world.settled();
  return pull;
}
async function say(pull: Awaited<ReturnType<typeof reviewed>>, body: string) {
  const comment = world.sandbox.comment(pull, "maintainer", body);
  await world.settled();
  return comment;
}
const designs = () => world.sandbox.pullRequests("acme/spec").slice(1);
const attempts = async () =>
  (await world.server.tools.queue.jobs({})).map(({ state, attempt }) => `${state} ${String(attempt)}`);

test("R10: a command whose comment was deleted ends quietly, without another try", async () => {
  const pull = await reviewed();
  world.sandbox.webhooks.held = true;
  const comment = world.sandbox.comment(pull, "maintainer", "/generate --path design");
  const delivery = world.sandbox.webhooks.deliveries.at(-1);
  world.sandbox.deleteComment(comment, "maintainer");
  world.sandbox.webhooks.held = false;
  if (delivery !== undefined) await world.sandbox.webhooks.send(delivery);
  await world.settled();
  expect(designs()).toEqual([]);
  expect(await attempts()).not.toContain("failed 5");
  expect(world.said(pull)).toHaveLength(1);
});

test("R9: a conversation locked meanwhile is not written to, and the job is not tried again", async () => {
  world.sandbox.fault({
    route: "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    effect: { status: 403, message: "Unable to create comment because issue is locked." },
  });
  const pull = await reviewed();
  expect(world.said(pull)).toEqual([]);
  expect(await attempts()).toEqual(["done 1"]);
});

test("R19: a permission that is missing is named once, without another try", async () => {
  const pull = await reviewed();
  const effect = { status: 403, message: "Resource not accessible by integration" };
  world.sandbox.fault({ route: "POST /repos/{owner}/{repo}/git/trees", times: 100, effect });
  await say(pull, "/generate --path design");
  expect(world.said(pull).at(-1)).toContain("permissions");
  expect(designs()).toEqual([]);
  expect(await attempts()).not.toContain("failed 5");
});

test("R21: a branch that moved between tree and ref update is looked at anew; a human's commit stays", async () => {
  const pull = await reviewed();
  await say(pull, "/generate --path design");
  const [design] = designs();
  const branch = design?.headRef ?? "";
  const files = { "spec.md": specAfter.replace("8443", "9443") };
  await world.sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
  await world.settled();
  const human = { repository: "acme/spec", branch, files: { "notes.md": "mine\n" }, author: "maintainer" };
  const run = () => world.sandbox.commit(human);
  world.sandbox.fault({ route: "POST /repos/{owner}/{repo}/git/commits", when: "after", effect: { run } });
  await say(pull, "/generate --path design");
  expect(await world.sandbox.readFile("acme/spec", branch, "notes.md")).toBe("mine\n");
  expect(world.said(pull).at(-1)).toContain("hands-off");
  expect(designs()).toHaveLength(1);
});

test("R22, R31: a design closed by a human is not reopened; a new /generate takes up the branch", async () => {
  const pull = await reviewed();
  await say(pull, "/generate --path design");
  const [design] = designs();
  if (design === undefined) throw new Error("no design");
  await world.sandbox.closePullRequest(design, "maintainer");
  const files = { "spec.md": specAfter.replace("8443", "9443") };
  await world.sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
  await world.settled();
  expect(designs().map(({ state }) => state)).toEqual(["closed"]);
  await say(pull, "/generate --path design");
  expect(designs().map(({ state }) => state)).toEqual(["closed", "open"]);
});

test("R29: a comment deleted by a human comes back with the next change only", async () => {
  const pull = await reviewed();
  const [comment] = world.sandbox.comments(pull);
  if (comment === undefined) throw new Error("no comment");
  world.sandbox.deleteComment(comment, "maintainer");
  await world.settled();
  expect(world.said(pull)).toEqual([]);
  const files = { "spec.md": specAfter.replace("8443", "9443") };
  await world.sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
  await world.settled();
  expect(world.said(pull)).toHaveLength(1);
});

test("R32: a design with a human's commit is left alone, and the reply says so", async () => {
  const pull = await reviewed();
  await say(pull, "/generate --path design");
  const branch = designs()[0]?.headRef ?? "";
  const files = { "notes.md": "mine\n" };
  const tip = await world.sandbox.commit({ repository: "acme/spec", branch, files, author: "maintainer" });
  await say(pull, "/generate --path design");
  expect(await world.sandbox.world.repository("acme/spec").store.resolve(branch)).toBe(tip);
  expect(world.said(pull).at(-1)).toContain("hands-off");
});

test("R33: a rule of the repository that refuses the branch is quoted, with what to allow", async () => {
  const pull = await reviewed();
  const effect = { status: 422, message: "Repository rule violations found: Cannot create ref" };
  world.sandbox.fault({ route: "POST /repos/{owner}/{repo}/git/refs", times: 100, effect });
  await say(pull, "/generate --path design");
  expect(world.said(pull).at(-1)).toContain("rule of the repository");
  expect(world.said(pull).at(-1)).toContain("twopath/");
});

test("R34: a repository that was renamed is found where GitHub points", async () => {
  const location = "/api/v3/repos/acme/spec/pulls/1";
  const route = "GET /repos/{owner}/{repo}/pulls/{pull_number}";
  world.sandbox.fault({
    route,
    effect: { status: 301, message: "Moved Permanently", headers: { location } },
  });
  expect(world.said(await reviewed())).toHaveLength(1);
});

test("R35: an archived repository gets one clear message and no second try", async () => {
  const pull = await reviewed();
  const effect = { status: 403, message: "Repository was archived so is read-only." };
  world.sandbox.fault({ route: "POST /repos/{owner}/{repo}/git/trees", times: 100, effect });
  await say(pull, "/generate --path design");
  expect(world.said(pull).at(-1)).toContain("archived");
  expect(await attempts()).not.toContain("failed 5");
});

test.each([404, 403])("R36: an App removed or suspended meanwhile (%i) ends its jobs", async (status) => {
  const route = "POST /app/installations/{installation_id}/access_tokens";
  const effect = { status, message: status === 403 ? "This installation has been suspended" : "Not Found" };
  world.sandbox.fault({ route, times: 1000, effect });
  await reviewed();
  expect(await attempts()).toEqual(["done 1"]);
});

test("R42: a store that takes nothing answers 503, GitHub shows the delivery failed, and a later one is taken", async () => {
  const { queue } = world.server.tools;
  const enqueue = queue.enqueue.bind(queue);
  queue.enqueue = () => Promise.reject(Object.assign(new Error("disk full"), { code: "ENOSPC" }));
  await world.openPullRequest();
  await world.sandbox.webhooks.settled();
  const failed = world.sandbox.webhooks.deliveries.at(-1);
  expect(failed?.status).toBe(503);
  queue.enqueue = enqueue;
  await world.sandbox.webhooks.redeliver(failed?.id ?? 0);
  await world.settled();
  expect(world.sandbox.checks("acme/spec")).toHaveLength(1);
});
