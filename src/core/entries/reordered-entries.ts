import type { Entry } from "./entry.ts";

/**
 * Entries that changed place among their siblings: the smallest set whose removal leaves the rest in the old order.
 * O(n log n).
 */
export function reorderedEntries(pairs: readonly { before: Entry; after: Entry }[]): Set<Entry> {
  const groups = new Map<string, { before: Entry; after: Entry }[]>();
  for (const pair of pairs) {
    if (pair.before.file !== pair.after.file) continue;
    const key = JSON.stringify([pair.after.file, pair.after.parent ?? "", pair.after.section]);
    const known = groups.get(key);
    if (known) known.push(pair);
    else groups.set(key, [pair]);
  }
  const moved = new Set<Entry>();
  for (const group of groups.values()) {
    group.sort((a, b) => a.after.line - b.after.line);
    const kept = longestIncreasing(group.map((pair) => pair.before.line));
    group.forEach((pair, i) => {
      if (!kept.has(i)) moved.add(pair.after);
    });
  }
  return moved;
}

/** Indices of a longest subsequence that never falls (patience sorting); sentences of one line keep their order. */
function longestIncreasing(values: readonly number[]): Set<number> {
  const tails: number[] = [];
  const previous: number[] = [];
  values.forEach((value, i) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((values[tails[middle] ?? -1] ?? 0) <= value) low = middle + 1;
      else high = middle;
    }
    previous[i] = tails[low - 1] ?? -1;
    tails[low] = i;
  });
  const kept = new Set<number>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] ?? -1) kept.add(i);
  return kept;
}
