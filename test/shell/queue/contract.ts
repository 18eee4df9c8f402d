import type { JobContext, JobRequest } from "../../../src/shell/ports.ts";
import { queueDefaults, type QueueOptions, type Store } from "../../../src/shell/queue/store.ts";
import { RetryLater } from "../../../src/shell/retry-later.ts";

export const repository = { installationId: 1, id: 2, owner: "acme", name: "spec" };

export function review(pullRequest: number, deliveryId: string): JobRequest {
  return { kind: "review", repository, pullRequest, headSha: "a".repeat(40), deliveryId };
}

export const quick: QueueOptions = {
  ...queueDefaults,
  clock: { now: () => new Date() },
  leaseMs: 600,
  pollMs: 20,
  cancelPollMs: 20,
  backoffMs: 5,
  backoffLimitMs: 20,
  redact: (text) => text.replaceAll("canary", "[redacted]"),
  onError: (error) => {
    throw error;
  },
};

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

/** What every store must do. `open` opens the same fresh place each time it is called within a test. */
export function describeStore(
  name: string,
  place: () => Promise<(options: QueueOptions) => Promise<Store>>,
): void {
  describe(name, () => {
    let open: (options: QueueOptions) => Promise<Store>;
    let stores: Store[];

    beforeEach(async () => {
      const opener = await place();
      stores = [];
      open = async (options) => {
        const store = await opener(options);
        stores.push(store);
        return store;
      };
    });
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

    test("R45: a job that always throws ends on the dead list after 5 attempts; the others are done", async () => {
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

    test("cancel ends a waiting job and aborts a running one within a second; retry puts it back", async () => {
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
      const asked = performance.now();
      expect(await store.queue.cancel(running)).toBe(true);
      await store.queue.idle();
      expect(performance.now() - asked).toBeLessThan(1000);
      expect((await store.queue.counts()).cancelled).toBe(2);
      hang = false;
      expect(await store.queue.retry(waiting!.id)).toBe(true);
      expect(await store.queue.cancel("999999")).toBe(false);
      await store.queue.idle();
      expect((await store.queue.counts()).done).toBe(1);
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
        await context.progress({ step: 1 });
        await aborted(context);
      });
      await add(first, 1, "d");
      await until(() => started);
      await first.queue.stop(10);
      const [waiting] = await first.queue.jobs({});
      expect(waiting).toMatchObject({ state: "waiting", attempt: 0, progress: { step: 1 } });
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
