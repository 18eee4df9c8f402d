import type { JobContext, JobRequest } from "../../../src/shell/ports.ts";
import { runAttempt } from "../../../src/shell/queue/attempt.ts";
import { StoredJobAdmin } from "../../../src/shell/queue/job-admin.ts";
import { JobStore } from "../../../src/shell/queue/job-store.ts";
import { migrate, migrations } from "../../../src/shell/queue/migrations.ts";
import { openPostgres } from "../../../src/shell/queue/open-postgres.ts";
import { openSqlite } from "../../../src/shell/queue/open-sqlite.ts";
import { queueDefaults, type QueueOptions } from "../../../src/shell/queue/queue-options.ts";
import type { Sql } from "../../../src/shell/queue/sql.ts";
import { openStore, openStoreAdmin, type Store, type StorePlace } from "../../../src/shell/queue/store.ts";
import { RetryLater } from "../../../src/shell/retry-later.ts";

const repository = { installationId: 1, id: 2, owner: "acme", name: "spec" };

export function review(pullRequest: number, deliveryId: string): JobRequest {
  return { kind: "review", repository, pullRequest, headSha: "a".repeat(40), deliveryId };
}

export const quick: QueueOptions = {
  ...queueDefaults,
  clock: { now: () => new Date() },
  leaseMs: 600,
  pollMs: 20,
  backoffMs: 5,
  backoffLimitMs: 20,
  redact: (text) => text.replaceAll("canary", "[redacted]"),
  onError: (error) => {
    throw error;
  },
};

const openSql = async (place: StorePlace): Promise<Sql> =>
  place.type === "postgres"
    ? await openPostgres(place.url, quick.onError)
    : openSqlite(place.folder, { own: true });

const soon = () => new Promise((resolve) => setTimeout(resolve, 2));

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await soon();
}

function aborted(context: JobContext): Promise<never> {
  return new Promise((_, reject) => {
    context.signal.addEventListener("abort", () => {
      reject(context.signal.reason as Error);
    });
  });
}

/** What every store must do. `newPlace` makes a fresh one for each test. */
export function describeStore(name: string, newPlace: () => StorePlace): void {
  describe(name, () => {
    let place: StorePlace;
    let stores: Store[];

    beforeEach(() => {
      place = newPlace();
      stores = [];
    });
    const open = async (options: QueueOptions): Promise<Store> => {
      const store = await openStore(place, options);
      stores.push(store);
      return store;
    };
    afterEach(async () => {
      for (const store of stores) {
        await store.queue.stop(0).catch(() => undefined);
        await store.close().catch(() => undefined);
      }
    });

    const add = (store: Store, pullRequest: number, id: string, supersede = false) =>
      store.queue.enqueue(review(pullRequest, id), {
        dedupeKey: id,
        group: `g${String(pullRequest)}`,
        supersede,
      });

    test("R1: the same delivery 100 times, 20 at once, is one job, also after it is done", async () => {
      const store = await open(quick);
      const ran: string[] = [];
      const added: boolean[] = [];
      for (let round = 0; round < 5; round++) {
        added.push(...(await Promise.all(Array.from({ length: 20 }, () => add(store, 1, "d1")))));
        if (round === 2) {
          store.queue.start((job) => {
            ran.push(job.deliveryId);
            return Promise.resolve();
          });
          await store.queue.idle();
        }
      }
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(ran).toEqual(["d1"]);
    });

    test("a value is changed atomically, however many change it at once", async () => {
      const { values } = await open(quick);
      const count = (value: unknown): number => (typeof value === "number" ? value : 0) + 1;
      await Promise.all(Array.from({ length: 50 }, () => values.update("n", count)));
      expect(await values.get("n")).toBe(50);
      await values.update("n", () => undefined);
      expect(await values.get("n")).toBeUndefined();
    });

    test("jobs of one group run one after the other, other groups beside them", async () => {
      const store = await open({ ...quick, concurrency: 4 });
      const now = new Map<number, number>();
      let most = 0;
      let mostInGroup = 0;
      for (let i = 0; i < 30; i++) await add(store, i % 3, `d${String(i)}`);
      store.queue.start(async (job) => {
        const pr = "pullRequest" in job ? job.pullRequest : 0;
        now.set(pr, (now.get(pr) ?? 0) + 1);
        mostInGroup = Math.max(mostInGroup, now.get(pr) ?? 0);
        most = Math.max(
          most,
          [...now.values()].reduce((a, b) => a + b, 0),
        );
        await soon();
        now.set(pr, (now.get(pr) ?? 0) - 1);
      });
      await store.queue.idle();
      expect(mostInGroup).toBe(1);
      expect(most).toBeGreaterThan(1);
      expect((await store.queue.counts()).done).toBe(30);
    });

    test("R2: latest wins: the running review is aborted, the waiting one never runs", async () => {
      const store = await open(quick);
      const seen: string[] = [];
      store.queue.start(async (job, context) => {
        seen.push(job.deliveryId);
        if (job.deliveryId === "a") await aborted(context);
      });
      await add(store, 1, "a", true);
      await until(() => seen.includes("a"));
      await Promise.all([add(store, 1, "b", true), add(store, 1, "c", true)]);
      await store.queue.idle();
      expect(seen).toEqual(["a", "c"]);
      expect(await store.queue.counts()).toMatchObject({ cancelled: 2, done: 1 });
    });

    test("R45: a job that always throws is a dead letter after 5 attempts; the others are done", async () => {
      const store = await open(quick);
      const last: boolean[] = [];
      for (let i = 0; i < 20; i++) await add(store, i, `d${String(i)}`);
      store.queue.start((job, context) => {
        if (job.deliveryId !== "d7") return Promise.resolve();
        last.push(context.lastAttempt);
        return Promise.reject(new Error("poison canary"));
      });
      await store.queue.idle();
      expect(last).toEqual([false, false, false, false, true]);
      const [failed] = await store.queue.jobs({ states: ["failed"] });
      expect(failed?.error).toContain("poison [redacted]");
      expect((await store.queue.counts()).done).toBe(19);
    });

    test("a redelivery revives a failed job and is dropped for a done one", async () => {
      const store = await open({ ...quick, maxAttempts: 1 });
      let fail = true;
      store.queue.start(() => (fail ? Promise.reject(new Error("down")) : Promise.resolve()));
      await add(store, 1, "d");
      await store.queue.idle();
      fail = false;
      expect(await add(store, 1, "d")).toBe(true);
      await store.queue.idle();
      expect(await add(store, 1, "d")).toBe(false);
      expect(await store.queue.counts()).toMatchObject({ done: 1, failed: 0 });
    });

    test("R18: a limit parks the job until its time, without counting the attempt, and survives a restart", async () => {
      const first = await open(quick);
      let attempts = 0;
      first.queue.start(() => {
        attempts++;
        return Promise.reject(new RetryLater("limit", new Date(Date.now() + 250)));
      });
      await add(first, 1, "d");
      await until(async () => (await first.queue.counts()).parked === 1);
      await first.queue.stop(0);
      await first.close();
      const second = await open(quick);
      const [parked] = await second.queue.jobs({});
      expect(parked).toMatchObject({ state: "parked", attempt: 0 });
      second.queue.start(() => Promise.resolve());
      await until(async () => (await second.queue.counts()).done === 1);
      expect(attempts).toBe(1);
    });

    test("cancel ends a waiting job and aborts a running one; retry puts it back", async () => {
      const store = await open({ ...quick, concurrency: 1 });
      let running = "";
      let hang = true;
      store.queue.start(async (_, context) => {
        running = context.id;
        if (hang) await aborted(context);
      });
      await add(store, 1, "a");
      await until(() => running !== "");
      await add(store, 2, "b");
      const [waiting] = await store.queue.jobs({ states: ["waiting"] });
      expect(await store.queue.cancel(waiting!.id)).toBe(true);
      expect(await store.queue.cancel(running)).toBe(true);
      await store.queue.idle();
      expect((await store.queue.counts()).cancelled).toBe(2);
      hang = false;
      expect(await store.queue.retry(waiting!.id)).toBe(true);
      expect(await store.queue.cancel("999999")).toBe(false);
      await store.queue.idle();
      expect((await store.queue.counts()).done).toBe(1);
    });

    test("tools beside the server list and steer its jobs", async () => {
      const store = await open(quick);
      await add(store, 1, "d");
      const beside = await openStoreAdmin(place, quick.onError);
      const [job] = await beside.jobs.jobs({});
      expect(job).toMatchObject({ state: "waiting", job: { deliveryId: "d" } });
      let attempts = 0;
      store.queue.start(async (_, context) => {
        if (++attempts === 1) await aborted(context);
      });
      await until(() => attempts === 1);
      expect(await beside.jobs.cancel(job!.id)).toBe(true);
      await until(async () => (await store.queue.job(job!.id))?.state === "cancelled");
      expect(await beside.jobs.retry(job!.id)).toBe(true);
      await store.queue.idle();
      expect(attempts).toBe(2);
      await beside.close();
    });

    test("an attempt that lost its lease changes nothing: not the job, nor anything it has not begun", async () => {
      const sql = await openSql(place);
      await migrate(sql);
      const expired = new JobStore(sql, { ...quick, leaseMs: -1, maxAttempts: 5 });
      const store = new JobStore(sql, { ...quick, leaseMs: 60_000, maxAttempts: 5 });
      await store.add([{ job: review(1, "d"), options: { dedupeKey: "d", group: "g", supersede: false } }]);
      const [late] = (await expired.claim("late", 4)) ?? [];
      await store.reclaim("expired");
      const [owner] = (await store.claim("owner", 4)) ?? [];
      expect(owner).toMatchObject({ id: late?.id, attempt: 2 });
      const effects: string[] = [];
      const run = (_: JobRequest, context: JobContext) =>
        context.once("effect", () => Promise.resolve(void effects.push("late")));
      await runAttempt(late!, run, store, new AbortController().signal, quick);
      expect(effects).toEqual([]);
      expect(await store.end(late!, { result: "done" })).toBe(false);
      expect(await store.end(owner!, { result: "done" })).toBe(true);
      await sql.close();
    });

    test("R6: what a dead process had taken is done by the next, at once where nobody else can have it", async () => {
      const sql = await openSql(place);
      await migrate(sql);
      const dead = new JobStore(sql, { ...quick, leaseMs: 300, maxAttempts: 5 });
      await dead.add([{ job: review(1, "d"), options: { dedupeKey: "d", group: "g", supersede: false } }]);
      expect(await dead.claim("dead", 1)).toHaveLength(1);
      await sql.close();
      const store = await open(quick);
      if (place.type === "sqlite") expect((await store.queue.counts()).waiting).toBe(1);
      store.queue.start(() => Promise.resolve());
      await store.queue.idle();
      expect((await store.queue.jobs({}))[0]).toMatchObject({ state: "done", attempt: 2 });
    });

    test("a store of an earlier version goes on as it is; one of a later version is refused", async () => {
      const sql = await openSql(place);
      await migrate(sql, migrations.slice(0, 1));
      const data = JSON.stringify({ kind: "gave-up", of: review(1, "d"), jobId: "1", deliveryId: "d" });
      await sql.query(
        `INSERT INTO twopath_job (kind, grp, dedupe, data, run_at, max_attempts, created_at)
         VALUES ('gave-up', 'g', 'gave-up:1:5', $1, 0, 5, 0)`,
        [data],
      );
      await migrate(sql);
      await expect(migrate(sql, migrations.slice(0, 1))).rejects.toThrow(/Start the newer twopath again/);
      await sql.close();
      const store = await open(quick);
      const kinds: string[] = [];
      store.queue.start(({ kind }) => Promise.resolve(void kinds.push(kind)));
      await store.queue.idle();
      expect(kinds).toEqual(["dead-letter"]);
    });

    test("jobs of a group are taken in the order they came, the oldest of each group first", async () => {
      const sql = await openSql(place);
      await migrate(sql);
      const store = new JobStore(sql, { ...quick, leaseMs: 60_000, maxAttempts: 5 });
      const job = (id: string, group: string) => ({
        job: review(1, id),
        options: { dedupeKey: id, group, supersede: false },
      });
      await store.add(["a1", "a2", "b1", "a3", "c1"].map((id) => job(id, id.slice(0, 1))));
      const taken = async () => {
        const claimed = (await store.claim("me", 10)) ?? [];
        for (const each of claimed) await store.end(each, { result: "done" });
        return claimed.map((each) => each.job.deliveryId).toSorted();
      };
      expect(await taken()).toEqual(["a1", "b1", "c1"]);
      expect(await taken()).toEqual(["a2"]);
      expect(await taken()).toEqual(["a3"]);
      await sql.close();
    });

    test("a job whose process died on each attempt is a dead letter and leaves one job that tells so", async () => {
      const sql = await openSql(place);
      await migrate(sql);
      const store = new JobStore(sql, { ...quick, leaseMs: -1, maxAttempts: 2 });
      await store.add([{ job: review(1, "d"), options: { dedupeKey: "d", group: "g", supersede: false } }]);
      for (let death = 0; death < 2; death++) {
        expect(await store.claim("dead", 1)).toHaveLength(1);
        await store.reclaim("expired");
      }
      const [told] = (await store.claim("next", 9)) ?? [];
      expect(told?.job).toMatchObject({ kind: "dead-letter", of: { deliveryId: "d" }, deliveryId: "d" });
      await sql.close();
    });

    test("a job that cannot be read as stored is a dead letter that names itself and the field; the others run, nothing is lost", async () => {
      const sql = await openSql(place);
      await migrate(sql);
      const told: string[] = [];
      const store = new JobStore(sql, { ...quick, onError: (error) => told.push(String(error)) });
      const put = (n: number) =>
        store.add([
          {
            job: review(n, `d${String(n)}`),
            options: { dedupeKey: String(n), group: String(n), supersede: false },
          },
        ]);
      for (const n of [1, 2, 3, 4]) await put(n);
      const broken = [
        JSON.stringify({ ...review(1, "d1"), repository: { ...repository, id: "2" } }),
        JSON.stringify({ ...review(2, "d2"), kind: "publish" }),
        "{not JSON",
      ];
      for (const [i, data] of broken.entries())
        await sql.query("UPDATE twopath_job SET data = $1 WHERE dedupe = $2", [data, String(i + 1)]);
      expect((await store.claim("me", 3)) ?? []).toEqual([]);
      expect(await store.claim("me", 3)).toMatchObject([{ job: { pullRequest: 4 } }]);
      const admin = new StoredJobAdmin(sql);
      const failed = await admin.jobs({ states: ["failed"] });
      expect(failed.map(({ job, unreadable }) => [job, unreadable])).toEqual(
        broken.map((data) => [null, data]).toReversed(),
      );
      expect(told).toHaveLength(3);
      expect(failed[2]?.error).toMatch(
        /^Job 1 \(review\) cannot be read as stored: repository\.id: .*number/,
      );
      expect(failed[1]?.error).toMatch(/^Job 2 \(review\) cannot be read as stored: kind: /);
      expect(failed[0]?.error).toMatch(/^Job 3 \(review\) cannot be read as stored: data: /);
      await sql.query("UPDATE twopath_job SET data = $1 WHERE dedupe = '1'", [
        JSON.stringify(review(1, "d1")),
      ]);
      expect(await admin.retry(failed[2]?.id ?? "")).toBe(true);
      expect(await store.claim("me", 3)).toMatchObject([{ job: { pullRequest: 1 } }]);
      await sql.close();
    });

    test("once: an effect is done once over three attempts", async () => {
      const store = await open(quick);
      let effects = 0;
      const values: unknown[] = [];
      store.queue.start(async (_, context) => {
        values.push(await context.once("post", () => Promise.resolve(++effects)));
        if (context.attempt < 3) throw new Error("after the effect");
      });
      await add(store, 1, "d");
      await store.queue.idle();
      expect(values).toEqual([1, 1, 1]);
    });

    test("R7: stop hands running work back uncounted, and the next start does it", async () => {
      const first = await open(quick);
      let started = false;
      first.queue.start(async (_, context) => {
        started = true;
        await aborted(context);
      });
      await add(first, 1, "d");
      await until(() => started);
      await first.queue.stop(10);
      const [waiting] = await first.queue.jobs({});
      expect(waiting).toMatchObject({ state: "waiting", attempt: 0 });
      await first.close();
      const second = await open(quick);
      second.queue.start(() => Promise.resolve());
      await second.queue.idle();
      expect((await second.queue.counts()).done).toBe(1);
    });

    test("values: set, get, replace, delete", async () => {
      const { values } = await open(quick);
      expect(await values.get("k")).toBeUndefined();
      await values.set("k", { a: [1] });
      await values.set("k", { a: [2] });
      expect(await values.get("k")).toEqual({ a: [2] });
      await values.set("k", undefined);
      expect(await values.get("k")).toBeUndefined();
    });
  });
}
