import { leftToOthers, putOff } from "../lexicon/lexicon.ts";
import { anyOf } from "../lexicon/terms.ts";
import type { Asked } from "./asked.ts";
import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { code } from "./markdown.ts";
import { textsById } from "./sentences.ts";

/** `where appropriate`, `as needed` leave a case open that the sentence already decides in the main. */
const onlyFitting = /^(?:where|when|as|to the extent)\b/;
const chosenByBuilders =
  "implementation/implementations/implementer/implementers choose*/decide*/select*|depending on ~ design/implementation/implement*";
const puttingOff = putOff.terms.split("|");
const handingOver = leftToOthers.terms.split("|").filter((term) => !onlyFitting.test(term));
const hands = patternOf([...handingOver, chosenByBuilders]);
const chosen = patternOf([chosenByBuilders]);
const defers = patternOf(puttingOff);
const signs = /^(?:tbd|tbc|todo|fixme)$/;

function patternOf(terms: readonly string[]): RegExp {
  return new RegExp(`${anyOf(terms.join("|")).source}(?! (?:comments?|items?|markers?|lists?)\\b)`);
}

/** Whether a sentence says that something has yet to be decided. */
export function putsOff(sentence: string): boolean {
  return wordsPuttingOff(sentence) !== null;
}

/** The words that put it off: a sign in place of a value, none that is spoken of, none that is denied. */
function wordsPuttingOff(sentence: string): string | null {
  const said = sentence.replace(/`[^`]*`|["“][^"“”]*["”]/g, (quoted) => "·".repeat(quoted.length));
  for (const { 0: words, index } of said.toLowerCase().matchAll(new RegExp(defers, "g"))) {
    const isSign = signs.test(words);
    const after = said.slice(index + words.length);
    if (
      isSign &&
      !standsForValue(said.slice(0, index), words, said.slice(index, index + words.length), after)
    )
      continue;
    if (!isSign && (denied.test(said.slice(0, index)) || /^ by\b/i.test(after))) continue;
    return words;
  }
  return null;
}

/**
 * A sign in capitals. What is `TBD` has yet to be decided; `TODO` is also what the product writes, as in `files with TODO
 * placeholders`: it counts where a value or a sentence would stand, after a mark or a form of `be`, with a clause or nothing behind.
 */
function standsForValue(before: string, words: string, written: string, after: string): boolean {
  if (written !== words.toUpperCase()) return false;
  if (/^tb/.test(words)) return true;
  return (
    /(?:^|[^\p{L}\p{N}\s'’]|\b(?:is|are|be|remains?|still|yet|currently))\s*$/u.test(before) &&
    /^(?:\s*(?:$|[^\p{L}\p{N}\s_])|\s+(?:how|what|which|who|when|where|whether|if|in|on|by|at|with|until|before|after|during|pending|for|as|and|or|based)\b)/u.test(
      after,
    )
  );
}

/** `not guaranteed to be defined`, `rather than a length to be agreed`; and `to be defined by the member`, who uses it. */
const denied =
  /\b(?:not?|never|without|rather than|instead of|guaranteed|requir\w+|expected)\b[^.,;()]{0,60}$/i;

/**
 * Where the text of the entries says itself that somebody has yet to decide. What the specification of a product leaves to those
 * who build it is theirs to decide here; what a protocol leaves to many implementations, or a rule allows, is left on purpose.
 */
export function leftOpen({ sentences, home }: Pick<DesignFacts, "sentences" | "home">): readonly Asked[] {
  const texts = textsById(sentences);
  return sentences.flatMap((sentence) => {
    const text = sentence.text.toLowerCase();
    const handed = isAllowed(text) ? null : (home === null ? chosen : hands).exec(text);
    const words = wordsPuttingOff(sentence.text) ?? handed?.[0] ?? null;
    if (words === null || isHeadLine(sentence.text, texts.get(sentence.id) ?? "")) return [];
    return [{ question: toDecide(sentence.id, sentence.text), about: [sentence], words: [words] }];
  });
}

function isAllowed(text: string): boolean {
  return /\b(?:may|can|could|should|might)\b/.test(text);
}

/** `Reviewers: TBD` at the head of a document, beside its authors and its status, is no decision about what it describes. */
function isHeadLine(sentence: string, entry: string): boolean {
  if (!/^[^.:]{1,40}: (?:todo|tbd|tbc)\W*$/i.test(sentence)) return false;
  return entry.split("\n").some((one) => /^\W*(?:authors?|editors?|status|version|created)\b/i.test(one));
}

const marker = /\[NEEDS CLARIFICATION:?\s*([^\][]{3,400})\]/i;

/** The question that a marker holds, with the sentence or else the item `above` that it is asked for; or the sentence that leaves it open. */
export function toDecide(id: string, text: string, above = ""): string {
  const asked = marker.exec(text)?.[1];
  if (asked === undefined)
    return `The text leaves this to a decision: ${code(readable({ id, quote: text }))}`;
  const own = text.replace(marker, "…");
  const around = readable({ id, quote: /\p{L}/u.test(own) ? own : above });
  return `To be clarified: ${code(asked)}${around === "" ? "" : `, for ${code(around)}`}`;
}
