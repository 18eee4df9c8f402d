import type { ChangeQuery } from "../change-query.ts";
import { stopWords } from "../split-words.ts";
import type { IndexedFile } from "../target-index.ts";
import { rarity, type Signal, scaled } from "./signal.ts";

/** Rare names of the change, in code spans or written like identifiers, that the file uses. */
export function nameSignal(files: readonly IndexedFile[], query: ChangeQuery): Signal {
  const names: Signal = new Map();
  for (const [name, weight] of query.identifiers) {
    if (stopWords.has(name) || name.length < 3) continue;
    const holders = files.filter((file) => file.names.has(name));
    const rare = rarity(files.length, holders.length);
    for (const file of holders) {
      const count = file.names.get(name) ?? 0;
      names.set(file, (names.get(file) ?? 0) + (weight * rare * count) / (count + 2));
    }
  }
  return scaled(names);
}
