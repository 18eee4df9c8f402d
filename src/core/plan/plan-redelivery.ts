import type { Redeliveries } from "../state/recovery.ts";
/** One attempt to deliver a webhook. `at` is milliseconds since 1970. */
interface DeliveryAttempt {
  readonly id: number;
  /** The same for every attempt of a delivery. */
  readonly guid: string;
  readonly at: number;
  readonly delivered: boolean;
}

/** GitHub redelivers what is at most this old, in milliseconds. */
export const redeliverableMs = 3 * 24 * 60 * 60_000;

/** A delivery that failed this often again is not asked for any more. */
const mostRedeliveries = 5;

/** Redeliveries in one go; the rest has its turn next time, see `seen`. */
const mostAtOnce = 200;

/**
 * Which failed deliveries to ask for again, oldest first: those of which no attempt succeeded, each by its latest
 * attempt. `known` is what was asked for before; the answer's `redeliveries` is that brought up to date, and `seen` the
 * time from which attempts have to be looked at next time: before the oldest one that is left.
 */
export function planRedelivery(
  attempts: readonly DeliveryAttempt[],
  known: Redeliveries,
  now: number,
): { readonly ids: readonly number[]; readonly redeliveries: Redeliveries; readonly seen: number } {
  const delivered = new Set(attempts.filter((each) => each.delivered).map(({ guid }) => guid));
  const latest = new Map<string, DeliveryAttempt>();
  for (const attempt of attempts) {
    const other = latest.get(attempt.guid);
    if (other === undefined || other.at < attempt.at) latest.set(attempt.guid, attempt);
  }
  const due = [...latest.values()]
    .filter(({ guid, at }) => !delivered.has(guid) && now - at < redeliverableMs)
    .filter(({ guid }) => (known[guid]?.count ?? 0) < mostRedeliveries)
    .sort((a, b) => a.at - b.at);
  const asked = due.slice(0, mostAtOnce);
  const kept = Object.entries(known).filter(([, { at }]) => now - at < redeliverableMs);
  const counts = asked.map(({ guid }): [string, { count: number; at: number }] => [
    guid,
    { count: (known[guid]?.count ?? 0) + 1, at: now },
  ]);
  return {
    ids: asked.map(({ id }) => id),
    redeliveries: Object.fromEntries([...kept, ...counts].slice(-1000)),
    seen: due[mostAtOnce]?.at ?? now,
  };
}
