import { randomUUID } from "node:crypto";
import type { EnqueueOptions, JobContext, JobQueue, JobRequest } from "../ports.ts";
import { EnqueueBatch } from "./enqueue-batch.ts";
import { Ledger, type Schedule } from "./ledger.ts";
import { LedgerDesk } from "./ledger-desk.ts";
import { RunningJobs } from "./running-jobs.ts";
import type { Sql } from "./sql.ts";
import type { QueueOptions } from "./store.ts";

/** How often ended jobs older than the retention are deleted. */
const pruneEveryMs = 60 * 60_000;

/** What both stores' queues share; they differ in how a ready job finds a worker. */
export abstract class StoredQueue extends LedgerDesk implements JobQueue {
  protected readonly ledger: Ledger;
  protected readonly running: RunningJobs;
  protected readonly batch: EnqueueBatch;
  protected readonly options: QueueOptions;
  protected readonly instance = randomUUID().slice(0, 8);
  protected stopping = false;
  #claims = 0;
  #prunedAt = -Infinity;

  constructor(sql: Sql, options: QueueOptions, schedule: Schedule) {
    super(sql, schedule);
    this.options = options;
    this.ledger = new Ledger(sql, { ...options, schedule });
    this.running = new RunningJobs(this.ledger, options);
    this.batch = new EnqueueBatch(this.ledger, () => {
      this.added();
    });
  }

  abstract start(run: (job: JobRequest, context: JobContext) => Promise<void>): void;
  abstract stop(graceMs: number): Promise<void>;

  /** Called when jobs of this process became ready. */
  protected abstract added(): void;

  enqueue(job: JobRequest, options: EnqueueOptions): Promise<boolean> {
    return this.batch.add(job, options);
  }

  override async cancel(id: string): Promise<boolean> {
    const cancelled = await super.cancel(id);
    await this.running.abortCancelled();
    return cancelled;
  }

  override async retry(id: string): Promise<boolean> {
    const retried = await super.retry(id);
    this.added();
    return retried;
  }

  async idle(): Promise<void> {
    for (;;) {
      await this.batch.settled();
      const counts = await this.counts();
      if (counts.waiting + counts.running === 0 && this.running.size === 0) return;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }

  /** A new fencing token. */
  protected nextOwner(): string {
    return `${this.instance}:${String(++this.#claims)}`;
  }

  protected async pruneSometimes(): Promise<void> {
    if (performance.now() - this.#prunedAt < pruneEveryMs) return;
    this.#prunedAt = performance.now();
    await this.ledger.prune(this.options.retentionMs);
  }
}
