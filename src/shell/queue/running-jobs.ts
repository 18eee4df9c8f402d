import { logAbout } from "../log.ts";
import { JobAborted, runAttempt, type AttemptOptions, type RunJob } from "./attempt.ts";
import type { ClaimedJob, JobStore } from "./job-store.ts";

interface Running {
  readonly claimed: ClaimedJob;
  readonly controller: AbortController;
  readonly done: Promise<void>;
  /** When the lease was last renewed, monotonic milliseconds. */
  renewedAt: number;
}

/** Time given to aborted jobs to unwind before they are handed back without them. */
const unwindMs = 3000;

/** The jobs this process runs: keeps their leases, passes on cancellations, stops them. */
export class RunningJobs {
  readonly #store: JobStore;
  readonly #options: AttemptOptions;
  readonly #running = new Map<string, Running>();

  constructor(store: JobStore, options: AttemptOptions) {
    this.#store = store;
    this.#options = options;
  }

  get size(): number {
    return this.#running.size;
  }

  /** Runs a job claimed at `claimedAt` (monotonic milliseconds); resolves when its attempt's end is written down. */
  run(claimed: ClaimedJob, claimedAt: number, run: RunJob): Promise<void> {
    const controller = new AbortController();
    const attempt = () => runAttempt(claimed, run, this.#store, controller.signal, this.#options);
    const done = logAbout({ deliveryId: claimed.job.deliveryId, jobId: claimed.id }, attempt).finally(() => {
      this.#running.delete(claimed.id);
    });
    this.#running.set(claimed.id, { claimed, controller, done, renewedAt: claimedAt });
    return done;
  }

  /** Aborts the jobs somebody cancelled or a newer event replaced. */
  async abortCancelled(): Promise<void> {
    if (this.#running.size === 0) return;
    for (const id of await this.#store.cancelled())
      this.#running.get(id)?.controller.abort(new JobAborted("cancelled"));
  }

  /** Renews all leases and aborts the jobs that others have taken over meanwhile. */
  async heartbeat(): Promise<void> {
    const held = [...this.#running.values()];
    const at = performance.now();
    const renewed = await this.#store.renew([...new Set(held.map(({ claimed }) => claimed.owner))]);
    for (const job of held) {
      if (this.#running.get(job.claimed.id) !== job) continue; // It ended meanwhile.
      if (renewed.has(job.claimed.id)) job.renewedAt = at;
      else job.controller.abort(new JobAborted("lease-lost"));
    }
  }

  /** The store is away: aborts the jobs whose lease is about to run out, before another process takes them over. */
  abortExpiring(): void {
    const limit = performance.now() - this.#options.leaseMs * 0.9;
    for (const { renewedAt, controller } of this.#running.values())
      if (renewedAt < limit) controller.abort(new JobAborted("lease-lost"));
  }

  /** Waits up to `graceMs`, then aborts the rest and hands it back for another process or the next start. */
  async stop(graceMs: number): Promise<void> {
    await this.#ended(graceMs);
    for (const { controller } of this.#running.values()) controller.abort(new JobAborted("shutdown"));
    await this.#ended(unwindMs);
    for (const { claimed } of this.#running.values()) await this.#store.end(claimed, { result: "hand-back" });
  }

  async #ended(limitMs: number): Promise<void> {
    if (this.#running.size === 0) return;
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise((resolve) => {
      timer = setTimeout(resolve, limitMs);
    });
    await Promise.race([limit, Promise.all([...this.#running.values()].map((job) => job.done))]);
    clearTimeout(timer);
  }
}
