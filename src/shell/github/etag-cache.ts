/** What GitHub answered to a GET, kept to be asked for again with `If-None-Match`. */
interface CachedAnswer {
  readonly etag: string;
  readonly answer: unknown;
}

/**
 * Answers by URL, the longest unused dropped first. A 304 does not count against the primary rate limit
 * (https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api).
 */
export class EtagCache {
  readonly #answers = new Map<string, CachedAnswer>();
  readonly #capacity: number;

  /** `capacity`: number of answers kept. */
  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(url: string): CachedAnswer | undefined {
    const found = this.#answers.get(url);
    if (found === undefined) return undefined;
    this.#answers.delete(url);
    this.#answers.set(url, found);
    return found;
  }

  set(url: string, etag: string, answer: unknown): void {
    this.#answers.delete(url);
    this.#answers.set(url, { etag, answer });
    const oldest = this.#answers.keys().next();
    if (this.#answers.size > this.#capacity && oldest.done !== true) this.#answers.delete(oldest.value);
  }
}
