import type { IndexedFile } from "../target-index.ts";

/** How strongly one thing speaks for each file, between 0 and 1 within a target; a file without a value has 0. */
export type Signal = Map<IndexedFile, number>;

/** Divides by the largest, so that signals compare. */
export function scaled(values: Signal): Signal {
  const largest = Math.max(...values.values(), 0);
  if (largest > 0) for (const [file, value] of values) values.set(file, value / largest);
  return values;
}

/** How rare something is that `holders` of `all` files have. */
export function rarity(all: number, holders: number): number {
  return Math.log(1 + all / Math.max(1, holders));
}
