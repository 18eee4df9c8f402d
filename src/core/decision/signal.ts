import type { Span } from "../entries/entry.ts";
import type { Passage, Reading } from "./reading.ts";
import { anyOf } from "./terms.ts";

/** Words that speak for or against something, as a spec author would write them. */
export interface Signal {
  /** What hearing it means, as the end of "the entry …"; shown to the author. */
  readonly says: string;
  /** 1 is a hint, 2 speaks for itself. */
  readonly weight: number;
  /** In the notation of `anyOf`; empty when the pattern is no list of words. */
  readonly terms: string;
  readonly pattern: RegExp;
  /** What to write into the spec to settle the words that were heard; shown to the author. */
  readonly need: (words: string) => string;
}

export function signal(says: string, weight: number, terms: string, need: (words: string) => string): Signal {
  return { says, weight, terms, pattern: anyOf(terms), need };
}

export interface Heard {
  readonly signal: Signal;
  /** How many different words of the signal were heard. */
  readonly count: number;
  /** The first matched words, as the spec writes them. */
  readonly words: string;
  readonly span: Span;
}

/**
 * The signals heard in the passages the change brought, the strongest first, each at its first place. Words that several
 * signals name are heard once, by the strongest.
 */
export function hear(signals: readonly Signal[], reading: Reading): readonly Heard[] {
  const anySignal = anyOfThem(signals);
  const telling = reading.fresh.filter(
    (passage) => !passage.inFence && !isTitle(passage) && anySignal.test(audible(passage)),
  );
  if (telling.length === 0) return [];
  const taken: Taken = new Map();
  return [...signals]
    .sort((a, b) => b.weight - a.weight)
    .flatMap((signal) => firstHeard(signal, telling, reading, taken) ?? []);
}

/** One pattern for all: most passages say nothing, and are known to after one look. */
function anyOfThem(signals: readonly Signal[]): RegExp {
  const known = patterns.get(signals);
  if (known !== undefined) return known;
  const pattern = new RegExp(signals.map(({ pattern }) => pattern.source).join("|"));
  patterns.set(signals, pattern);
  return pattern;
}

const patterns = new WeakMap<readonly Signal[], RegExp>();

type Taken = Map<Passage, [from: number, to: number][]>;

function firstHeard(
  signal: Signal,
  telling: readonly Passage[],
  reading: Reading,
  taken: Taken,
): Heard | undefined {
  let first: Omit<Heard, "count"> | undefined;
  const different = new Set<string>();
  for (const passage of telling) {
    const { quote } = passage.span;
    const heard = taken.get(passage) ?? [];
    const text = audible(passage);
    for (const { index, 0: match } of text.matchAll(signal.pattern)) {
      if (isDenied(text.slice(Math.max(0, index - longestDenial), index))) continue;
      const end = index + match.length;
      const plain = match.replace(/ +/g, " ");
      if (saidBefore(plain, signal, reading) || heard.some(([from, to]) => index < to && from < end))
        continue;
      heard.push([index, end]);
      different.add(plain);
      first ??= { signal, words: quote.slice(index, end), span: quoteAround(passage, index, match.length) };
    }
    taken.set(passage, heard);
  }
  return first === undefined ? undefined : { ...first, count: different.size };
}

const longestDenial = 16;

/** `not queued`, `without any batching`: what is not to be asks for nothing. */
function isDenied(before: string): boolean {
  return /(?:^|[^a-z-])(?:not|never|no|without) +(?:(?:be|a|an|any|the) +)?$/.test(before);
}

/** What the entry said before the change is no news, also when a word beside it was exchanged. */
function saidBefore(plain: string, { pattern }: Signal, { before }: Reading): boolean {
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

const longestQuote = 180;

/** The whole sentence when it is short, else the words around the match; always a verbatim part of one passage. */
export function quoteAround(passage: Passage, index: number, length: number): Span {
  const { quote, file, line } = passage.span;
  if (quote.length <= longestQuote) return passage.span;
  const spare = Math.max(0, Math.floor((longestQuote - length) / 2));
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
