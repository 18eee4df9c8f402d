import type { Demand } from "./demands.ts";
import type { Unit } from "../source/product.ts";
import type { ReadTest } from "../tests/read-tests.ts";
import { spacedWords } from "../../syntax/values.ts";

/** Words that every entry may have: they say nothing of what it is about. */
const common = new Set(
  (
    "that this these those with when then than from into must shall should will would have been being does done each every other others only also such same first last before after while until unless where which " +
    "there their they them what whose some more most less least very both either neither same another given gets takes make makes made used uses using able about again against already always never under over between during within without " +
    "client library libraries implementation user users value values name called call calls return returns method methods function object objects type types class property attribute argument parameter allowed required specified defined described following according section clause spec"
  ).split(" "),
);

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
    (word) => !common.has(word),
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

/** What a passage, or names of code, speak of: stems of all words that say something. */
export function stemsOf(text: string): ReadonlySet<string> {
  const words =
    spacedWords(text)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !common.has(word)).map(stemOf));
}

/** Without what inflects it: `renewed`, `renews` and `renewal` are `renew`. */
function stemOf(word: string): string {
  const bare = word.replace(/(?:ations?|ings?|ed|es|s|e|al|ly|er|ers)$/, "");
  return bare.length >= 4 ? bare : word.slice(0, 4);
}
