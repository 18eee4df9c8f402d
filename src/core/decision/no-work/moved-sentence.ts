import type { Entry } from "../../entries/entry.ts";
import { type Passage, readChange } from "../reading.ts";
import { noWork, type Proof } from "./proof.ts";

const minWords = 5;
/** What a sentence beside it may set: a case, a time, or what a pronoun stands for. */
const conditions =
  /\b(?:if|when|whenever|while|unless|until|once|where|after|before|on|for each|otherwise|in case)\b|:\s*$/i;
const leans = /^(?:it|this|these|those|they|then|otherwise|in (?:this|that) case|also|such)\b/i;

/**
 * Whole sentences went, word by word the same, to a sibling or parent that did not hold them before; nothing came. Not where a
 * condition beside them, there or here, may be theirs.
 */
export const movedSentence: Proof = (change, context) => {
  const { after } = change;
  const { fresh, gone } = readChange(change);
  if (after === null || fresh.length > 0 || gone.length === 0) return null;
  if (conditions.test(after.text) || gone.some(({ bare }) => leans.test(bare))) return null;
  const parent = after.parent === null ? undefined : context.entry(after.parent);
  const near = [...context.siblings(after), ...context.children(after.id), ...(parent ? [parent] : [])];
  const holder = near.find((entry) => {
    const there = context.change(entry.id);
    if (there === undefined || there.after === null || conditions.test(besides(there.after, gone)))
      return false;
    const held = new Set(readChange(there).fresh.map(({ bare }) => bare));
    return gone.every(({ bare }) => bare.split(" ").length >= minWords && held.has(bare));
  });
  return holder === undefined ? null : noWork(`A sentence moved to ${nameOf(holder)}; nothing else changed.`);
};

/** The text of an entry without some of its passages. */
function besides({ text }: Entry, passages: readonly Passage[]): string {
  return passages.reduce((rest, { span }) => rest.replace(span.quote.trim(), ""), text);
}

function nameOf({ id }: Entry): string {
  return id.replace(/^.*#/, "");
}
