import { plainWord } from "../../syntax/values.ts";

/** A state of a thing that a demand's condition names, and whether it is to hold. */
interface Condition {
  readonly word: string;
  readonly holds: boolean;
  /** As an option is written that it is about; absent for a state. */
  readonly option?: string;
}

/** "while the connection is not connected", "if `queue` is empty": what a demand's conditions say of states, in one word each. */
function conditionsIn(quote: string): readonly Condition[] {
  const states = [
    ...quote.matchAll(
      /\b(when(?:ever)?|if|while|as long as|unless)\b[^,;.]{0,80}?\b(?:is|are|was|were|has been|have been)(n['’]t|\s+not|\s+no longer)?\s+`?([a-z]{4,20})`?(?=[,;.\s]|$)/gi,
    ),
  ].map(([, head = "", not, word = ""]) => ({
    word: word.toLowerCase(),
    holds: (not === undefined) !== (head.toLowerCase() === "unless"),
  }));
  return [...optionsIn(quote), ...states];
}

/** Options that a demand's condition names with the value that they are to have. */
export function optionsIn(quote: string): readonly (Condition & { readonly option: string })[] {
  if (/\b(?:unless|otherwise|even|whether|regardless)\b/i.test(quote)) return [];
  return [...quote.matchAll(optionSaid)].map(([, option = "", not, value = ""]) => ({
    ...{ word: plainWord(option), option },
    holds: (not === undefined) === /^(?:true|on|set|enabled)$/i.test(value),
  }));
}

/** "`queueMessages` is false". */
const optionSaid =
  /\b(?:when(?:ever)?|if|while|as long as|where)\b[^.;]{0,120}?`([A-Za-z]\w{2,40})`\s+(?:is|are)(n['\u2019]t|\s+not)?\s+(?:set to\s+)?`?(true|false|on|off|enabled|disabled)\b/gi;

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
      return asked.option === undefined
        ? `it being ${asked.holds ? "not " : ""}${asked.word}`
        : `\`${asked.option}\` being ${String(!asked.holds)}`;
  }
  return null;
}
