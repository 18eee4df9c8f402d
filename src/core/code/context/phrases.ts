import { splitWords, stopWords } from "./split-words.ts";

/** Neighbouring words, none of them a stop word. */
export function phrases(text: string): string[] {
  const found: string[] = [];
  let before: string | null = null;
  for (const word of splitWords(text)) {
    const counts = !stopWords.has(word);
    if (counts && before !== null) found.push(`${before} ${word}`);
    before = counts ? word : null;
  }
  return found;
}
