import { LRUCache } from "lru-cache";

/** What GitHub answered to a GET, kept to be asked for again with `If-None-Match`. */
export interface RememberedAnswer {
  readonly etag: string;
  readonly answer: { readonly data?: unknown };
}

/**
 * Answers by client and URL, the longest unused dropped first. A 304 does not count against the primary rate limit
 * (https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api).
 */
export type EtagCache = LRUCache<string, RememberedAnswer>;

/** Characters of JSON kept in all. */
const room = 32_000_000;

export function createEtagCache(): EtagCache {
  return new LRUCache({
    maxSize: room,
    maxEntrySize: room / 8,
    sizeCalculation: ({ answer }: RememberedAnswer) => JSON.stringify(answer.data ?? null).length + 1,
  });
}

/** Git objects are named by their content: they are kept elsewhere, and never asked for twice. */
export function isImmutable(url: string): boolean {
  return /\/git\/(?:trees|blobs|commits)\//.test(url);
}
