import type { SeenHead } from "../../core/state/heads.ts";
import type { EnqueueOptions, JobRequest } from "../ports.ts";

export interface Delivery {
  /** `X-GitHub-Delivery`; a redelivery carries the same. */
  readonly id: string;
  readonly payload: unknown;
  /** Milliseconds since 1970, by the server's clock. */
  readonly receivedAt: number;
}

export interface Enqueued {
  readonly job: JobRequest;
  readonly options: EnqueueOptions;
  /** The head that the pull request of the job has had since then, where the event says so. */
  readonly head?: SeenHead;
}

/** One event of GitHub: which actions of it matter, and which jobs a delivery of it becomes. None: not ours. */
export interface EventHandler {
  readonly event: string;
  readonly actions: readonly string[];
  jobs(delivery: Delivery): readonly Enqueued[];
}
