import { setTimeout as sleep } from "node:timers/promises";
import type { Clock, JobContext, JobRequest } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import type { ClaimedJob, JobStore, Outcome } from "./job-store.ts";

/** Why a running job is aborted; the reason of its signal. */
export class JobAborted extends Error {
  override readonly name = "AbortError";
  readonly why: "cancelled" | "lease-lost" | "shutdown";

  constructor(why: JobAborted["why"]) {
    super(`The job was stopped: ${why}`);
    this.why = why;
  }
}

export interface AttemptOptions {
  readonly clock: Clock;
  readonly leaseMs: number;
  readonly backoffMs: number;
  readonly backoffLimitMs: number;
  /** Removes secrets from text that is stored. */
  readonly redact: (text: string) => string;
  readonly onError: (error: unknown) => void;
}

export type RunJob = (job: JobRequest, context: JobContext) => Promise<void>;

/** Longest text of an error kept with a job, in UTF-16 units. */
const errorLimit = 4000;

/** Runs one attempt of a claimed job to its end and writes down what became of it. Never throws. */
export async function runAttempt(
  claimed: ClaimedJob,
  run: RunJob,
  store: JobStore,
  signal: AbortSignal,
  options: AttemptOptions,
): Promise<void> {
  const outcome = await outcomeOf(claimed, run, contextOf(claimed, store, signal, options), options);
  if (outcome === null) return;
  try {
    await persistently(() => store.end(claimed, outcome), options.leaseMs);
  } catch (error) {
    options.onError(error); // The lease runs out and the job is taken again.
  }
}

async function outcomeOf(
  claimed: ClaimedJob,
  run: RunJob,
  context: JobContext,
  options: AttemptOptions,
): Promise<Outcome | null> {
  try {
    await run(claimed.job, context);
    return context.signal.aborted ? abortedOutcome(context.signal) : { result: "done" };
  } catch (error) {
    if (context.signal.aborted) return abortedOutcome(context.signal);
    const text = options.redact(describe(error)).slice(0, errorLimit);
    if (error instanceof RetryLater) {
      const delayMs = Math.max(0, error.at.getTime() - options.clock.now().getTime());
      return { result: "park", delayMs, error: text };
    }
    if (context.lastAttempt) return { result: "failed", error: text };
    return { result: "again", delayMs: backoff(claimed.attempt, options), error: text };
  }
}

/** Null when the job is not ours any more. Also for a run that returned: an abort may have cut it short. */
function abortedOutcome(signal: AbortSignal): Outcome | null {
  const why = signal.reason instanceof JobAborted ? signal.reason.why : "cancelled";
  if (why === "lease-lost") return null;
  return why === "shutdown"
    ? { result: "hand-back" }
    : { result: "cancelled", error: "cancelled while running" };
}

/** Doubles from attempt to attempt; between half and all of it, so that jobs that failed together spread out. */
function backoff(attempt: number, options: AttemptOptions): number {
  const full = Math.min(options.backoffLimitMs, options.backoffMs * 2 ** (attempt - 1));
  return full * (0.5 + Math.random() / 2);
}

function contextOf(
  claimed: ClaimedJob,
  store: JobStore,
  signal: AbortSignal,
  { leaseMs }: AttemptOptions,
): JobContext {
  return {
    id: claimed.id,
    attempt: claimed.attempt,
    lastAttempt: claimed.attempt >= claimed.maxAttempts,
    signal,
    once: async <T>(key: string, effect: () => Promise<T>): Promise<T> => {
      const known = await store.effect(claimed.id, key);
      if (known !== null) return known.value as T;
      signal.throwIfAborted();
      if (!(await store.renew([claimed.owner])).has(claimed.id)) throw new JobAborted("lease-lost");
      const value = await effect();
      await persistently(() => store.saveEffect(claimed.id, key, value), leaseMs);
      return value;
    },
  };
}

/** The store may be away for a moment; what was done must still be written down. */
async function persistently<T>(write: () => Promise<T>, limitMs: number): Promise<T> {
  const began = performance.now();
  for (let pauseMs = 50; ; pauseMs = Math.min(1000, 2 * pauseMs)) {
    try {
      return await write();
    } catch (error) {
      if (performance.now() - began > limitMs) throw error;
      await sleep(pauseMs);
    }
  }
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? "" : `\ncaused by ${describe(error.cause)}`;
  return `${error.stack ?? error.message}${cause}`;
}
