import { type ChildServer, startChild } from "../support/child-server.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { botComments, openSpecPullRequest, populate } from "../support/spec-world.ts";
import { temporaryFolder } from "../support/test-settings.ts";
import { createWatchedSandbox } from "../support/watched-sandbox.ts";

const postgres = await startPostgres();
const children: ChildServer[] = [];
afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
});
afterAll(() => {
  postgres?.stop();
});

async function start(environment: Readonly<Record<string, string>>, leaseMs: number): Promise<ChildServer> {
  const child = await startChild(environment, { leaseMs, pollMs: 100 });
  children.push(child);
  return child;
}

(postgres === null ? test.skip : test)(
  "R6: of two replicas on PostgreSQL one is killed: its job resumes at the other",
  async () => {
    const leaseMs = 3000;
    const sandbox = await createWatchedSandbox({ clock: () => new Date() });
    await populate(sandbox);
    const environment = { ...sandbox.settings, DATABASE_URL: postgres?.database() ?? "" };
    const first = await start(environment, leaseMs);
    sandbox.webhooks.target = `${first.url}/api/github/webhooks`;
    const reached = new Promise<void>((resolve) => {
      const run = () => {
        resolve();
        return new Promise(() => undefined);
      };
      sandbox.fault({ effect: { run } });
    });
    const pull = await openSpecPullRequest(sandbox);
    await reached;
    const second = await start(environment, leaseMs);
    const killed = performance.now();
    await first.kill();
    while (!second.log().includes('"msg":"job started"'))
      await new Promise((resolve) => setTimeout(resolve, 20));
    const seconds = (performance.now() - killed) / 1000;
    process.stdout.write(
      `lease ${String(leaseMs / 1000)} s: resumed ${seconds.toFixed(1)} s after the kill\n`,
    );
    while (botComments(sandbox, pull).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await second.kill("SIGTERM");
    expect(botComments(sandbox, pull)).toHaveLength(1);
    await sandbox.close();
  },
  120_000,
);

test("R7: SIGTERM while a request hangs: it ends all the same, and the next start does the work once", async () => {
  const sandbox = await createWatchedSandbox({ clock: () => new Date() });
  await populate(sandbox);
  const environment = { ...sandbox.settings, TWOPATH_DATA_DIR: temporaryFolder() };
  const first = await start(environment, 60_000);
  sandbox.webhooks.target = `${first.url}/api/github/webhooks`;
  const reached = new Promise<void>((resolve) => {
    const run = () => {
      resolve();
      return new Promise(() => undefined);
    };
    sandbox.fault({ times: 1000, effect: { run } });
  });
  const pull = await openSpecPullRequest(sandbox);
  await reached;
  const asked = performance.now();
  expect(await first.kill("SIGTERM")).toBe(0);
  const seconds = (performance.now() - asked) / 1000;
  process.stdout.write(`SIGTERM while a request hangs: ended after ${seconds.toFixed(1)} s\n`);
  sandbox.clearFaults();
  const second = await start(environment, 60_000);
  while (sandbox.checks("acme/spec").length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
  await second.kill("SIGTERM");
  expect(botComments(sandbox, pull)).toHaveLength(1);
  await sandbox.close();
}, 120_000);
