import { wordsPuttingOff } from "../lexicon/putting-off.ts";
import type { Asked } from "./asked.ts";
import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { code } from "./markdown.ts";
import { type Sentence, textsById } from "./sentences.ts";

/**
 * Where the text of the entries says itself that somebody has yet to decide. What it permits, or hands to whoever builds or uses
 * it, it has decided: that they may choose.
 */
export function leftOpen({ sentences }: Pick<DesignFacts, "sentences">): readonly Asked[] {
  const texts = textsById(sentences);
  return sentences.flatMap((sentence, at) => {
    const words = wordsLeavingOpen(sentence.text);
    if (
      words === null ||
      isUnwritten(sentence, sentences[at - 1]) ||
      isHeadLine(sentence.text, texts.get(sentence.id) ?? "")
    )
      return [];
    const quote = withContext(sentence, sentences[at - 1]);
    return [{ question: toDecide(sentence.id, quote), about: [sentence], words: [words] }];
  });
}

/** `(Details TBD).` says nothing without the sentence that it is about. */
function withContext({ id, text }: Sentence, before: Sentence | undefined): string {
  return (addsToBefore.test(text) || sign.test(text)) && before?.id === id ? `${before.text} ${text}` : text;
}

const sign = /^\W{0,9}(?:tbd|tbc|todo|fixme)\W{0,9}$/i;
const addsToBefore = /^\((?!.*\w\).*\w)/;

/** `TODO` alone under a heading: the section has yet to be written, which decides nothing about the product. */
function isUnwritten({ id, text }: Sentence, before: Sentence | undefined): boolean {
  return sign.test(text) && !(before?.id === id && /[.!?:)\]]$/.test(before.text));
}

/** The words of a sentence that leave a decision to those who build this: not to a later release, which takes it then. */
export function wordsLeavingOpen(sentence: string): string | null {
  if (isForLater.test(sentence)) return null;
  return wordsPuttingOff(sentence)?.words.toLowerCase() ?? null;
}

const isForLater =
  /\b(?:in|with|by|for|until|to) (?:(?:an?|the|our|some|its) )?(?:future|later|next|upcoming|subsequent|following|another|separate|follow-?up|coming) (?:[a-z]+ )?(?:releases?|versions?|specifications?|specs?|rfcs?|proposals?|revisions?|milestones?|phases?|iterations?|documents?|updates?|changes?|prs?|pull requests?|teps?|adrs?)\b/i;

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
