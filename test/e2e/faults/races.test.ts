import { createSpecWorld, specAfter } from "../../support/spec-world.ts";
import { deliver, pullRequestPayload } from "../../support/deliver.ts";
import { testSettings } from "../../support/test-settings.ts";
import { startWatchedServer } from "../../support/watched-server.ts";
import { some } from "../../support/repetitions.ts";

test("R2: 50 pushes told of at once: one comment, of the newest head", async () => {
  let pushes = 0;
  // Three seconds a push: else all fall into one minute, and the last ones wait for the next, as too many were written.
  const world = await createSpecWorld({ clock: { now: () => new Date(Date.now() + pushes * 3000) } });
  const pull = await world.openPullRequest();
  for (let i = 0; i < 50; i++) {
    pushes = i;
    const files = { "spec.md": specAfter.replace("8443", String(9000 + i)) };
    await world.sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
  }
  await world.settled();
  expect(world.said(pull)).toHaveLength(1);
  expect(world.said(pull)[0]).toContain("9049");
  await world.close();
}, 180_000);

test("R5: deliveries are answered at once while the work behind them takes for ever", async () => {
  const never = new Promise<void>(() => undefined);
  const server = await startWatchedServer(testSettings(), { createWork: () => () => never });
  const times: number[] = [];
  for (let i = 0; i < 100; i++) {
    const began = performance.now();
    await deliver(server.url, "pull_request", `d-${String(i)}`, pullRequestPayload(i + 1, "a".repeat(40)));
    times.push(performance.now() - began);
  }
  await server.stop(0);
  const [slowest = 0] = times.sort((a, b) => b - a).slice(1);
  process.stdout.write(`R5: 99 of 100 deliveries answered within ${slowest.toFixed(0)} ms\n`);
});

test.each(some([1, 2, 3, 4, 5, 6, 7, 8], 3))(
  "R8: a push while call %i is under way: the comment is the newest head's",
  async (nth) => {
    const world = await createSpecWorld();
    const files = { "spec.md": specAfter.replace("8443", "9443") };
    const run = () =>
      world.sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
    world.sandbox.fault({ nth, effect: { run } });
    const pull = await world.openPullRequest();
    await world.settled();
    expect(world.said(pull)).toHaveLength(1);
    expect(world.said(pull)[0]).toContain("9443");
    await world.close();
  },
);

test.each(some([2, 4, 6], 1))(
  "R9: a pull request closed while call %i is under way gets nothing further twice",
  async (nth) => {
    const world = await createSpecWorld();
    let opened: Awaited<ReturnType<typeof world.openPullRequest>> | null = null;
    const run = async () => {
      if (opened !== null) await world.sandbox.closePullRequest(opened, "author");
    };
    world.sandbox.fault({ nth, effect: { run } });
    opened = await world.openPullRequest();
    await world.settled();
    expect(world.said(opened).length).toBeLessThanOrEqual(1);
    const { failed, waiting } = await world.server.tools.queue.counts();
    expect([failed, waiting]).toEqual([0, 0]);
    await world.close();
  },
);

test("R25, R26: of 3,001 changed files, without patches, the spec among them is found", async () => {
  const world = await createSpecWorld();
  const many = Array.from({ length: 3001 }, (_, i) => [`a/${String(i)}.txt`, `${String(i)}\n`] as const);
  const files = { ...Object.fromEntries(many), "spec.md": specAfter };
  await world.sandbox.commit({ repository: "acme/spec", branch: "change", files, author: "author" });
  const pull = await world.sandbox.openPullRequest({
    repository: "acme/spec",
    head: "change",
    author: "author",
  });
  await world.settled();
  expect(world.said(pull)[0]).toContain("CN1");
  await world.close();
}, 120_000);

test("R27: a configuration of more than 1 MB, which GitHub answers without content, is refused by name", async () => {
  const world = await createSpecWorld();
  const big = { ".github/twopath.yml": `# ${"x".repeat(1_100_000)}\n` };
  await world.sandbox.commit({ repository: "acme/spec", branch: "main", files: big, author: "author" });
  const pull = await world.openPullRequest();
  world.sandbox.comment(pull, "maintainer", "/generate --path design");
  await world.settled();
  expect(world.said(pull).at(-1)).toContain("1,000,000");
  await world.close();
});

test("R27: a configuration that is not UTF-8 is refused by name, in the review's place and where a command was given", async () => {
  const world = await createSpecWorld({ queue: { maxAttempts: 1 } });
  const latin1 = { ".github/twopath.yml": Buffer.from("# caf\u00e9\nspec: [spec.md]\n", "latin1") };
  await world.sandbox.commit({ repository: "acme/spec", branch: "main", files: latin1, author: "author" });
  const pull = await world.openPullRequest();
  world.sandbox.comment(pull, "maintainer", "/generate --path design");
  await world.settled();
  const said = world.said(pull);
  expect(said).toHaveLength(2);
  for (const body of said) expect(body).toMatch(/twopath\.yml.* is not UTF-8/);
  await world.close();
});

test("R28: a tree that GitHub cuts off is read folder by folder", async () => {
  const world = await createSpecWorld();
  world.sandbox.world.treeLimit = 2;
  const pull = await world.openPullRequest();
  await world.settled();
  expect(world.said(pull)[0]).toContain("CN1");
  await world.close();
});
