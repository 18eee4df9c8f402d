import { closeSync, constants, openSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
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
  const end = failFlushes(join(settings.store.folder, "twopath.db-wal"));
  expect(await post(server.url, 1)).toBe(503);
  end();
  expect(await ready(server.url)).toBe(503);
  await server.stop(0);
  server = await startWatchedServer(settings);
  expect(await ready(server.url)).toBe(200);
  await server.stop(0);
});

/**
 * The descriptor by which this process flushes a file becomes one of a device that cannot be flushed. SQLite's own, which
 * it opened without following links, stays.
 */
function failFlushes(path: string): () => void {
  const descriptors = readdirSync("/proc/self/fd").filter((fd) => linkOf(fd) === path && !isSqlites(fd));
  expect(descriptors).toHaveLength(1);
  const flushed = Number(descriptors[0]);
  closeSync(flushed);
  const opened: number[] = [];
  while (!opened.includes(flushed)) opened.push(openSync("/dev/null", "r+"));
  return () => {
    for (const fd of opened) if (fd !== flushed) closeSync(fd);
  };
}

function linkOf(fd: string): string | null {
  try {
    return readlinkSync(`/proc/self/fd/${fd}`);
  } catch {
    return null;
  }
}

function isSqlites(fd: string): boolean {
  const flags = /^flags:\s+([0-7]+)/m.exec(readFileSync(`/proc/self/fdinfo/${fd}`, "utf8"))?.[1] ?? "0";
  return (Number.parseInt(flags, 8) & constants.O_NOFOLLOW) !== 0;
}
