import { plainWord } from "../../syntax/values.ts";

/** A state of a thing that a demand's condition names, and whether it is to hold. */
export interface StatedCondition {
  readonly word: string;
  readonly holds: boolean;
  /** As an option is written that it is about; absent for a state. */
  readonly option?: string;
}

/** "while the connection is not connected", "if `queue` is empty": what a demand's conditions say of states, in one word each. */
export function conditionsIn(quote: string): readonly StatedCondition[] {
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
export function optionsIn(quote: string): readonly (StatedCondition & { readonly option: string })[] {
  if (/\b(?:unless|otherwise|even|whether|regardless)\b/i.test(quote)) return [];
  return [...quote.matchAll(optionSaid)].map(([, option = "", not, value = ""]) => ({
    ...{ word: plainWord(option), option },
    holds: (not === undefined) === /^(?:true|on|set|enabled)$/i.test(value),
  }));
}

/** "`queueMessages` is false". */
const optionSaid =
  /\b(?:when(?:ever)?|if|while|as long as|where)\b[^.;]{0,120}?`([A-Za-z]\w{2,40})`\s+(?:is|are)(n['\u2019]t|\s+not)?\s+(?:set to\s+)?`?(true|false|on|off|enabled|disabled)\b/gi;
