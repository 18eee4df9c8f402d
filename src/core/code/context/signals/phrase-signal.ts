import type { ChangeQuery } from "../change-query.ts";
import { phrases } from "../split-words.ts";
import type { IndexedFile } from "../target-index.ts";
import { bm25 } from "./bm25.ts";
import { type Signal, scaled } from "./signal.ts";

/** Two words of the change that stand together in the file too: "grace period" is `gracePeriod`, and rarer than both. */
export function phraseSignal(files: readonly IndexedFile[], query: ChangeQuery): Signal {
  const texts = files.map(({ text, wordCount }) => {
    const terms = new Map<string, number>();
    for (const phrase of phrases(text))
      if (query.phrases.has(phrase)) terms.set(phrase, (terms.get(phrase) ?? 0) + 1);
    return { terms, length: wordCount };
  });
  const scores = bm25(texts, query.phrases, { k1: 1.5, b: 0.3 });
  return scaled(new Map(files.map((file, i) => [file, scores[i] ?? 0])));
}
