import type { Clock } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import { WriteLimit } from "./write-limit.ts";

/**
 * What one installation may do now. After GitHub said that it limits requests nothing more is sent until the time it
 * named: an integration that goes on may be banned
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit).
 */
export class InstallationLimit {
  readonly #clock: Clock;
  readonly #writes: WriteLimit;
  #silentUntil = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
    this.#writes = new WriteLimit(clock);
  }

  /** Throws RetryLater when the request must wait. `despite`: the one word to the person who waits. */
  check(method: string, despite: boolean): void {
    if (despite) return;
    if (this.#silentUntil > this.#clock.now().getTime()) {
      throw new RetryLater("GitHub limits requests", new Date(this.#silentUntil));
    }
    if (method !== "GET") this.#writes.take();
  }

  /** GitHub answered that it limits requests until then. */
  limited(until: Date): void {
    this.#silentUntil = Math.max(this.#silentUntil, until.getTime());
  }
}
