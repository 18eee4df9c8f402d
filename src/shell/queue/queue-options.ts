import type { Clock } from "../ports.ts";

/** How jobs are run. Times are milliseconds. */
export interface QueueOptions {
  readonly clock: Clock;
  readonly concurrency: number;
  /** A process that has not renewed for this long is taken for dead. */
  readonly leaseMs: number;
  /** How often work and cancellations are looked for that nothing woke this process for. */
  readonly pollMs: number;
  readonly maxAttempts: number;
  readonly backoffMs: number;
  readonly backoffLimitMs: number;
  /** How long ended jobs, and with them known deliveries, are kept. */
  readonly retentionMs: number;
  readonly redact: (text: string) => string;
  readonly onError: (error: unknown) => void;
}

const minute = 60_000;

/** Measured; see docs/operations.md. */
export const queueDefaults = {
  concurrency: 4,
  leaseMs: 12_000,
  pollMs: 500,
  maxAttempts: 5,
  backoffMs: 5000,
  backoffLimitMs: 15 * minute,
  retentionMs: 30 * 24 * 60 * minute,
} as const satisfies Partial<QueueOptions>;
