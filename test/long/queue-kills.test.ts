import { setTimeout as pause } from "node:timers/promises";
import {
  drained,
  killedWorker,
  startWorker,
  surviveKills,
  type Worker,
  WorkLog,
} from "../support/queue-kills.ts";
import { startPostgres } from "../support/postgres-server.ts";
import { temporaryFolder } from "../support/test-settings.ts";
import type { StorePlace } from "../../src/shell/queue/store.ts";

const server = await startPostgres();
afterAll(() => {
  server?.stop();
});

const stores: readonly (readonly [string, () => StorePlace])[] = [
  ["embedded store", () => ({ type: "sqlite", folder: temporaryFolder() })],
  ["PostgreSQL", () => ({ type: "postgres", url: server?.database() ?? "" })],
];
const installed = stores.filter(([name]) => server !== null || name !== "PostgreSQL");

const unharmed = { lost: [], doneTwice: [], overlaps: [], stuck: 0 };

test.each(installed)("R6: 500 kills while it starts and under load, %s", async (_, newPlace) => {
  const { line, ...result } = await surviveKills(newPlace(), 500);
  process.stdout.write(`${line}\n`);
  expect(result.acknowledged).toBeGreaterThan(2500);
  expect(result).toMatchObject(unharmed);
});

test.each(installed)(
  "R6: 60 first starts killed around the making of the store, %s",
  async (type, newPlace) => {
    let done = 0;
    for (let index = 0; index < 60; index++) {
      const plan = { place: newPlace(), jobs: 5 };
      const log = new WorkLog();
      const kill = { event: "open", count: 1, afterMs: index * 2 } as const;
      await killedWorker({ ...plan, prefix: "killed" }, kill, log);
      const next = startWorker({ ...plan, prefix: "next" }, log);
      await next.after("A", 5);
      expect(await drained(plan.place, 10_000)).toMatchObject({ stuck: 0 });
      next.process.kill("SIGTERM");
      await next.gone;
      expect({ index, lost: log.lost, doneTwice: log.doneTwice }).toEqual({ index, lost: [], doneTwice: [] });
      done += log.written.size;
    }
    process.stdout.write(
      `${type}: 60 first starts killed, each next start good, ${String(done)} jobs done\n`,
    );
  },
);

const leaseMs = 12_000;

(server === null ? test.skip.each([2, 4]) : test.each([2, 4]))(
  "R6: of %i replicas one is killed every two seconds for two minutes, and PostgreSQL is restarted twice",
  async (count) => {
    const place: StorePlace = { type: "postgres", url: server?.database() ?? "" };
    const log = new WorkLog();
    let started = 0;
    const start = (): Worker =>
      startWorker(
        { place, prefix: `r${String(started++)}`, jobs: 100_000, everyMs: 60 * count, leaseMs },
        log,
      );
    const replicas = Array.from({ length: count }, start);
    await Promise.all(replicas.map((replica) => replica.after("ready")));
    for (let kill = 0; kill < 60; kill++) {
      await pause(2000);
      if (kill === 20 || kill === 40) log.withoutStore(() => server?.restart());
      const [victim] = replicas.splice(kill % count, 1, start());
      victim?.process.kill("SIGKILL");
    }
    for (const replica of replicas) replica.process.kill("SIGKILL");
    await Promise.all(replicas.map((replica) => replica.gone));
    const last = startWorker({ place, prefix: "last", jobs: 0, leaseMs }, log);
    const { late, stuck } = await drained(place, 3 * leaseMs);
    last.process.kill("SIGTERM");
    await last.gone;
    const { acknowledged, lost, doneTwice, overlaps, pauses } = log;
    const longest = Math.max(...pauses) / leaseMs;
    process.stdout.write(
      `${String(count)} replicas: 60 kills, 2 restarts of PostgreSQL, ${String(acknowledged.size)} acknowledged, ` +
        `${String(lost.length)} lost, ${String(doneTwice.length)} done twice, ${String(overlaps.length)} beside another ` +
        `of their group, ${String(late)} waiting three leases after the last kill, ${String(stuck)} stuck; ${String(pauses.length)} jobs ` +
        `of killed replicas went on after ${longest.toFixed(2)} leases at most, besides the ${(log.awayMs / 1000).toFixed(1)} s ` +
        "that PostgreSQL was away\n",
    );
    expect(acknowledged.size).toBeGreaterThan(1000);
    expect({ lost, doneTwice, overlaps, stuck }).toEqual(unharmed);
  },
);
