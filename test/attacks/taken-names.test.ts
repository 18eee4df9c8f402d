import { createCodeWorld } from "../support/code-world.ts";

/* While an order waits for a limit, its repository is called otherwise, and another one takes the name, the head and the number. */
const right = "GET /repos/{owner}/{repo}/collaborators/{username}/permission";

test("an order whose repository's name became another's does nothing there, and the log says why it ended", async () => {
  const log: string[] = [];
  const replace = { queue: { maxAttempts: 1 }, writeLog: (line: string) => log.push(line) };
  const world = await createCodeWorld({ targets: ["one"], replace });
  const { sandbox, server } = world;
  const pull = await world.openSpec();
  const takeName = async (): Promise<void> => {
    const old = sandbox.world.repository("acme/spec");
    const main = (await old.store.resolve("main")) ?? "";
    old.name = "spec-old";
    const collaborators = { author: "write", maintainer: "write" } as const;
    const { store } = await sandbox.createRepository({ name: "acme/spec", files: {}, collaborators });
    await store.fetchFrom(old.store, main, "refs/heads/main");
    await store.fetchFrom(old.store, pull.headSha, `refs/heads/${pull.headRef}`);
    await sandbox.openPullRequest({ repository: "acme/spec", head: pull.headRef, author: "author" });
  };
  sandbox.fault({ route: right, effect: { run: takeName } });
  const limit = { status: 403, message: "You have exceeded a secondary rate limit." };
  sandbox.fault({ route: right, effect: { ...limit, headers: { "retry-after": "1" } } });
  await world.say(pull, "/generate --path code");
  while ((await server.tools.queue.jobs({ states: ["parked"] })).length > 0)
    await new Promise((resume) => setTimeout(resume, 100));
  await world.settled();
  const names = sandbox.pullRequests("acme/spec").map(({ headRef }) => headRef);
  expect(names).toEqual([pull.headRef]);
  expect(sandbox.pullRequests("acme/one")).toEqual([]);
  await world.close();
  expect(log.filter((line) => line.includes('"level":50')).join("")).toContain(
    "GitHub does not allow to POST",
  );
});
