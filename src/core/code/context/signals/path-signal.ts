import type { IndexedFile } from "../target-index.ts";
import { rarity, type Signal, scaled } from "./signal.ts";

/** How well a file's name is covered by wanted words. */
export function pathMatch(files: readonly IndexedFile[], weigh: (word: string) => number): Signal {
  const values: Signal = new Map();
  const holders = new Map<string, number>();
  for (const { pathWords } of files)
    for (const word of pathWords) holders.set(word, (holders.get(word) ?? 0) + 1);
  for (const file of files) {
    let hit = 0;
    let all = 0;
    for (const word of file.pathWords) {
      const rare = rarity(files.length, holders.get(word) ?? 1);
      all += rare;
      hit += rare * weigh(word);
    }
    values.set(file, all > 0 ? hit / Math.sqrt(all) : 0);
  }
  return scaled(values);
}
