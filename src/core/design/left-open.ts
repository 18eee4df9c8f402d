import { leftToOthers } from "../lexicon/lexicon.ts";
import { wordsPuttingOff } from "../lexicon/putting-off.ts";
import { anyOf } from "../lexicon/terms.ts";
import type { Asked } from "./asked.ts";
import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { code } from "./markdown.ts";
import { textsById } from "./sentences.ts";

/**
 * `where appropriate`, `as needed` leave a case open that the sentence already decides in the main, and `at the user's discretion`
 * says who decides while it runs.
 */
const onlyFitting = /^(?:where|when|as|to the extent)\b/;
const chosenByBuilders =
  "implementation/implementations/implementer/implementers choose*/decide*/select*|depending on ~ design/implementation/implement*";
const handingOver = leftToOthers.terms
  .split("|")
  .filter((term) => !onlyFitting.test(term) && !term.endsWith("discretion"));
const hands = patternOf([...handingOver, chosenByBuilders]);
const chosen = patternOf([chosenByBuilders]);

function patternOf(terms: readonly string[]): RegExp {
  return new RegExp(`${anyOf(terms.join("|")).source}(?! (?:comments?|items?|markers?|lists?)\\b)`);
}

/**
 * Where the text of the entries says itself that somebody has yet to decide. What the specification of a product leaves to those
 * who build it is theirs to decide here; what a protocol leaves to many implementations, or a rule allows, is left on purpose.
 */
export function leftOpen({ sentences, home }: Pick<DesignFacts, "sentences" | "home">): readonly Asked[] {
  const texts = textsById(sentences);
  return sentences.flatMap((sentence) => {
    const text = sentence.text.toLowerCase();
    const found = isAllowed(text) ? null : (home === null ? chosen : hands).exec(text);
    const handed = found !== null && isCase(text.slice(0, found.index)) ? null : found;
    const words = wordsPuttingOff(sentence.text)?.words.toLowerCase() ?? handed?.[0] ?? null;
    if (words === null || isHeadLine(sentence.text, texts.get(sentence.id) ?? "")) return [];
    return [{ question: toDecide(sentence.id, sentence.text), about: [sentence], words: [words] }];
  });
}

/** `If an implementation chooses to, it must …` says what holds then. */
function isCase(before: string): boolean {
  const clause = before.slice(Math.max(...[",", ";", ":"].map((mark) => before.lastIndexOf(mark))) + 1);
  return /\b(?:if|when|where|unless)\b/.test(clause);
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
