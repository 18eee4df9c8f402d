import { z } from "zod";
import type { Clock, KeyValueStore } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";

const minute = 60_000;
const hour = 60 * minute;

/**
 * Writes that one installation makes at most, below GitHub's limits on content creation, 80 a minute and 500 an hour
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits).
 */
const windows = [
  { ms: hour, maxWrites: 400 },
  { ms: minute, maxWrites: 60 },
] as const;

/** As kept in the store. Times are milliseconds since 1970; `writes` are those of the last hour, the oldest first. */
const stateSchema = z
  .object({ silentUntil: z.number(), writes: z.array(z.number()) })
  .catch({ silentUntil: 0, writes: [] });
type State = z.infer<typeof stateSchema>;

/**
 * What one installation may do now, counted over all processes on one store. After GitHub said that it limits requests
 * nothing more is sent until the time it named: an integration that goes on may be banned
 * (https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit).
 */
export class InstallationLimit {
  readonly #values: Pick<KeyValueStore, "get" | "update">;
  readonly #key: string;
  readonly #clock: Clock;

  constructor(values: Pick<KeyValueStore, "get" | "update">, installationId: number, clock: Clock) {
    this.#values = values;
    this.#key = `github-limit/${installationId}`;
    this.#clock = clock;
  }

  /** Counts a write. Throws RetryLater when the request must wait. */
  async check(method: string): Promise<void> {
    const now = this.#clock.now().getTime();
    if (method === "GET") {
      const { silentUntil } = stateSchema.parse(await this.#values.get(this.#key));
      if (silentUntil > now) throw limited(silentUntil);
      return;
    }
    let refused = null as RetryLater | null;
    await this.#values.update(this.#key, (value) => {
      const { silentUntil, writes } = stateSchema.parse(value);
      const recent = { silentUntil, writes: writes.filter((at) => at > now - hour) };
      refused = refusal(recent, now);
      return refused === null ? { silentUntil, writes: [...recent.writes, now] } : recent;
    });
    if (refused !== null) throw refused;
  }

  /** GitHub answered that it limits requests until then. */
  async limited(until: Date): Promise<void> {
    await this.#values.update(this.#key, (value) => {
      const state = stateSchema.parse(value);
      return { ...state, silentUntil: Math.max(state.silentUntil, until.getTime()) };
    });
  }
}

function limited(until: number): RetryLater {
  return new RetryLater("GitHub limits requests", new Date(until));
}

function refusal({ silentUntil, writes }: State, now: number): RetryLater | null {
  if (silentUntil > now) return limited(silentUntil);
  for (const { ms, maxWrites } of windows) {
    const oldest = writes.at(-maxWrites);
    if (oldest === undefined || oldest <= now - ms) continue;
    const what = `more than ${maxWrites} writes to GitHub within ${ms / minute} min are not made`;
    return new RetryLater(what, new Date(oldest + ms));
  }
  return null;
}
