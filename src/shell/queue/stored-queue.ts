import { randomUUID } from "node:crypto";
import type { EnqueueOptions, JobQueue, JobRequest } from "../ports.ts";
import type { RunJob } from "./attempt.ts";
import { EnqueueBatch } from "./enqueue-batch.ts";
import { StoredJobAdmin } from "./job-admin.ts";
import { JobStore } from "./job-store.ts";
import type { QueueOptions } from "./queue-options.ts";
import { RunningJobs } from "./running-jobs.ts";
import type { Sql } from "./sql.ts";

/** How often ended jobs older than the retention are deleted. */
const pruneEveryMs = 60 * 60_000;

/** Heartbeats in the time of one lease: some may fail before it is lost. */
const beatsPerLease = 6;

/** The queue over either store: takes ready jobs as there is room, keeps their leases, takes over those of the dead. */
export class StoredQueue extends StoredJobAdmin implements JobQueue {
  readonly #sql: Sql;
  readonly #options: QueueOptions;
  readonly #store: JobStore;
  readonly #running: RunningJobs;
  readonly #batch: EnqueueBatch;
  readonly #instance = randomUUID().slice(0, 8);
  #claims = 0;
  #loop: Promise<void> | null = null;
  #stopping = false;
  #woken = false;
  #endSleep: () => void = () => undefined;
  #timer: NodeJS.Timeout | undefined;
  #beat: Promise<void> | null = null;
  #prunedAt = -Infinity;

  constructor(sql: Sql, options: QueueOptions) {
    super(sql);
    this.#sql = sql;
    this.#options = options;
    this.#store = new JobStore(sql, options);
    this.#running = new RunningJobs(this.#store, options);
    this.#batch = new EnqueueBatch(this.#store, () => {
      this.#wake();
    });
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
    this.#wake();
    return retried;
  }

  /** What still runs in a store of one's own belongs to a process that is dead. */
  async open(): Promise<void> {
    if (this.#sql.exclusive) await this.#store.reclaim("all");
  }

  start(run: RunJob): void {
    if (this.#loop !== null) throw new Error("The queue runs already");
    this.#timer = setInterval(() => {
      this.#running.abortExpiring();
      this.#heartbeat();
    }, this.#options.leaseMs / beatsPerLease);
    this.#timer.unref();
    this.#heartbeat();
    this.#sql.listen(() => {
      this.#wake();
    });
    this.#loop = this.#work(run);
  }

  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    this.#wake();
    await this.#batch.settled();
    await this.#loop;
    await this.#running.stop(graceMs);
    clearInterval(this.#timer);
    await this.#beat;
  }

  async idle(): Promise<void> {
    for (;;) {
      await this.#batch.settled();
      const counts = await this.counts();
      if (counts.waiting + counts.running === 0 && this.#running.size === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  async #work(run: RunJob): Promise<void> {
    while (!this.#stopping) {
      this.#woken = false;
      const isMore = await this.#takeReady(run).catch((error: unknown) => {
        this.#options.onError(error);
        return false;
      });
      if (!isMore) await this.#sleep();
    }
  }

  /** True when there may be more to take at once. */
  async #takeReady(run: RunJob): Promise<boolean> {
    await this.#running.abortCancelled();
    const room = this.#options.concurrency - this.#running.size;
    if (room <= 0) return false;
    const at = performance.now();
    const claimed = await this.#store.claim(`${this.#instance}:${String(++this.#claims)}`, room);
    for (const job of claimed ?? [])
      void this.#running.run(job, at, run).finally(() => {
        this.#wake();
      });
    return claimed === null;
  }

  #wake(): void {
    this.#woken = true;
    this.#endSleep();
  }

  /** Until woken, or for the poll interval: delays end, and not everything that changes jobs can wake this process. */
  async #sleep(): Promise<void> {
    if (this.#woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.#options.pollMs);
      this.#endSleep = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** One at a time, however slow the store is. */
  #heartbeat(): void {
    this.#beat ??= this.#beatOnce()
      .catch(this.#options.onError)
      .finally(() => (this.#beat = null));
  }

  async #beatOnce(): Promise<void> {
    await this.#running.heartbeat();
    await this.#store.reclaim("expired");
    if (performance.now() - this.#prunedAt < pruneEveryMs) return;
    this.#prunedAt = performance.now();
    await this.#store.prune(this.#options.retentionMs);
  }
}
