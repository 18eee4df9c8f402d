import type { Demand } from "../demands/demands.ts";
import type { Unit } from "../source/product.ts";
import type { ReadTest } from "../tests/read-tests.ts";
import { commonWords, stemOf } from "../demands/stems.ts";
/**
 * What a demand without values is about: none of these words in code, or in the title of a test of it that can fail, means that nothing there does it. Empty: not to be
 * told, as of a clause that only goes on with what stands before it.
 */
export function missingWords(
  { quote, literals }: Demand,
  units: readonly Unit[],
  tests: readonly ReadTest[],
): readonly string[] {
  const isTail = !/^[\s*_>]*[\p{Lu}`]/u.test(quote);
  if (literals.length > 0 || isTail) return [];
  const words = [...new Set(quote.toLowerCase().match(/\p{L}{4,}/gu) ?? [])].filter(
    (word) => !commonWords.has(word),
  );
  if (words.length < 2) return [];
  const held = new Set<string>();
  for (const { values, name } of units) {
    for (const word of values.words.keys()) held.add(word);
    if (name !== null) held.add(name.toLowerCase());
    for (const [text] of values.strings) held.add(text.toLowerCase().slice(0, 200));
  }
  for (const { test, problem } of tests) if (problem === null) held.add(test.title.toLowerCase());
  const all = [...held].join(" ");
  return words.some((word) => all.includes(stemOf(word))) ? [] : words.slice(0, 3);
}
