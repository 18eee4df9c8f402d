import { acme, type Acme, specAfter } from "../support/acme.ts";

let world: Acme;
afterEach(() => world.close());

test("50 pushes and 200 comments of others, the store lost in between: still one comment, that of the last push", async () => {
  let pushes = 0;
  // Three seconds a push: else all fall into one minute, and the last ones wait for the next, as too many were written.
  const clock = { now: () => new Date(Date.now() + pushes * 3000) };
  world = await acme(undefined, { clock });
  const { sandbox } = world;
  const pull = await world.openSpecPullRequest();
  for (let at = 0; at < 200; at += 1)
    sandbox.comment(pull, "stranger", `Number ${String(at)} <!-- twopath:review -->`);
  for (let push = 1; push <= 50; push += 1) {
    pushes = push;
    await world.change({ "spec.md": specAfter.replace("8443", String(9000 + push)) });
    if (push === 25) await forget(pull.number);
  }
  await world.settled();
  const reviews = world.ours(pull).filter(({ body }) => body.startsWith("<!-- twopath:review -->"));
  expect(reviews).toHaveLength(1);
  expect(reviews[0]?.body).toContain("9050");
  const latest = sandbox.checks("acme/spec").filter(({ headSha }) => headSha === pull.headSha);
  expect(latest).toHaveLength(1);
}, 120_000);

/** As after a restart without the store. */
async function forget(number: number): Promise<void> {
  await world.settled();
  const { sandbox, server } = world;
  const repository = sandbox.world.repository("acme/spec");
  const installation = sandbox.world.installationOf(repository)?.id ?? 0;
  const key = `said/${String(installation)}/${String(repository.id)}/${String(number)}`;
  expect(await server.tools.values.get(key)).toMatchObject({ value: { complete: true } });
  await server.tools.values.set(key, null);
}

test("566 changed entries: one comment within GitHub's limit, every entry in it or in the check run", async () => {
  const ids = Array.from({ length: 566 }, (_, at) => `RTN${String(at)}`);
  const text = (word: string): string =>
    ids
      .map((id, at) => `- \`(${id})\` The client ${word} after ${String(at)} seconds and tells the listener.`)
      .join("\n");
  world = await acme({ "spec.md": `# Spec\n\n${text("retries")}\n` });
  const { sandbox } = world;
  await world.change({ "spec.md": `# Spec\n\n${text("reconnects")}\n` });
  const pull = await sandbox.openPullRequest({ repository: "acme/spec", head: "change", author: "author" });
  await world.settled();
  const [comment, ...more] = world.ours(pull);
  expect(more).toHaveLength(0);
  expect(comment?.body.length).toBeLessThanOrEqual(65_536);
  const { output } = sandbox.checks("acme/spec")[0] ?? {};
  const all = [comment?.body, output?.summary, output?.text].join("\n");
  for (const id of ids) expect(all).toContain(id);
});
