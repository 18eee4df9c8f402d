import type { Clock } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";

const minute = 60_000;
const hour = 60 * minute;

/**
 * Keeps one installation under GitHub's limits on content creation, 80 a minute and 500 an hour
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits).
 */
export class WriteLimit {
  readonly #clock: Clock;
  readonly #perMinute: number;
  readonly #perHour: number;
  #writes: number[] = [];

  constructor(clock: Clock, perMinute = 60, perHour = 400) {
    this.#clock = clock;
    this.#perMinute = perMinute;
    this.#perHour = perHour;
  }

  /** Counts one write. Throws RetryLater when it would be one too many. */
  take(): void {
    const now = this.#clock.now().getTime();
    this.#writes = this.#writes.filter((at) => at > now - hour);
    this.#refuseOver(this.#perHour, hour, now);
    this.#refuseOver(this.#perMinute, minute, now);
    this.#writes.push(now);
  }

  #refuseOver(limit: number, window: number, now: number): void {
    const oldestAllowed = this.#writes.at(-limit);
    if (oldestAllowed === undefined || oldestAllowed <= now - window) return;
    throw new RetryLater(
      `more than ${limit} writes to GitHub within ${window / minute} min are not made`,
      new Date(oldestAllowed + window),
    );
  }
}
