import type { Clock, JobQueue } from "./ports.ts";

export interface RecoveryTimes {
  /** Milliseconds between two looks at GitHub's list of deliveries. */
  readonly everyMs: number;
  /** Every so many looks the open pull requests are gone through, too. */
  readonly reconcileEvery: number;
}

/** A look costs one request; going through all open pull requests, one a repository. */
export const recoveryTimes: RecoveryTimes = { everyMs: 5 * 60_000, reconcileEvery: 12 };

/**
 * Enqueues recovery now, as this process may have been down, and then by the clock: a slot of time is one job, however
 * many processes share the store. Gives a function that stops it.
 */
export function startRecovery(
  queue: Pick<JobQueue, "enqueue">,
  clock: Clock,
  times: RecoveryTimes,
  onError: (error: unknown) => void,
): () => void {
  const ask = (deliveryId: string, reconcile: boolean): void => {
    const how = { dedupeKey: deliveryId, group: "recovery", supersede: false };
    queue.enqueue({ kind: "recover", reconcile, deliveryId }, how).catch(onError);
  };
  ask(`recover:start:${clock.now().toISOString()}`, true);
  const timer = setInterval(() => {
    const slot = Math.floor(clock.now().getTime() / times.everyMs);
    ask(`recover:${String(slot)}`, slot % times.reconcileEvery === 0);
  }, times.everyMs);
  timer.unref();
  return () => {
    clearInterval(timer);
  };
}
