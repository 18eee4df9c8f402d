import { acme, type Acme, specAfter, specBefore } from "../support/acme.ts";
import { judgeAnswer } from "../support/judge-answers.ts";
import { type MessagesApi, startMessagesApi } from "../support/messages-api.ts";
import { testModelKey } from "../support/test-settings.ts";

let world: Acme;
let api: MessagesApi;

beforeAll(async () => {
  api = await startMessagesApi((body) => judgeAnswer(body));
  const variables = { ANTHROPIC_API_KEY: testModelKey, ANTHROPIC_BASE_URL: api.url };
  world = await acme({ "spec.md": specBefore }, {}, undefined, variables);
  await world.sandbox.fork("acme/spec", "stranger");
});
afterAll(async () => {
  await world.close();
  await api.close();
});

async function openFork(branch: string) {
  const { sandbox } = world;
  await sandbox.commit({
    ...{ repository: "stranger/spec", branch, files: { "spec.md": specAfter }, author: "stranger" },
  });
  const pull = await sandbox.openPullRequest({
    ...{ repository: "acme/spec", head: `stranger:${branch}`, author: "stranger" },
  });
  await world.settled();
  return pull;
}

test("H7: a model is asked for people with write access only; what one of them asked stands in the comment", async () => {
  const pull = await openFork("one");
  expect(world.ours(pull)[0]?.body).toContain("a model is asked for people with write access only");
  world.sandbox.comment(pull, "stranger", "/explain");
  await world.settled();
  expect(api.sent).toEqual([]);
  world.sandbox.comment(pull, "maintainer", "/explain CN2");
  await world.settled();
  expect(api.sent.length).toBeGreaterThan(0);
  expect(world.ours(pull)[0]?.body).toContain("A model judged");
});

test("M6: an outsider is answered a few times an hour; somebody with write access always", async () => {
  const pull = await openFork("two");
  const before = world.ours(pull).length;
  for (let i = 0; i < 15; i += 1) world.sandbox.comment(pull, "stranger", "/help");
  await world.settled();
  expect(world.ours(pull).length - before).toBeLessThanOrEqual(10);
  const answered = world.ours(pull).length;
  for (let i = 0; i < 12; i += 1) world.sandbox.comment(pull, "maintainer", "/help");
  await world.settled();
  expect(world.ours(pull)).toHaveLength(answered + 12);
});

test("a comment that is sent again under a fresh delivery id is done once", async () => {
  const pull = await openFork("three");
  world.sandbox.comment(pull, "maintainer", "/help");
  await world.settled();
  const { deliveries } = world.sandbox.webhooks;
  const sent = deliveries.filter(({ event }) => event === "issue_comment").at(-1);
  if (sent === undefined) throw new Error("nothing was sent");
  const jobs = (await world.server.tools.queue.jobs({ limit: 1000 })).length;
  for (const guid of ["fresh-1", "fresh-2"]) await world.sandbox.webhooks.send({ ...sent, guid });
  await world.settled();
  expect(await world.server.tools.queue.jobs({ limit: 1000 })).toHaveLength(jobs);
});
