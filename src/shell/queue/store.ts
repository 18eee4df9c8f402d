import type { Clock, JobDesk, JobQueue, KeyValueStore } from "../ports.ts";
import type { ValueList } from "./value-store.ts";

/** A store with everything in it: the jobs and the small state beside them. */
export interface Store {
  readonly queue: JobQueue;
  readonly values: KeyValueStore;
  /** Rejects when the store could not take a job now: what `/readyz` asks. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What tools beside a running server may use. */
export interface StoreDesk {
  readonly desk: JobDesk;
  readonly values: ValueList;
  close(): Promise<void>;
}

/** How jobs are run. Times are milliseconds. */
export interface QueueOptions {
  readonly clock: Clock;
  readonly concurrency: number;
  /** A process that has not renewed for this long is taken for dead. */
  readonly leaseMs: number;
  readonly pollMs: number;
  readonly cancelPollMs: number;
  readonly maxAttempts: number;
  readonly backoffMs: number;
  readonly backoffLimitMs: number;
  /** How long ended jobs, and with them known deliveries, are kept. */
  readonly retentionMs: number;
  readonly redact: (text: string) => string;
  readonly onError: (error: unknown) => void;
}

const minute = 60_000;

/** Measured starting points; see docs/operations.md. */
export const queueDefaults = {
  concurrency: 4,
  leaseMs: minute,
  pollMs: 1000,
  cancelPollMs: 400,
  maxAttempts: 5,
  backoffMs: 5000,
  backoffLimitMs: 15 * minute,
  retentionMs: 30 * 24 * 60 * minute,
} as const satisfies Partial<QueueOptions>;
