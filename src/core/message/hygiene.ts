import { type HiddenInEntry, hiddenIn } from "../decision/hidden-in-entry.ts";
import type { Recommendation, Review } from "../decision/review.ts";
import type { Entry, Finding } from "../entries/entry.ts";
import type { HiddenText } from "../markdown/hidden-text.ts";
import type { CommentContext } from "./comment-context.ts";
import { clip, inlineText, richText, withoutReferences } from "./escape.ts";
import { blobUrl } from "./link.ts";
import { listWords, plural } from "./wording.ts";

/** What is wrong or doubtful in how the spec is written, hidden text included; one list item each. */
export function hygieneLines(review: Review, context: CommentContext): string[] {
  const why = new Map(review.recommendations.map(({ change, reason }) => [change.id, quotedIn(reason)]));
  return findingsOf(review)
    .filter(({ id, rule, message }) => rule !== "vague-word" || !saysAny(message, why.get(id ?? "") ?? []))
    .map((finding) => findingLine(finding, review, context));
}

/** The row of an entry says it: its reason quotes the words. */
function quotedIn(reason: string): readonly string[] {
  return [...reason.matchAll(/“([^”]{1,200})”/g)].map(([, words = ""]) => words);
}

function saysAny(message: string, words: readonly string[]): boolean {
  return words.some((one) => message.includes(one));
}

/** All findings of a review, those about hidden text last. */
export function findingsOf(review: Review): readonly Finding[] {
  const { findings, recommendations } = review;
  return [...findings, ...hiddenFindings(recommendations), ...unreadFindings(recommendations)];
}

/** Of what no model reads so many passages are named for a file, those that begin with a word, and so much of each. */
const mostPassages = 3;
const mostOfPassage = 40;

interface UnreadInFile {
  readonly first: Recommendation;
  readonly now: Set<string>;
  readonly before: Set<string>;
}

/** Files whose changed entries have, or had, words that may be seen and that no model reads: one finding each, at its first place. */
function unreadFindings(recommendations: readonly Recommendation[]): Finding[] {
  const files = new Map<string, UnreadInFile>();
  for (const one of recommendations) {
    const now = passagesOf(one.hidden);
    // What stayed as it was is told once.
    const before = passagesOf(one.hiddenBefore).filter((passage) => !now.includes(passage));
    if (now.length + before.length === 0) continue;
    const file = files.get(one.change.file) ?? { first: one, now: new Set(), before: new Set() };
    for (const passage of now) file.now.add(passage);
    for (const passage of before) file.before.add(passage);
    files.set(one.change.file, file);
  }
  return [...files.values()].map(({ first: { change }, now, before }) => {
    const old = before.size === 0 ? [] : [`of the text before the change, ${quoted(before)}`];
    const kept = [...(now.size === 0 ? [] : [quoted(now)]), ...old].join("; ");
    const message = `Kept from models, in an element, formula or diagram that a page may not show as it is written: ${kept}.`;
    return { rule: "unread-text", id: change.id, file: change.file, line: change.line, message };
  });
}

function passagesOf(hidden: HiddenInEntry | null | undefined): readonly string[] {
  return (hidden?.unread ?? []).map((passage) =>
    clip(withoutReferences(passage).replace(/\s+/g, " "), mostOfPassage),
  );
}

function quoted(passages: ReadonlySet<string>): string {
  const worded = [...passages].filter((passage) => /^\p{L}/u.test(passage));
  const named = worded.slice(0, mostPassages).map((passage) => `“${passage}”`);
  const more = passages.size - named.length;
  const others = named.length === 0 ? plural(more, "passage") : `${String(more)} more`;
  return listWords(more > 0 ? [...named, others] : named);
}

interface HiddenInFile {
  readonly first: Recommendation;
  entries: number;
  readonly now: Map<string, number>;
  readonly before: Map<string, number>;
}

/** Files whose changed entries hold, or held, something that a reader does not see: one finding each, at its first place. */
function hiddenFindings(recommendations: readonly Recommendation[]): Finding[] {
  const files = new Map<string, HiddenInFile>();
  for (const one of recommendations) {
    const { change, hidden, hiddenBefore } = one;
    const now = countsOf(change.after, hidden);
    const before = countsOf(change.before, hiddenBefore);
    // What stayed as it was is told once.
    for (const [word, count] of before) {
      if (count > (now.get(word) ?? 0)) before.set(word, count - (now.get(word) ?? 0));
      else before.delete(word);
    }
    if (now.size + before.size === 0) continue;
    const file = files.get(change.file) ?? { first: one, entries: 0, now: new Map(), before: new Map() };
    file.entries += 1;
    addTo(file.now, now);
    addTo(file.before, before);
    files.set(change.file, file);
  }
  return [...files.values()].map(({ first: { change }, entries, now, before }) => {
    const more =
      entries > 1 ? ` and ${plural(entries - 1, "further entry", "further entries")} of this file` : "";
    const old = before.size === 0 ? [] : [`of the text before the change, ${counted(before)}`];
    const removed = [...(now.size === 0 ? [] : [counted(now)]), ...old].join("; ");
    const message = `Hidden text was removed before this entry${more} ${entries > 1 ? "were" : "was"} shown here or to a model: ${removed}.`;
    return { rule: "hidden-text", id: change.id, file: change.file, line: change.line, message };
  });
}

function countsOf(entry: Entry | null, known: HiddenInEntry | null | undefined): Map<string, number> {
  const found = entry === null ? null : known === undefined ? hiddenIn(entry.text) : known;
  const characters = found?.characters.map(({ kind, count }) => [hiddenWords[kind], count] as const) ?? [];
  const sentences = found?.sentences.map(({ kind, count }) => [kind, count] as const) ?? [];
  return new Map<string, number>([...characters, ...sentences]);
}

function addTo(all: Map<string, number>, some: ReadonlyMap<string, number>): void {
  for (const [word, count] of some) all.set(word, (all.get(word) ?? 0) + count);
}

function counted(counts: ReadonlyMap<string, number>): string {
  return listWords([...counts].map(([word, count]) => plural(count, word)));
}

const hiddenWords: Readonly<Record<HiddenText["kind"], string>> = {
  comment: "comment",
  "zero-width": "zero-width character",
  bidi: "bidirectional control character",
  tag: "tag character",
  "variation-selector": "variation selector",
  control: "control or unassigned character",
  filler: "blank filler character",
};

function findingLine(finding: Finding, review: Review, context: CommentContext): string {
  const url = blobUrl(context, review.head, finding.file, finding.line);
  const where = finding.id ?? `${finding.file}:${finding.line}`;
  return `- [${inlineText(clip(where, 80))}](${url}): ${richText(clip(finding.message, 300))}`;
}
