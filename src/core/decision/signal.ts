import type { Span } from "../spec/entry.ts";
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
}

export function signal(says: string, weight: number, terms: string): Signal {
  return { says, weight, terms, pattern: anyOf(terms) };
}

export interface Heard {
  readonly signal: Signal;
  /** How many different words of the signal were heard. */
  readonly count: number;
  /** The first matched words, as the spec writes them. */
  readonly words: string;
  readonly span: Span;
}

/** The signals heard in the passages the change brought, each signal once, at its first place. */
export function hear(signals: readonly Signal[], reading: Reading): readonly Heard[] {
  const heard: Heard[] = [];
  for (const signal of signals) {
    const first = firstHeard(signal, reading);
    if (first !== undefined) heard.push(first);
  }
  return heard;
}

function firstHeard(signal: Signal, reading: Reading): Heard | undefined {
  let first: Omit<Heard, "count"> | undefined;
  const different = new Set<string>();
  for (const passage of reading.fresh) {
    if (passage.inFence || isTitle(passage)) continue;
    const { quote } = passage.span;
    for (const match of audible(quote).matchAll(signal.pattern)) {
      const plain = match[0].replace(/ +/g, " ");
      if (reading.before.includes(plain)) continue;
      different.add(plain);
      const words = quote.slice(match.index, match.index + match[0].length);
      first ??= { signal, words, span: quoteAround(passage, match.index, match[0].length) };
    }
  }
  return first === undefined ? undefined : { ...first, count: different.size };
}

/** A heading names what its text lays out; what it promises is heard there. */
function isTitle({ span }: Passage): boolean {
  return /^\s*#{1,6}\s/.test(span.quote);
}

/**
 * What can be heard of a text, at the same length, so that places stay: lower case; emphasis, line breaks, code spans
 * and link targets become spaces, for a name in code is no word of the author's.
 */
function audible(text: string): string {
  const silent = (match: string): string => " ".repeat(match.length);
  const prose = text
    .replace(/`[^`\n]*`/g, silent)
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
