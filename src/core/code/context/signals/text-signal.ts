import type { ChangeQuery } from "../change-query.ts";
import type { IndexedFile } from "../target-index.ts";
import { bm25 } from "./bm25.ts";
import { type Signal, scaled } from "./signal.ts";

const pathWordCounts = 3;

/** Words of the change in the file. Words of its name count thrice; length counts mildly, as what is edited is often large. */
export function textSignal(files: readonly IndexedFile[], query: ChangeQuery): Signal {
  const texts = files.map(({ words, wordCount, pathWords }) => {
    const terms = new Map(words);
    for (const word of pathWords) terms.set(word, (terms.get(word) ?? 0) + pathWordCounts);
    return { terms, length: wordCount };
  });
  const scores = bm25(texts, query.words, { k1: 1.5, b: 0.5 });
  return scaled(new Map(files.map((file, i) => [file, scores[i] ?? 0])));
}
