import type { Change } from "../../entries/change.ts";
import type { Entry } from "../../entries/entry.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import { isDeferred } from "../../entries/tombstone.ts";
import { readChange } from "../reading.ts";
import { textSimilarity } from "../../entries/text-similarity.ts";
import { normaliseText } from "../../entries/fingerprint.ts";

/**
 * Whether a rule went without a replacement, so that what was built from it is to be taken back: removed, or retired without
 * another entry that carries on. Headings and notes that went take nothing along.
 */
export function isToTakeBack(change: Change, context: SpecIndex): boolean {
  const { before, after, kind } = change;
  if (before === null || before.status === "retired" || !saysARule(before.text)) return false;
  if (kind === "retired" || after?.status === "retired")
    return (after?.replacedBy ?? []).length === 0 && !isDeferred(after?.text ?? "");
  return (
    kind === "removed" &&
    !standsElsewhere(before.text, before.id, context) &&
    !hasSuccessor(change, context) &&
    !isRewritten(before, context)
  );
}

/** How many of the longer words of a rule that went a new one has to share to be what it may have become, and the least it has to hold. */
const alike = { share: 0.3, words: 6 };

/**
 * Whether a new entry of the same file has many of the words of a removed one. A file that is written anew is full of such:
 * whether one takes the other's place is for people to see, so nothing is said to be taken back then.
 */
export function hasSuccessor({ before, kind }: Change, context: SpecIndex): boolean {
  if (before === null || kind !== "removed" || before.text.split(/\s+/).length < alike.words) return false;
  const own = longerWords(before.text);
  return context
    .addedTo(before.file)
    .some(({ text }) => textSimilarity(own, longerWords(text)) >= alike.share);
}

/** A sentence without an ID of its own, whose section says something new: a sentence reworded in place looks like that. */
export function isRewritten({ parent, traits }: Entry, context: SpecIndex): boolean {
  if (traits?.hasContentId !== true || parent === null) return false;
  const section = context.change(parent);
  return section !== undefined && section.after !== null && readChange(section).fresh.length > 0;
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
