import type { Entry } from "../entries/entry.ts";
import { bare } from "./bare.ts";

/** A word as it is compared. `exact` words carry meaning in their letters: code spans, quoted strings, numbers, constants. */
export interface Word {
  readonly text: string;
  readonly exact: boolean;
}

/** What a change did to the words of an entry, wherever they stand. */
export interface Difference {
  readonly added: readonly Word[];
  readonly removed: readonly Word[];
  /** The same words in another order. */
  readonly reordered: boolean;
}

/** Compares two texts by words; references to entries and to other documents do not count. */
export function differenceOf(
  before: string,
  after: string,
  isReference: (word: string) => boolean,
): Difference {
  const old = wordsOf(before, isReference);
  const now = wordsOf(after, isReference);
  const added = minus(now, old);
  const removed = minus(old, now);
  const reordered = added.length + removed.length === 0 && now.some((word, i) => word.text !== old[i]?.text);
  return { added, removed, reordered };
}

/** The words of an entry's text, references left out. */
export function wordsOf(text: string, isReference: (word: string) => boolean): Word[] {
  const words: Word[] = [];
  withoutReferenceNotes(text)
    .split("`")
    .forEach((part, i, parts) => {
      const code = i % 2 === 1 && i < parts.length - 1;
      if (code && isReference(part)) return;
      const split = code ? part.trim().split(/\s+/) : proseWords(part);
      const shouted = code ? shoutsNothing : shoutedIn(part);
      for (const word of split) {
        if (word === "" || (!code && isReference(word.toUpperCase()))) continue;
        words.push({ text: word, exact: code || shouted.has(word) || /\d|_|\?$/.test(word) });
      }
    });
  return words;
}

const shoutsNothing: ReadonlySet<string> = new Set();
const keywords = /^(?:MUST|SHALL|SHOULD|MAY|CAN|NOT|REQUIRED|RECOMMENDED|OPTIONAL|WHEN|THEN|AND|IF|GIVEN)$/;

/** Acronyms and constants, in lower case as words are compared; keywords written in capitals are none. */
function shoutedIn(part: string): ReadonlySet<string> {
  const capitals = part.match(/\b[A-Z][A-Z0-9]+\b/g) ?? [];
  return new Set(capitals.filter((word) => !keywords.test(word)).map((word) => word.toLowerCase()));
}

function proseWords(part: string): string[] {
  return bare(part)
    .split(/[\s/]+/)
    .map(withoutPunctuation)
    .filter((word, i, all) => word !== "" && word !== "-" && word !== all[i - 1]);
}

/** `(word),` as `word`; signs that carry meaning stay: `<5`, `-1`, `20%`. */
function withoutPunctuation(word: string): string {
  const letters = Array.from(word);
  const from = letters.findIndex((letter) => /[\p{L}\p{N}$+<>=-]/u.test(letter));
  const to = letters.findLastIndex((letter) => /[\p{L}\p{N}%?+<>=]/u.test(letter));
  return from < 0 ? "" : letters.slice(from, to + 1).join("");
}

/** Without parentheses that hold a link (`(see [X](#x))`) and without a linked ID's markup. */
function withoutReferenceNotes(text: string): string {
  return text
    .replace(/`{3,}[a-z]{0,12}/g, " ")
    .replace(/\([^()[\]\n]{0,160}\[[^\]\n]{1,160}\]\([^()\n]{0,200}\)[^()[\]\n]{0,160}\)/g, " ")
    .replace(/\]\([^()\n]{0,400}\)/g, "]");
}

function minus(words: readonly Word[], others: readonly Word[]): Word[] {
  const counts = new Map<string, number>();
  for (const { text } of others) counts.set(text, (counts.get(text) ?? 0) + 1);
  return words.filter(({ text }) => {
    const left = counts.get(text) ?? 0;
    if (left > 0) counts.set(text, left - 1);
    return left === 0;
  });
}

/** Whether a word names an entry, by what the two sides of a change refer to. */
export function referencesOf(...entries: readonly (Entry | null)[]): (word: string) => boolean {
  const known = new Set<string>();
  for (const entry of entries) for (const id of entry?.references ?? []) known.add(id.toUpperCase());
  return (word) => known.has(word.toUpperCase());
}
