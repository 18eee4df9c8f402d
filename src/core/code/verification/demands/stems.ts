import { spacedWords } from "../../syntax/values.ts";

/** Words that every entry may have: they say nothing of what it is about. */
export const commonWords = new Set(
  (
    "that this these those with when then than from into must shall should will would have been being does done each every other others only also such same first last before after while until unless where which " +
    "there their they them what whose some more most less least very both either neither same another given gets takes make makes made used uses using able about again against already always never under over between during within without " +
    "client library libraries implementation user users value values name called call calls return returns method methods function object objects type types class property attribute argument parameter allowed required specified defined described following according section clause spec"
  ).split(" "),
);

/** What a passage, or names of code, speak of: stems of all words that say something. */
export function stemsOf(text: string): ReadonlySet<string> {
  const words =
    spacedWords(text)
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !commonWords.has(word)).map(stemOf));
}

/** Without what inflects it: `renewed`, `renews` and `renewal` are `renew`. */
export function stemOf(word: string): string {
  const bare = word.replace(/(?:ations?|ings?|ed|es|s|e|al|ly|er|ers)$/, "");
  return bare.length >= 4 ? bare : word.slice(0, 4);
}
