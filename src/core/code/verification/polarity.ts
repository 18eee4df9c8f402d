import { plainWord } from "../syntax/values.ts";

/** A state of a thing that a demand's condition names, and whether it is to hold. */
interface Condition {
  readonly word: string;
  readonly holds: boolean;
}

/** "while the connection is not connected", "if `queue` is empty": what a demand's conditions say of states, in one word each. */
function conditionsIn(quote: string): readonly Condition[] {
  return [
    ...quote.matchAll(
      /\b(when(?:ever)?|if|while|as long as|unless)\b[^,;.]{0,80}?\b(?:is|are|was|were|has been|have been)(n['’]t|\s+not|\s+no longer)?\s+`?([a-z]{4,20})`?(?=[,;.\s]|$)/gi,
    ),
  ].map(([, head = "", not, word = ""]) => ({
    word: word.toLowerCase(),
    holds: (not === undefined) !== (head.toLowerCase() === "unless"),
  }));
}

/** What a condition of code says of one thing: `!this.isConnected` is `isconnected`, that does not hold; null for any other. */
function saidBy(condition: string): Condition | null {
  const bare = condition
    .trim()
    .replace(/^\(([^()]{0,400}(?:\(\))?[^()]{0,400})\)$/, "$1")
    .trim();
  const found =
    /^(!|not\s{1,9})?\s{0,9}(?:[\w$@]{1,80}(?:\(\))?[?!]?(?:\.|->|::)){0,9}([\w$]{1,80})[?]?(?:\(\))?(?:\s{0,9}(===?|!==?|is)\s{0,9}(true|false|True|False))?$/.exec(
      bare,
    );
  if (found === null) return null;
  const [, not, name = "", sign = "==", value = "true"] = found;
  const isTrue = (value.toLowerCase() === "true") === !sign.startsWith("!");
  return { word: plainWord(name), holds: (not === undefined) === isTrue };
}

/** The state that code asks for the other way round, in words; null where it does not. */
export function turnedState(quote: string, condition: string, isGuard: boolean): string | null {
  const said = saidBy(condition);
  if (said === null) return null;
  const holds = said.holds !== isGuard;
  for (const asked of conditionsIn(quote)) {
    const names = ["", "is", "has", "was", "are"].map((start) => start + asked.word);
    if (names.includes(said.word) && asked.holds !== holds)
      return `${asked.holds ? "not " : ""}${asked.word}`;
  }
  return null;
}
