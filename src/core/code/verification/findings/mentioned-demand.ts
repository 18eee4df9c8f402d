import type { Demand } from "../demands/demands.ts";
import type { Unit } from "../source/product.ts";
import { type ReadTest, provingTests } from "../tests/read-tests.ts";
import { commonWords, stemOf } from "../demands/stems.ts";

/**
 * Whether code, or the title of a test that can fail, has any of the words of a demand without values. So it is also where that is
 * not to be told, as of a clause that only goes on with what stands before it.
 */
export function isMentioned(
  { quote, literals }: Demand,
  units: readonly Unit[],
  tests: readonly ReadTest[],
): boolean {
  const isTail = !/^[\s*_>]*[\p{Lu}`]/u.test(quote);
  if (literals.length > 0 || isTail) return true;
  const words = [...new Set(quote.toLowerCase().match(/\p{L}{4,}/gu) ?? [])].filter(
    (word) => !commonWords.has(word),
  );
  if (words.length < 2) return true;
  const held = new Set<string>();
  for (const { values, name } of units) {
    for (const word of values.words.keys()) held.add(word);
    if (name !== null) held.add(name.toLowerCase());
    for (const [text] of values.strings) held.add(text.toLowerCase().slice(0, 200));
  }
  for (const { test } of provingTests(tests)) held.add(test.title.toLowerCase());
  const all = [...held].join(" ");
  return words.some((word) => all.includes(stemOf(word)));
}
