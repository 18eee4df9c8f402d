import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type ChildServer, startChild } from "../../support/child-server.ts";
import { deliver, pullRequestPayload } from "../../support/deliver.ts";
import { temporaryFolder, testEnvironment, testSettings } from "../../support/test-settings.ts";
import { startWatchedServer } from "../../support/watched-server.ts";

const ready = async (url: string) => (await fetch(`${url}/readyz`)).status;
const post = (url: string, number: number) =>
  deliver(url, "pull_request", `d-${String(number)}`, pullRequestPayload(number, "d".repeat(40)));

test("R42: where the disk takes nothing more, deliveries get 503 and the server is not ready; with room it is", async () => {
  const folder = temporaryFolder();
  const environment = { ...testEnvironment, TWOPATH_DATA_DIR: folder };
  let server: ChildServer = await startChild(environment, {}, 400);
  let number = 0;
  let status = 202;
  while (status === 202 && number < 2000) status = await post(server.url, ++number);
  expect(status).toBe(503);
  // A probe writes less than a delivery: the first ones may still find room.
  let probes = 0;
  while ((await ready(server.url)) === 200 && probes < 100) probes++;
  expect(await ready(server.url)).toBe(503);
  expect(server.process.exitCode).toBeNull();
  await server.kill();
  server = await startChild(environment);
  expect(await ready(server.url)).toBe(200);
  expect(await post(server.url, number)).toBe(202);
  await server.kill();
  rmSync(folder, { recursive: true, force: true });
});

test("R42: after a flush that failed the server is not ready until it is started anew", async () => {
  const settings = testSettings();
  if (settings.store.type !== "sqlite") throw new Error("not the embedded store");
  let server = await startWatchedServer(settings);
  expect(await ready(server.url)).toBe(200);
  const log = join(settings.store.folder, "twopath.db-wal");
  renameSync(log, `${log}-away`);
  expect(await post(server.url, 1)).toBe(503);
  renameSync(`${log}-away`, log);
  expect(await ready(server.url)).toBe(503);
  await server.stop(0);
  server = await startWatchedServer(settings);
  expect(await ready(server.url)).toBe(200);
  await server.stop(0);
});
