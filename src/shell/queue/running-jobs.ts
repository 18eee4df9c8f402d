import { logAbout } from "../log.ts";
import { JobAborted, runAttempt, type AttemptOptions, type RunJob } from "./attempt.ts";
import type { ClaimedJob } from "./claimed-job.ts";
import type { Ledger } from "./ledger.ts";

interface Running {
  readonly claimed: ClaimedJob;
  readonly controller: AbortController;
  readonly done: Promise<void>;
  /** When the lease was last renewed, monotonic milliseconds. */
  renewedAt: number;
}

export interface RunningJobsOptions extends AttemptOptions {
  readonly leaseMs: number;
  /** How often a cancellation made by another process is looked for. */
  readonly cancelPollMs: number;
}

/** Time given to aborted jobs to unwind before they are handed back without them. */
const unwindMs = 3000;

/** The jobs this process runs: keeps their leases, passes on cancellations, stops them. */
export class RunningJobs {
  readonly #ledger: Ledger;
  readonly #options: RunningJobsOptions;
  readonly #running = new Map<string, Running>();
  readonly #timers: NodeJS.Timeout[] = [];
  /** Heartbeats under way. */
  readonly #turns = new Set<Promise<void>>();

  constructor(ledger: Ledger, options: RunningJobsOptions) {
    this.#ledger = ledger;
    this.#options = options;
  }

  get size(): number {
    return this.#running.size;
  }

  start(): void {
    this.#every(this.#options.leaseMs / 3, () => this.#beat());
    this.#every(this.#options.cancelPollMs, () => this.abortCancelled());
  }

  #every(ms: number, work: () => Promise<void>): void {
    const timer = setInterval(() => {
      const turn = work()
        .catch(this.#options.onError)
        .finally(() => this.#turns.delete(turn));
      this.#turns.add(turn);
    }, ms);
    timer.unref();
    this.#timers.push(timer);
  }

  /** Runs a claimed job; resolves when its attempt has ended and is written down. */
  run(claimed: ClaimedJob, run: RunJob): Promise<void> {
    const controller = new AbortController();
    const attempt = () => runAttempt(claimed, run, this.#ledger, controller.signal, this.#options);
    const done = logAbout({ deliveryId: claimed.job.deliveryId, jobId: claimed.id }, attempt).finally(() => {
      this.#running.delete(claimed.id);
    });
    this.#running.set(claimed.id, { claimed, controller, done, renewedAt: performance.now() });
    return done;
  }

  /** Aborts the jobs somebody cancelled or a newer event replaced. */
  async abortCancelled(): Promise<void> {
    if (this.#running.size === 0) return;
    for (const id of await this.#ledger.cancelled())
      this.#running.get(id)?.controller.abort(new JobAborted("cancelled"));
  }

  /** Waits up to `graceMs`, then aborts the rest and hands it back for another process or the next start. */
  async stop(graceMs: number): Promise<void> {
    await this.#ended(graceMs);
    for (const { controller } of this.#running.values()) controller.abort(new JobAborted("shutdown"));
    await this.#ended(unwindMs);
    for (const { claimed } of this.#running.values())
      await this.#ledger.end(claimed, { result: "hand-back" });
    for (const timer of this.#timers.splice(0)) clearInterval(timer);
    await Promise.all(this.#turns);
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

  async #beat(): Promise<void> {
    const held = [...this.#running.values()];
    const at = performance.now();
    try {
      const renewed = await this.#ledger.renew(held.map((job) => job.claimed.owner));
      for (const job of held) {
        if (this.#running.get(job.claimed.id) !== job) continue; // It ended meanwhile.
        if (renewed.has(job.claimed.id)) job.renewedAt = at;
        else job.controller.abort(new JobAborted("lease-lost"));
      }
    } catch (error) {
      this.#options.onError(error);
      this.#letGoBeforeExpiry(held);
    }
  }

  /** The store is away: stop before another process may take the job over. */
  #letGoBeforeExpiry(held: readonly Running[]): void {
    const limit = performance.now() - this.#options.leaseMs * 0.9;
    for (const job of held) if (job.renewedAt < limit) job.controller.abort(new JobAborted("lease-lost"));
  }
}
