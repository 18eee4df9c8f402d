import type { ChangeQuery } from "../change-query.ts";
import type { IndexedFile } from "../target-index.ts";
import { bm25 } from "./bm25.ts";
import { type Signal, scaled } from "./signal.ts";

/** The file's code, its comments aside, has the words of one of the entries, however many other entries there are. */
export function bestEntrySignal(files: readonly IndexedFile[], query: ChangeQuery): Signal {
  const values: Signal = new Map();
  for (const words of query.entryWords) {
    for (const [file, value] of codeSignal(files, words))
      values.set(file, Math.max(values.get(file) ?? 0, value));
  }
  return values;
}

/** The file's code has the words that the change brought in. */
export function newWordSignal(files: readonly IndexedFile[], query: ChangeQuery): Signal {
  return codeSignal(files, query.newWords);
}

function codeSignal(files: readonly IndexedFile[], words: ReadonlyMap<string, number>): Signal {
  const scores = bm25(
    files.map(({ code }) => code),
    words,
    { k1: 1.5, b: 0.5 },
  );
  return scaled(new Map(files.map((file, i) => [file, scores[i] ?? 0])));
}
