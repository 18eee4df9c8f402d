import { codeSpans } from "../markdown/code-spans.ts";
import { fenceLine } from "../markdown/fence.ts";
import { visibleText } from "../markdown/hidden-text.ts";
import { localId } from "./local-id.ts";

const longestQuote = 2000;

/** A code span that shows any text as it is: one line, bounded, what nobody would see removed. */
export function code(text: string, most: number = longestSpan): string {
  const line = shortened(visibleText(text).text.replace(/\s+/g, " ").trim(), most);
  if (line === "") return "`?`";
  const ticks = "`".repeat(longestRun(line) + 1);
  return line.startsWith("`") || line.endsWith("`") ? `${ticks} ${line} ${ticks}` : `${ticks}${line}${ticks}`;
}

/** Characters of a code span. */
const longestSpan = 300;

/** Cut between two words, and said so. */
function shortened(line: string, most: number): string {
  if (line.length <= most) return line;
  const cut = line.slice(0, most);
  const space = cut.lastIndexOf(" ");
  return `${space > most / 2 ? cut.slice(0, space) : cut}…`;
}

/** A fence longer than any in the text, so that nothing of it becomes live. */
export function fenced(text: string, language: string): string {
  const fence = "`".repeat(Math.max(3, longestRun(text) + 1));
  return `${fence}${language}\n${text.replace(/(?<!\n)\n+$/, "")}\n${fence}`;
}

/**
 * A quote of the spec, shortened where it is long to its beginning and what stands around the sentences asked about; long lines of
 * prose are broken, as a fence does not wrap.
 */
export function quoted(text: string, asked: readonly string[] = []): string {
  const sentences = asked.map(lettersOf).filter((one) => one !== "");
  const passages = paragraphs(visibleText(text).text.split("\n")).flatMap((line): Passage[] => {
    const shown = brokenLine(line);
    const size = shown.reduce((sum, one) => sum + one.length + 1, 0);
    const isAsked = holdsAny(lettersOf(line), sentences);
    return size > longestQuote
      ? shown.map((one) => ({ shown: [one], size: one.length + 1, isAsked }))
      : [{ shown, size, isAsked }];
  });
  const kept = keptOf(passages);
  const lines = passages.flatMap(({ shown }, at) => {
    if (kept.has(at)) return shown;
    return at === 0 || kept.has(at - 1) ? ["(shortened)"] : [];
  });
  return fenced(lines.join("\n"), "text");
}

/** A paragraph or item of a quote; a line of one that is longer than a quote. */
interface Passage {
  readonly shown: readonly string[];
  readonly size: number;
  readonly isAsked: boolean;
}

/** Those that a quote has room for: what is asked about, its beginning, then what stands nearest to either. */
function keptOf(passages: readonly Passage[]): ReadonlySet<number> {
  const asked = passages.flatMap(({ isAsked }, at) => (isAsked ? [at] : []));
  const distance = (at: number): number =>
    at === 0 ? 0 : Math.min(...(asked.length === 0 ? [0] : asked).map((one) => nearness(one, at)));
  const order = passages
    .map((_, at) => ({ at, distance: distance(at) }))
    .sort((a, b) => a.distance - b.distance);
  const kept = new Set<number>();
  let left = longestQuote;
  for (const { at } of order) {
    left -= passages[at]?.size ?? 0;
    if (left < 0) break;
    kept.add(at);
  }
  return withoutLoneBlanks(kept, passages);
}

/** What stands before a sentence says what it is about: nearer than what follows. */
function nearness(asked: number, at: number): number {
  return at < asked ? asked - at : 2 * (at - asked);
}

/** Blank lines at the edge of what is left out say nothing. */
function withoutLoneBlanks(kept: ReadonlySet<number>, passages: readonly Passage[]): ReadonlySet<number> {
  const isBlank = (at: number): boolean => passages[at]?.shown.join("").trim() === "";
  const isEdge = (at: number): boolean => !kept.has(at - 1) || !kept.has(at + 1);
  return new Set([...kept].filter((at) => !(isBlank(at) && isEdge(at))));
}

/** Whether a line holds one of some sentences, or is a part of one. */
function holdsAny(line: string, sentences: readonly string[]): boolean {
  return sentences.some((one) => line.includes(one.slice(0, 30)) || (line.length > 11 && one.includes(line)));
}

function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/**
 * Lines of prose that belong to one paragraph joined, where one of the text is wider than a page: broken by itself, each would
 * leave a short rest. Lists, quotes, tables, code, marked lines and hard breaks stay apart.
 */
function paragraphs(lines: readonly string[]): readonly string[] {
  if (
    lines.some((line) => fenceLine(line) !== null || line.trimStart().startsWith("<")) ||
    !lines.some((line) => line.length > widest)
  )
    return lines;
  const joined: string[] = [];
  for (const line of lines) {
    const above = joined.at(-1) ?? "";
    const isProse = /^\s{0,6}(?![-*+>|#…\s]|\d{1,3}[.)]\s)./.test(line);
    const goesOn = above.trim() !== "" && !/^\s*(?:[>|#]|…$)|(?: {2}|\\)$/.test(above);
    if (isProse && goesOn) joined[joined.length - 1] = `${above} ${line.trim()}`;
    else joined.push(line);
  }
  return joined;
}

/** Columns that a page of GitHub shows without scrolling. */
const widest = 100;

/** A line of prose, broken between words under its own indentation; a row of a table stays whole. */
function brokenLine(line: string): readonly string[] {
  if (line.length <= widest || /^\s*\|/.test(line)) return [line.slice(0, longestQuote - 1)];
  const indent = /^\s{0,20}(?:[-*+]\s|\d{1,3}[.)]\s)?/.exec(line)?.[0] ?? "";
  const lines: string[] = [];
  let current = indent;
  for (const word of line.slice(indent.length, longestQuote).split(" ")) {
    const isFull = current.length > indent.length && current.length + word.length + 1 > widest;
    if (isFull) lines.push(current);
    if (isFull) current = " ".repeat(indent.length) + word;
    else current += current.length === indent.length ? word : ` ${word}`;
  }
  return [...lines, current];
}

function longestRun(text: string): number {
  let longest = 0;
  for (const [run] of text.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  return longest;
}

/** The text of a link: nothing in it can end it. */
export function label(text: string): string {
  return text.replace(/[^\p{L}\p{N}_./ -]/gu, "_").slice(0, 200);
}

/** Our own words, which may hold words of the spec: code spans stay code, no other markup survives. */
export function plain(text: string): string {
  return spansKept(visibleText(text).text.replace(/\s+/g, " ").slice(0, 600));
}

/** As `plain`, of a question: its parts are bounded. */
export function withSpans(question: string): string {
  return spansKept(visibleText(question).text.replace(/\s+/g, " ").slice(0, 4_000));
}

function spansKept(line: string): string {
  return codeSpans(line)
    .map(({ text, isCode }) => (isCode ? code(text, 2 * longestSpan) : escaped(text)))
    .join("");
}

function escaped(text: string): string {
  return text.replace(/[\\*_[\]<>@#!|~&`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** IDs as code, in parentheses: where a statement comes from. The path that qualifies an ID stands in the intent. */
export function cited(ids: readonly string[]): string {
  const all = [...new Set(ids)];
  const more = all.length > 12 ? `, and ${all.length - 12} more` : "";
  return `(${all.slice(0, 12).map(shortId).join(", ")}${more})`;
}

export function shortId(id: string): string {
  return code(localId(id));
}
