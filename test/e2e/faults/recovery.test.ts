import type { Sandbox } from "../../../src/sandbox/sandbox.ts";
import { type ChildServer, startChild } from "../../support/child-server.ts";
import { botComments, openSpecPullRequest, populate } from "../../support/spec-world.ts";
import { temporaryFolder } from "../../support/test-settings.ts";
import { createWatchedSandbox } from "../../support/watched-sandbox.ts";

const soon = () => new Promise((resolve) => setTimeout(resolve, 10));
let sandbox: Sandbox;
let child: ChildServer | null = null;

beforeEach(async () => {
  sandbox = await createWatchedSandbox({ clock: () => new Date() });
  await populate(sandbox);
});
afterEach(async () => {
  await child?.kill();
  child = null;
  await sandbox.close();
});

async function start(everyMs: number): Promise<void> {
  const recovery = JSON.stringify({ everyMs, reconcileEvery: 1000 });
  const environment = { ...sandbox.settings, TWOPATH_DATA_DIR: temporaryFolder(), TEST_RECOVERY: recovery };
  child = await startChild(environment);
  sandbox.webhooks.target = `${child.url}/api/github/webhooks`;
}

test("R4: five deliveries that failed while the server was down are recovered after its start", async () => {
  const pull = await openSpecPullRequest(sandbox);
  for (let i = 0; i < 4; i++) sandbox.comment(pull, "maintainer", "/help");
  await sandbox.webhooks.settled();
  const failed = sandbox.webhooks.deliveries.filter(({ event }) => event !== "installation").length;
  expect(failed).toBeGreaterThanOrEqual(5);
  const began = performance.now();
  await start(300_000);
  while (botComments(sandbox, pull).length < 5) await soon();
  const seconds = (performance.now() - began) / 1000;
  process.stdout.write(`R4: ${failed} failed deliveries recovered ${seconds.toFixed(1)} s after the start\n`);
  await child?.kill("SIGTERM");
  expect(botComments(sandbox, pull)).toHaveLength(5);
  expect(sandbox.checks("acme/spec")).toHaveLength(1);
});

test("R4: a delivery refused while the server runs is asked for again by the clock", async () => {
  await start(200);
  const { target } = sandbox.webhooks;
  sandbox.webhooks.target = null;
  const pull = await openSpecPullRequest(sandbox);
  await sandbox.webhooks.settled();
  sandbox.webhooks.target = target;
  while (botComments(sandbox, pull).length < 1) await soon();
  expect(sandbox.webhooks.deliveries.some(({ redelivery }) => redelivery)).toBe(true);
});

test("R4: an open pull request that no webhook told of is reviewed at the start, and only once", async () => {
  sandbox.webhooks.held = true;
  const pull = await openSpecPullRequest(sandbox);
  sandbox.webhooks.held = false;
  await start(300_000);
  while (sandbox.checks("acme/spec").length < 1) await soon();
  expect(botComments(sandbox, pull)).toHaveLength(1);
});
