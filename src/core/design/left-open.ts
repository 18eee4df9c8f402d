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

/** `(Details TBD).` says nothing without the sentence that it is about, nor does `TODO: may this be left out?`. */
function withContext({ id, text }: Sentence, before: Sentence | undefined): string {
  if (before?.id !== id) return text;
  const isOfName = opens.test(text) && points.test(text) && !/[.!?]\W{0,4}$/.test(before.text);
  const isAbout = addsToBefore.test(text) || sign.test(text) || isOfName;
  if (!isAbout || before.text.length + text.length >= longestQuote) return text;
  // What is said of a name may stand some lines below it.
  return isOfName ? `${before.text} … ${text}` : `${before.text} ${text}`;
}

/** As much as a code span shows. */
const longestQuote = 300;
const sign = /^\W{0,9}(?:tbd|tbc|todo|fixme)\W{0,9}$/i;
const opens = /^\W{0,9}(?:tbd|tbc|todo|fixme)\b/i;
const points = /\b(?:this|that|these|those|it|they)\b/i;
const addsToBefore = /^\((?!.*\w\).*\w)/;

/** `TODO` alone under a heading: the section has yet to be written, which decides nothing about the product. */
function isUnwritten({ id, text }: Sentence, before: Sentence | undefined): boolean {
  return sign.test(text) && !(before?.id === id && /[.!?:)\]]$/.test(before.text));
}

/** The words of a sentence that leave a decision to those who build this: not to a later release, which takes it then. */
export function wordsLeavingOpen(sentence: string): string | null {
  if (isForLater.test(sentence) || isOfPlan.test(sentence)) return null;
  return wordsPuttingOff(sentence)?.words.toLowerCase() ?? null;
}

const isForLater =
  /\b(?:in|with|by|for|until|to) (?:(?:an?|the|our|some|its) )?(?:future|later|next|upcoming|subsequent|following|another|separate|follow-?up|coming) (?:[a-z]+ )?(?:releases?|versions?|specifications?|specs?|rfcs?|proposals?|revisions?|milestones?|phases?|iterations?|documents?|updates?|changes?|prs?|pull requests?|teps?|adrs?)\b/i;

/**
 * `Feature name: TBD`, `(Target: TBD)`: what a document and its plan say of themselves, whoever builds it does not wait for.
 */
const isOfPlan =
  /(?:^|[([–—;|-])\W{0,9}(?:(?:feature|project|product|document|working|target|due|start|end|release|launch|delivery|review|planned|estimated)\s)?(?:names?|titles?|authors?|owners?|reviewers?|assignees?|approvers?|stakeholders?|dates?|deadlines?|eta|targets?|due|timelines?|milestones?|sprints?|quarters?|status|version|efforts?|estimates?|tickets?|budgets?)(?:\W{0,6}:\W{0,9}|\s)(?:tbd|tbc|todo|to be (?:determined|decided|defined|announced|confirmed))\W{0,9}(?:$|placeholder\b)/i;

/** `Reviewers: TBD` at the head of a document, beside its authors and its status, is no decision about what it describes. */
function isHeadLine(sentence: string, entry: string): boolean {
  if (!/^[^.:]{1,40}: (?:todo|tbd|tbc)\W*$/i.test(sentence)) return false;
  return entry.split("\n").some((one) => /^\W*(?:authors?|editors?|status|version|created)\b/i.test(one));
}

/** Of a long text that which is left open and what stands before it: a code span is cut at its end. */
function fromNear(text: string): string {
  const at = wordsPuttingOff(text)?.index ?? 0;
  if (at < longestQuote - shownAfter) return text;
  return `… ${text.slice(text.indexOf(" ", at - (longestQuote - 2 * shownAfter)) + 1)}`;
}

const shownAfter = 60;
const mostAsked = 400;
const marker = /\[NEEDS CLARIFICATION:?\s*([^\][]{3,400})\]/i;

/** The question that a marker holds, with the sentence or else the item `above` that it is asked for; or the sentence that leaves it open. */
export function toDecide(id: string, text: string, above = ""): string {
  const asked = marker.exec(text)?.[1];
  if (asked === undefined)
    return `The text leaves this to a decision: ${code(fromNear(readable({ id, quote: text })))}`;
  const own = text.replace(marker, "…").replace("….", "…");
  const around = readable({ id, quote: /\p{L}/u.test(own) ? own : above });
  return `To be clarified: ${code(asked, mostAsked)}${around === "" ? "" : `, for ${code(around)}`}`;
}
