import type { JobRequest } from "./job-request.ts";

export interface JobContext {
  readonly id: string;
  /** 1 for the first. */
  readonly attempt: number;
  /** True when a failure now makes the job a dead letter: the last chance to tell the user. */
  readonly lastAttempt: boolean;
  /** Aborted on cancel, supersession, lost lease and shutdown. */
  readonly signal: AbortSignal;
  /** Runs `effect` once for this job and remembers its result; a crash in between repeats it, so it looks for its own traces first. */
  once<T>(key: string, effect: () => Promise<T>): Promise<T>;
}

export interface EnqueueOptions {
  /** One job ever per key (a delivery id). */
  readonly dedupeKey: string;
  /** One job at a time per group (a pull request). */
  readonly group: string;
  /** Latest wins: waiting and running jobs of the same group and kind are cancelled. */
  readonly supersede: boolean;
}

/** `parked` waits for a known time (a limit); `failed` is a dead letter. */
export type JobState = "waiting" | "parked" | "running" | "done" | "failed" | "cancelled";

/** A job as it stands in the store. Times are milliseconds since 1970 by the store's clock. */
export interface JobRecord {
  readonly id: string;
  readonly kind: string;
  /** Null: what is stored is no job that this version reads. */
  readonly job: JobRequest | null;
  /** As stored, where it cannot be read. */
  readonly unreadable?: string;
  readonly group: string;
  readonly state: JobState;
  readonly attempt: number;
  readonly maxAttempts: number;
  readonly createdAt: number;
  /** Earliest start of the next attempt. */
  readonly runAt: number;
  readonly finishedAt: number | null;
  /** Why the last attempt did not end well, redacted; null when nothing went wrong. */
  readonly error: string | null;
}

export interface JobFilter {
  readonly group?: string;
  readonly states?: readonly JobState[];
  /** Newest first; 100 when absent. */
  readonly limit?: number;
}

/** What people may do with stored jobs: `/status`, `/cancel`, `/retry` and `twopath jobs`. */
export interface JobAdmin {
  jobs(filter: JobFilter): Promise<readonly JobRecord[]>;
  job(id: string): Promise<JobRecord | null>;
  /** False when it had already ended. A running job is aborted within a second. */
  cancel(id: string): Promise<boolean>;
  /** Puts a failed or cancelled job back, with fresh attempts. False for any other state. */
  retry(id: string): Promise<boolean>;
  counts(): Promise<Readonly<Record<JobState, number>>>;
}

export interface JobQueue extends JobAdmin {
  /** Resolves after the commit; false when the key is known. */
  enqueue(job: JobRequest, options: EnqueueOptions): Promise<boolean>;
  start(run: (job: JobRequest, context: JobContext) => Promise<void>): void;
  /** Stops intake, waits, hands back the rest. */
  stop(graceMs: number): Promise<void>;
  /** Resolves when nothing waits or runs; parked jobs do not count. For tests and the demo. */
  idle(): Promise<void>;
}
