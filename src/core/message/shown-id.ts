import type { Review } from "../decision/review.ts";

const known = new WeakMap<Review, ReadonlyMap<string, number>>();

/**
 * An ID as short as it is unique among the changed entries: without the file or folder that qualifies it, or with as much
 * of that as tells it from the others. Commands understand it, and so does `explain`.
 */
export function shownId(id: string, review: Review): string {
  const counts = known.get(review) ?? countEndings(review);
  known.set(review, counts);
  const hash = id.indexOf("#");
  if (hash < 0) return id;
  const starts = [hash + 1, ...slashesBefore(id, hash)];
  const start = starts.find((at) => id.length > at && (counts.get(id.slice(at).toLowerCase()) ?? 0) <= 1);
  return start === undefined ? id : id.slice(start);
}

/** Behind each slash of the path, the last first. */
function slashesBefore(id: string, hash: number): number[] {
  return [...id.slice(0, hash).matchAll(/\//g)].map(({ index }) => index + 1).reverse();
}

/** How many entries a word could name that ends an ID behind a mark. */
function countEndings({ recommendations }: Review): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { change } of recommendations) {
    const id = change.id.toLowerCase();
    const endings = [...id.slice(0, maxLooked).matchAll(/[#/ ]/g)].map(({ index }) => id.slice(index + 1));
    for (const ending of new Set([id, ...endings])) counts.set(ending, (counts.get(ending) ?? 0) + 1);
  }
  return counts;
}

/** A mark farther in is no part of what qualifies an ID. */
const maxLooked = 400;
