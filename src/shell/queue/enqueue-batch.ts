import type { EnqueueOptions, JobRequest } from "../ports.ts";
import type { JobStore, NewJob } from "./job-store.ts";

interface Pending extends NewJob {
  readonly resolve: (added: boolean) => void;
  readonly reject: (error: unknown) => void;
}

/** Most jobs in one commit. */
const batchLimit = 200;

/**
 * Group commit: jobs that arrive while a commit is under way share the next one, so that a burst of webhooks costs few
 * disk flushes. Each caller still hears only after its own job is on disk.
 */
export class EnqueueBatch {
  readonly #store: JobStore;
  readonly #onAdded: () => void;
  #pending: Pending[] = [];
  #flushing: Promise<void> | null = null;

  constructor(store: JobStore, onAdded: () => void) {
    this.#store = store;
    this.#onAdded = onAdded;
  }

  add(job: JobRequest, options: EnqueueOptions): Promise<boolean> {
    return new Promise((resolve, reject) => {
      this.#pending.push({ job, options, resolve, reject });
      this.#flushing ??= this.#flush();
    });
  }

  async settled(): Promise<void> {
    await this.#flushing;
  }

  async #flush(): Promise<void> {
    while (this.#pending.length > 0) {
      await new Promise((resolve) => setImmediate(resolve)); // What has arrived already comes along.
      const batch = this.#pending.splice(0, batchLimit);
      try {
        const added = await this.#store.add(batch);
        for (const [index, entry] of batch.entries()) entry.resolve(added[index] ?? false);
        this.#onAdded();
      } catch (error) {
        for (const entry of batch) entry.reject(error);
      }
    }
    this.#flushing = null;
  }
}
