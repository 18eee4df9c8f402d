import type { Change } from "../../entries/change.ts";
import type { Entry } from "../../entries/entry.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import { isDeferred } from "../../entries/tombstone.ts";
import { readChange } from "../reading.ts";
import { textSimilarity } from "../../entries/text-similarity.ts";
import { nonNormativeSection, noteOnly } from "./non-normative.ts";

/**
 * Whether a rule went and nothing is found that stands in its place, so that what was built from it is to be taken back: removed,
 * or retired without another entry that carries on. Headings and notes that went take nothing along.
 */
export function isToTakeBack(change: Change, context: SpecIndex): boolean {
  const { before, after, kind } = change;
  if (before === null || before.status === "retired") return false;
  if (kind === "retired" || after?.status === "retired")
    return saysARule(before) && (after?.replacedBy ?? []).length === 0 && !isDeferred(after?.text ?? "");
  return kind === "removed" && whyNotMissed(change, context) === null;
}

/** Why nothing is to be taken back where an entry was removed, or null; "" where it may have been reworded, and nobody can tell. */
export function whyNotMissed(change: Change, context: SpecIndex): string | null {
  const { before } = change;
  if (before === null) return null;
  if (before.status === "retired") return "it was retired before.";
  if (!saysARule(before)) return "a title, it set no rule.";
  const heir = heirOf(before, context);
  if (heir !== undefined) return `${nameOf(heir.id)} takes its place.`;
  const holder = context.heldBy(before.id);
  if (holder !== undefined) return `its words stand in ${nameOf(holder.id)} now.`;
  if (isInformative(change, context)) return "informative, it set no rule.";
  const successor = successorOf(before, context);
  if (successor !== undefined) {
    const place = successor.file === before.file ? "" : ` in ${successor.file}`;
    return `the new ${nameOf(successor.id)}${place} has words of it.`;
  }
  return isRewritten(before, context) ? "" : null;
}

const mostOfName = 5;

/** So much of a name that the sentence around it stays whole. */
function nameOf(id: string): string {
  const name = id.replace(/^.*#/, "");
  const words = (name.split(/\s+/).length > mostOfName ? name.replace(/^.*\//, "") : name).split(/\s+/);
  return words.length > mostOfName ? `${words.slice(0, mostOfName).join(" ")}…` : words.join(" ");
}

/**
 * How many of the longer words of a rule that went a new one has to share to be what it may have become, in its file and in
 * another, and the least it has to hold.
 */
const alike = { share: 0.3, shareElsewhere: 0.45, words: 6 };

/**
 * The new entry that has many of the words of a removed one, the most alike, in its file before others. A file that is written
 * anew is full of such: whether one takes the other's place is for people to see, so nothing is said to be taken back then.
 */
function successorOf({ text, file }: Entry, context: SpecIndex): Entry | undefined {
  if (text.split(/\s+/).length < alike.words) return undefined;
  const own = longerWords(text);
  const mostAlike = (entries: readonly Entry[], least: number): Entry | undefined => {
    const rated = entries.map((entry) => ({ entry, share: textSimilarity(own, longerWords(entry.text)) }));
    return rated.filter(({ share }) => share >= least).sort((a, b) => b.share - a.share)[0]?.entry;
  };
  return (
    mostAlike(context.addedTo(file), alike.share) ??
    mostAlike(context.addedElsewhere(file), alike.shareElsewhere)
  );
}

/** A sentence without an ID of its own, whose section says something new: a sentence reworded in place looks like that. */
function isRewritten({ parent, traits }: Entry, context: SpecIndex): boolean {
  if (traits?.hasContentId !== true || parent === null) return false;
  const section = context.change(parent);
  return section !== undefined && section.after !== null && readChange(section).fresh.length > 0;
}

/** Short ones stand in every rule, and so does what it is put into. */
const inEveryRule = /^(?:when|then|given|must|shall|should|will|that|this|with|from|into|user|users|system)$/;

function longerWords(text: string): string {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,40}/gu) ?? [];
  return words.filter((word) => !inEveryRule.test(word)).join(" ");
}

/** The entry of the same family that says that it replaces this one. */
function heirOf(before: Entry, context: SpecIndex): Entry | undefined {
  const parent = before.parent === null ? undefined : context.entry(before.parent);
  return [...context.siblings(before), ...(parent === undefined ? [] : [parent])].find((other) => {
    const change = context.change(other.id);
    return change?.after !== null && change?.replaces.includes(before.id) === true;
  });
}

/** What would be no work if it came is none to take back. */
function isInformative(change: Change, context: SpecIndex): boolean {
  const come = { ...change, kind: "added", before: null, after: change.before } as const;
  return nonNormativeSection(come, context) !== null || noteOnly(come, context) !== null;
}

const mostOfTitle = 3;

/** A heading, or a few words without a keyword, a number or a sign, set no rule. */
function saysARule({ text, level, lines }: Entry): boolean {
  const said = lines.filter((line) => line.text.trim() !== "");
  if (said.every((line) => /^\s*#{1,6}\s/.test(line.text))) return /\b(?:must|shall|should)\b/i.test(text);
  return text.trim().split(/\s+/).length > mostOfTitle || level !== "none" || /[`\d<>=:]/.test(text);
}
