import { acme, type Acme, specAfter, specBefore } from "../support/acme.ts";

let world: Acme;
let sandbox: Acme["sandbox"];

beforeEach(async () => {
  world = await acme();
  ({ sandbox } = world);
});
afterEach(() => world.close());

/** A spec pull request with one open design for CN2. */
async function openWithDesign() {
  const pull = await world.openSpecPullRequest();
  sandbox.comment(pull, "maintainer", "/generate CN2 --path design");
  await world.settled();
  const design = sandbox.pullRequests("acme/spec")[1];
  if (!design) throw new Error("no design pull request");
  return { pull, design };
}

function review(pull: Parameters<Acme["ours"]>[0]): string {
  return world.ours(pull).find(({ body }) => body.startsWith("<!-- twopath:review -->"))?.body ?? "";
}

test("the comment lists follow-ups; a spec that moves on marks them stale, and back again takes the mark off", async () => {
  const { pull, design } = await openWithDesign();
  expect(review(pull)).toContain(`${sandbox.url}/acme/spec/pull/${String(design.number)}`);
  expect(world.ours(design)).toHaveLength(0);
  await world.change({ "spec.md": specAfter.replace("Several components", "Two components") });
  await world.settled();
  expect(review(pull)).toContain("**stale**: CN2 changed since");
  expect(world.ours(design).map(({ body }) => body)).toEqual([
    expect.stringContaining("made from older text"),
  ]);
  await world.change({ "spec.md": specAfter });
  await world.settled();
  expect(review(pull)).not.toContain("stale");
  expect(world.ours(design).map(({ body }) => body)).toEqual([expect.stringContaining("Not stale any more")]);
  sandbox.comment(pull, "maintainer", "/generate CN2 --path design");
  await world.settled();
  expect(sandbox.pullRequests("acme/spec")).toHaveLength(2);
});

test("closed unmerged: its follow-ups are closed with a word; reopened: the review is current again", async () => {
  const { pull, design } = await openWithDesign();
  await sandbox.closePullRequest(pull, "author");
  await world.settled();
  expect(design.state).toBe("closed");
  expect(world.ours(design).at(-1)?.body).toContain("closed without being merged");
  await sandbox.reopen(pull, "author");
  await world.settled();
  expect(review(pull)).toContain("closed");
  expect(world.ours(pull).filter(({ body }) => body.includes("twopath:review"))).toHaveLength(1);
});

test("a follow-up that holds somebody's commit is not closed", async () => {
  const { pull, design } = await openWithDesign();
  await world.change({ "notes.txt": "mine\n" }, design.headRef);
  await world.settled();
  await sandbox.closePullRequest(pull, "author");
  await world.settled();
  expect(design.state).toBe("open");
  expect(world.ours(design).at(-1)?.body).toContain("stays open");
});

test("merged: what was stacked on the spec's branch goes on against the base branch", async () => {
  const { pull, design } = await openWithDesign();
  expect(design.baseRef).toBe("change");
  await sandbox.merge(pull, "maintainer");
  await world.settled();
  expect(design).toMatchObject({ state: "open", baseRef: "main" });
});

test("the follow-up's own end shows in the spec pull request's comment", async () => {
  const { pull, design } = await openWithDesign();
  await sandbox.setDraft(design, "maintainer", false);
  await world.settled();
  expect(review(pull)).toMatch(/design for .*, open/);
  await sandbox.closePullRequest(design, "maintainer");
  await world.settled();
  expect(review(pull)).toMatch(/design for .*, closed/);
  expect(world.ours(design)).toHaveLength(0);
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

test("a draft is met with silence until it is ready", async () => {
  await world.change({ "spec.md": specAfter });
  const head = { repository: "acme/spec", head: "change", author: "author" };
  const pull = await sandbox.openPullRequest({ ...head, draft: true });
  await world.settled();
  expect(world.ours(pull)).toHaveLength(0);
  await sandbox.setDraft(pull, "author", false);
  await world.settled();
  expect(world.ours(pull)).toHaveLength(1);
});
