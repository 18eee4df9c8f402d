import { randomUUID } from "node:crypto";
import type { EnqueueOptions, JobQueue, JobRequest } from "../ports.ts";
import type { RunJob } from "./attempt.ts";
import { EnqueueBatch } from "./enqueue-batch.ts";
import { Ledger, type Schedule } from "./ledger.ts";
import { LedgerDesk } from "./ledger-desk.ts";
import { migrate } from "./migrations.ts";
import { openSqlite } from "./open-sqlite.ts";
import { RunningJobs } from "./running-jobs.ts";
import type { Sql } from "./sql.ts";
import type { QueueOptions, Store, StoreDesk } from "./store.ts";
import { createValueStore } from "./value-store.ts";

/** The table itself says what is ready. */
const nothingToSchedule: Schedule = () => Promise.resolve();

/** How often ended jobs older than the retention are deleted. */
const pruneEveryMs = 60 * 60_000;

/** The embedded store: one process per folder, guarded by a lock. Throws UserError when it cannot own the folder. */
export async function createSqliteStore(folder: string, options: QueueOptions): Promise<Store> {
  const sql = openSqlite(folder, { own: true });
  try {
    await migrate(sql);
    const queue = new SqliteQueue(sql, options);
    await queue.takeBack();
    return {
      queue,
      values: createValueStore(sql),
      ping: async () => {
        await sql.query("SELECT 1");
      },
      close: () => sql.close(),
    };
  } catch (error) {
    await sql.close();
    throw error;
  }
}

/** Opens the jobs of a folder beside the server that owns it, to list and steer them. */
export async function openSqliteDesk(folder: string): Promise<StoreDesk> {
  const sql = openSqlite(folder, { own: false });
  await migrate(sql);
  return { desk: new LedgerDesk(sql, nothingToSchedule), close: () => sql.close() };
}

class SqliteQueue extends LedgerDesk implements JobQueue {
  readonly #ledger: Ledger;
  readonly #batch: EnqueueBatch;
  readonly #running: RunningJobs;
  readonly #options: QueueOptions;
  readonly #instance = randomUUID().slice(0, 8);
  #run: RunJob | null = null;
  #loop: Promise<void> | null = null;
  #stopping = false;
  #woken = false;
  #wake: () => void = () => undefined;
  #claims = 0;
  #prunedAt = -Infinity;

  constructor(sql: Sql, options: QueueOptions) {
    super(sql, nothingToSchedule);
    this.#options = options;
    this.#ledger = new Ledger(sql, { ...options, schedule: nothingToSchedule });
    this.#running = new RunningJobs(this.#ledger, options);
    this.#batch = new EnqueueBatch(this.#ledger, () => {
      this.#nudge();
      void this.#running.abortCancelled().catch(options.onError);
    });
  }

  /** Behind the instance lock every running job belongs to a dead process. */
  async takeBack(): Promise<void> {
    await this.#ledger.takeBack("all");
  }

  enqueue(job: JobRequest, options: EnqueueOptions): Promise<boolean> {
    return this.#batch.add(job, options);
  }

  override async cancel(id: string): Promise<boolean> {
    const cancelled = await super.cancel(id);
    await this.#running.abortCancelled();
    return cancelled;
  }

  override async retry(id: string): Promise<boolean> {
    const retried = await super.retry(id);
    this.#nudge();
    return retried;
  }

  start(run: RunJob): void {
    if (this.#loop !== null) throw new Error("The queue runs already");
    this.#run = run;
    this.#running.start();
    this.#loop = this.#work();
  }

  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.#nudge();
    await this.#batch.settled();
    await this.#loop;
    await this.#running.stop(graceMs);
  }

  async idle(): Promise<void> {
    for (;;) {
      await this.#batch.settled();
      const counts = await this.counts();
      if (counts.waiting + counts.running === 0 && this.#running.size === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  #nudge(): void {
    this.#woken = true;
    this.#wake();
  }

  async #work(): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false;
      const took = await this.#takeOne().catch((error: unknown) => {
        this.#options.onError(error);
        return false;
      });
      if (!took) await this.#sleep();
    }
  }

  async #takeOne(): Promise<boolean> {
    if (this.#run === null || this.#running.size >= this.#options.concurrency) return false;
    const claimed = await this.#ledger.claim(`${this.#instance}:${String(++this.#claims)}`, null);
    if (claimed === null) {
      await this.#pruneSometimes();
      return false;
    }
    void this.#running.run(claimed, this.#run).finally(() => {
      this.#nudge();
    });
    return true;
  }

  async #pruneSometimes(): Promise<void> {
    if (performance.now() - this.#prunedAt < pruneEveryMs) return;
    this.#prunedAt = performance.now();
    await this.#ledger.prune(this.#options.retentionMs);
  }

  /** Until woken by new work, or for the poll interval, as tools beside the server change jobs too. */
  async #sleep(): Promise<void> {
    if (this.#woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#options.pollMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
