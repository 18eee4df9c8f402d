import type { Change } from "../../entries/change.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import { textSimilarity } from "../../entries/text-similarity.ts";
import { normaliseText } from "../../entries/fingerprint.ts";

/**
 * Whether a rule went without a replacement, so that what was built from it is to be taken back: removed, or retired without
 * another entry that carries on. Headings and notes that went take nothing along.
 */
export function isToTakeBack(change: Change, context: SpecIndex): boolean {
  const { before, after, kind } = change;
  if (before === null || before.status === "retired" || !saysARule(before.text)) return false;
  if (kind === "retired" || after?.status === "retired") return (after?.replacedBy ?? []).length === 0;
  return (
    kind === "removed" &&
    !standsElsewhere(before.text, before.id, context) &&
    successorOf(change, context) === null
  );
}

/** How many of the longer words of a rule that went a new one has to share to be what it may have become, and the least it has to hold. */
const alike = { share: 0.3, words: 6 };

/**
 * The new entry of the same file that has most of the words of a removed one, or null. A file that is written anew is full of
 * them: whether one takes the other's place is for people to see, so nothing is said to be taken back then.
 */
export function successorOf({ before, kind }: Change, context: SpecIndex): string | null {
  if (before === null || kind !== "removed" || before.text.split(/\s+/).length < alike.words) return null;
  const own = longerWords(before.text);
  const shares = context
    .addedTo(before.file)
    .map(({ id, text }) => ({ id, share: textSimilarity(own, longerWords(text)) }))
    .sort((a, b) => b.share - a.share);
  const [best] = shares;
  return best !== undefined && best.share >= alike.share ? best.id : null;
}

/** Short ones stand in every rule. */
function longerWords(text: string): string {
  return (text.toLowerCase().match(/[\p{L}\p{N}]{4,40}/gu) ?? []).join(" ");
}

/** Whether a changed entry of the same family holds the words now, or took the entry's place. */
function standsElsewhere(text: string, id: string, context: SpecIndex): boolean {
  const entry = context.entry(id);
  const words = normaliseText(text);
  const near = entry === undefined ? [] : context.siblings(entry);
  const parent = entry?.parent === null || entry === undefined ? undefined : context.entry(entry.parent);
  return [...near, ...(parent === undefined ? [] : [parent])].some((other) => {
    const change = context.change(other.id);
    if (change === undefined || change.after === null) return false;
    return change.replaces.includes(id) || normaliseText(change.after.text).includes(words);
  });
}

function saysARule(text: string): boolean {
  return text.split(/\s+/).length > 3 && !/^\s*#{1,6}\s[^\n]*$/.test(text);
}
