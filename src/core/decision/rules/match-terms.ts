import type { Span } from "../../entries/entry.ts";
import type { Family } from "../../lexicon/family.ts";
import { isElse, isModifier, phraseAround } from "../../lexicon/kind-of-another.ts";
import { isGrammar, isInPassing, isSettled } from "./in-passing.ts";
import { leftToOthers, putOff } from "../../lexicon/lexicon.ts";
import { isPutOff } from "../../lexicon/putting-off.ts";
import { anyOf } from "../../lexicon/terms.ts";
import type { Passage, Reading } from "../reading.ts";
import { isMarkup } from "./markup.ts";
import { isNamed } from "./names-it.ts";
import { motivesIn } from "./motives.ts";

export interface Match {
  readonly family: Family;
  /** The first matched words, as the spec writes them. */
  readonly words: string;
  /** What is said of it in place of the words. */
  readonly because?: string;
  /** Heard only as the kind of something else, `a search box`, in passing, or settled there: it counts, and is nothing to ask about. */
  readonly modifies: boolean;
  /** How many different words of the family were found. */
  readonly count: number;
  readonly span: Span;
}

/** What is listened for, and words of the product that say nothing whatever they are. */
export interface Vocabulary {
  readonly families: readonly Family[];
  readonly silent: RegExp | null;
}

/**
 * The families found in the passages that the change brought, the strongest first, each at its first place. Words that several
 * families name are found once, by the strongest.
 */
export function matchTerms({ families, silent }: Vocabulary, reading: Reading): readonly Match[] {
  const any = patternOf(families, () => families.map((family) => patternOfFamily(family).source).join("|"));
  const motives = motivesIn(reading);
  const texts = reading.fresh
    .filter((passage) => !passage.inFence && !isTitle(passage) && !motives.has(passage))
    .map((passage): Heard => ({ passage, text: withoutNames(audible(passage), silent), taken: [] }))
    .filter(({ text }) => text.search(any) >= 0);
  if (texts.length === 0 || isMarkup(reading)) return [];
  return [...families]
    .sort((a, b) => b.weight - a.weight)
    .flatMap((family) => firstMatch(family, texts, reading) ?? []);
}

interface Heard {
  readonly passage: Passage;
  readonly text: string;
  readonly taken: (readonly [from: number, to: number])[];
}

const patterns = new WeakMap<object, RegExp>();

function patternOf(key: object, source: () => string): RegExp {
  const known = patterns.get(key);
  if (known !== undefined) return known;
  const pattern = new RegExp(source(), "g");
  patterns.set(key, pattern);
  return pattern;
}

function patternOfFamily(family: Family): RegExp {
  return patternOf(family, () => anyOf(family.terms).source);
}

function withoutNames(text: string, silent: RegExp | null): string {
  return silent === null ? text : text.replace(silent, (name) => " ".repeat(name.length));
}

function firstMatch(family: Family, texts: readonly Heard[], reading: Reading): Match | undefined {
  let first: Omit<Match, "count"> | undefined;
  let hint: Omit<Match, "count"> | undefined;
  const different = new Set<string>();
  const pattern = patternOfFamily(family);
  for (const { passage, text, taken } of texts) {
    for (const { index, 0: match } of text.matchAll(pattern)) {
      if (isDenied(text.slice(Math.max(0, index - maxDenial), index))) continue;
      const end = index + match.length;
      if (isElse(text, index, end) || isDecided(family, passage, index, match.length)) continue;
      const plain = match.replace(/ +/g, " ");
      if (taken.some(([start, stop]) => index < stop && start < end)) continue;
      if (saidBefore(plain, pattern, reading)) continue;
      const [from, to] =
        family.phrase === undefined ? [index, end] : phraseAround(text, index, end, family.phrase);
      taken.push([from, to]);
      different.add(plain);
      const words = passage.span.quote
        .slice(from, to)
        .replace(/[*_`\s]+/g, " ")
        .trim();
      const modifies =
        !speaksAlways.has(family) &&
        (isBeside(family, text, index, end) || isNamed(passage.span.quote, index, end));
      const span = quoteAround(passage, index, match.length);
      const found = { family, words, span, modifies };
      if (modifies) hint ??= found;
      else first ??= found;
    }
  }
  const found = first ?? hint;
  return found === undefined ? undefined : { ...found, count: different.size };
}

/** What an author left open in so many words is open wherever it stands. */
const speaksAlways: ReadonlySet<Family> = new Set([leftToOthers, putOff]);

function isBeside({ kind }: Family, text: string, from: number, to: number): boolean {
  const isGoal = kind === "performance-not-a-constraint";
  return (
    isGrammar(text, from, to) ||
    isModifier(text, from, to) ||
    isInPassing(text, from, isGoal) ||
    isSettled(text, to)
  );
}

/** `to be determined by the server` puts nothing off. */
function isDecided(family: Family, { span }: Passage, index: number, length: number): boolean {
  return family === putOff && !isPutOff(span.quote, index, length);
}

const maxDenial = 16;

/** `not queued`, `without any batching`: what is not to be asks for nothing. */
function isDenied(before: string): boolean {
  return /(?:^|[^a-z-])(?:not|never|no|without) +(?:(?:be|a|an|any|the) +)?$/.test(before);
}

/** What the entry said before the change is no news, also when a word beside it was exchanged. */
function saidBefore(plain: string, pattern: RegExp, { before }: Reading): boolean {
  if (before.includes(plain)) return true;
  const words = plain.split(/[ -]/).filter((word) => word.length > 3);
  return [...before.matchAll(pattern)].some((match) =>
    match[0].split(/[ -]/).some((word) => words.includes(word)),
  );
}

/** A heading names what its text lays out; what it promises is heard there. */
function isTitle({ span }: Passage): boolean {
  return /^\s*#{1,6}\s/.test(span.quote);
}

/**
 * What can be heard of a text, at the same length, so that places stay: lower case; emphasis, line breaks, code spans,
 * shown text and link targets become spaces, for a name in code is no word of the author's.
 */
function audible(passage: Passage): string {
  const known = audibles.get(passage);
  if (known !== undefined) return known;
  const text = audibleText(passage.span.quote);
  audibles.set(passage, text);
  return text;
}

/** Every criterion listens to the same passages. */
const audibles = new WeakMap<Passage, string>();

/** What a program shows word by word is exact, whatever the words are. */
const shownText =
  /\b(?:message|displays?|shows?|prints?|says?|text|label|title|called|named|error):? "[^"\n]{1,200}"/gi;

function audibleText(text: string): string {
  const silent = (match: string): string => " ".repeat(match.length);
  const prose = text
    .replace(/`[^`\n]*`/g, silent)
    .replace(shownText, silent)
    .replace(/\]\([^()\n]*\)/g, silent)
    .replace(/[ \t]--[ \t]|[—–]/g, silent);
  return flat(prose);
}

/** Lower case, emphasis and line breaks as spaces: same length as the text, so that places stay. */
export function flat(text: string): string {
  const plain = text.replace(/[*_\n\t[\]]/g, " ");
  const lower = plain.toLowerCase();
  return lower.length === text.length ? lower : plain;
}

const maxQuote = 180;

/** The whole sentence when it is short, else the words around the match; always a verbatim part of one passage. */
export function quoteAround(passage: Passage, index: number, length: number): Span {
  const { quote, file, line } = passage.span;
  if (quote.length <= maxQuote) return passage.span;
  const spare = Math.max(0, Math.floor((maxQuote - length) / 2));
  const from = wordStart(quote, Math.max(0, index - spare), index);
  const to = wordEnd(quote, Math.min(quote.length, index + length + spare), index + length);
  const part = quote.slice(from, to);
  const startLine = line + breaks(quote.slice(0, from));
  return { file, line: startLine, endLine: startLine + breaks(part), quote: part };
}

/** The first start of a word between `at` and `limit`; `limit` when there is none. */
function wordStart(text: string, at: number, limit: number): number {
  if (at === 0) return 0;
  const space = text.slice(at, limit).search(/\s/);
  return space < 0 ? limit : at + space + 1;
}

/** The last end of a word between `limit` and `at`; `limit` when there is none. */
function wordEnd(text: string, at: number, limit: number): number {
  if (at >= text.length) return text.length;
  return Math.max(text.lastIndexOf(" ", at), text.lastIndexOf("\n", at), limit);
}

function breaks(text: string): number {
  return text.split("\n").length - 1;
}
