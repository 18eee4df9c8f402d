import type { ChangeQuery } from "../change-query.ts";
import { stopWords } from "../split-words.ts";
import type { IndexedFile } from "../target-index.ts";
import { rarity, type Signal, scaled } from "./signal.ts";

const shortest = 4;
/** What a language's conventions may add to a name: `clientId` in `setClientIdOrFail`. */
const maxAddition = 24;
const maxNames = 200;

/** Names of the change stand in the file's names, whatever prefix, suffix, case or separators the language adds. */
export function containedNameSignal(files: readonly IndexedFile[], query: ChangeQuery): Signal {
  const filesOf = new Map<string, IndexedFile[]>();
  for (const file of files) {
    for (const name of file.names.keys()) {
      const holders = filesOf.get(name);
      if (holders) holders.push(file);
      else filesOf.set(name, [file]);
    }
  }
  const values: Signal = new Map();
  const sought = [...query.identifiers].filter(([name]) => name.length >= shortest && !stopWords.has(name));
  for (const [name, weight] of sought.slice(0, maxNames)) {
    const holders = new Set<IndexedFile>();
    for (const [other, others] of filesOf) {
      if (other.length > name.length + maxAddition || !other.includes(name)) continue;
      for (const file of others) holders.add(file);
    }
    const value = weight * rarity(files.length, holders.size);
    for (const file of holders) values.set(file, (values.get(file) ?? 0) + value);
  }
  return scaled(values);
}
