import { agreedLines } from "./agreed.ts";
import { frontMatter } from "../scan/front-matter.ts";
import type { SourceFile } from "../source.ts";
import { withShownNumbers } from "./list-numbers.ts";
import { filePieces, mayHide } from "./file-pieces.ts";
import { labelsBehindSign, mayBeCalled } from "./footnote-label.ts";
import { cutMark } from "./page-part.ts";
import { type ReadPiece, readPieces } from "./read-pieces.ts";
import type { Until } from "./open-quote.ts";
import { type LineRange, linesOf, tangledRuns, withoutRuns } from "./tangled-runs.ts";
import type { UnseenRange } from "./unseen-in.ts";

const seen = new WeakMap<SourceFile, SourceFile>();

/**
 * A file as somebody who reads its page sees it, line by line: the one answer from which entries, their IDs, texts and
 * footnotes are taken, so that no part of them can show what the whole hides. Only blocks in which something may hide are
 * parsed. Front matter stays. A file that hides nothing is the same object.
 */
export function seenFile(source: SourceFile): SourceFile {
  const known = seen.get(source);
  if (known !== undefined) return known;
  const tangled = tangledRuns(linesOf(source.text));
  const hidden = mayHide.test(source.text) ? seenText(source.text, tangled) : source.text;
  const read = withNumbers(hidden, source.text, tangled);
  const text = source.isForModel === true ? agreed(read, source.text) : read;
  const file = text === source.text ? source : { ...source, text };
  seen.set(source, file);
  return file;
}

/** A second reader takes some hundred times the characters of a text in memory. */
const mostCompared = 1_000_000;

/** Without what a second reader does not show. */
function agreed(read: string, written: string): string {
  if (!mayHide.test(written) || written.length > mostCompared) return read;
  const lines = linesOf(read);
  const left = agreedLines(linesOf(written), lines);
  return left === lines ? read : left.join("\n");
}

/** Which items are of one list is said by the text as it was written. */
function withNumbers(left: string, written: string, tangled: readonly LineRange[]): string {
  const lines = linesOf(left);
  const shown = withShownNumbers(written, lines, tangled);
  return shown.every((line, at) => line === lines[at]) ? left : shown.join("\n");
}

function seenText(text: string, tangled: readonly LineRange[]): string {
  const written = linesOf(text);
  const { lines: readable, from, added } = withoutRuns(written, tangled);
  const lines = [...readable];
  const pieces = readPieces(lines, filePieces(lines, frontMatter(lines).length));
  const shown = shownNotes(pieces);
  const short = shortLabels(pieces);
  const calls = labelsBehindSign(text);
  let isChanged = tangled.length > 0;
  for (const piece of pieces) {
    const left = leftOf(piece, { shown, calls }, short).split("\n");
    for (const [at, line] of left.entries()) {
      isChanged ||= lines[piece.from + at] !== line;
      lines[piece.from + at] = line;
    }
  }
  let hidden = 0;
  for (const { to, unseen } of pieces)
    if (unseen !== null && unseen.until !== null && to > hidden) hidden = hideUntil(lines, to, unseen.until);
  lines.splice(from, added);
  return isChanged || hidden > 0 ? lines.join("\n") : text;
}

/** Of each label the first footnote, if something that is seen calls it, wherever in the file. */
function shownNotes(pieces: readonly ReadPiece[]): ReadonlySet<object> {
  const first = new Map<string, { readonly calls: ReadonlySet<string> }>();
  const waiting: string[] = [];
  for (const { unseen } of pieces) {
    for (const note of unseen?.notes ?? []) if (!first.has(note.label)) first.set(note.label, note);
    waiting.push(...(unseen?.calls ?? []));
  }
  const shown = new Set<object>();
  for (let label = waiting.pop(); label !== undefined; label = waiting.pop()) {
    const note = first.get(label);
    if (note === undefined || shown.has(note)) continue;
    shown.add(note);
    waiting.push(...note.calls);
  }
  return shown;
}

/** The label of a footnote is not shown, its number is: a longer one than this says more than a label. */
const maxLabel = 12;

/** Labels in place of those that are too long: their beginning, or with a number where another one has it. */
function shortLabels(pieces: readonly ReadPiece[]): ReadonlyMap<string, string> {
  const labels = new Set(pieces.flatMap(({ unseen }) => unseen?.notes.map(({ label }) => label) ?? []));
  const taken = new Set([...labels].filter((label) => label.length <= maxLabel));
  const short = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const label of labels) {
    if (taken.has(label)) continue;
    const beginning = Array.from(label).slice(0, 8).join("");
    let count = counts.get(beginning) ?? 0;
    let name = beginning;
    for (; taken.has(name); count += 1) name = `${beginning}-${String(count + 2)}`;
    counts.set(beginning, count);
    taken.add(name);
    short.set(label, name);
  }
  return short;
}

interface Notes {
  /** Those that something calls for sure. */
  readonly shown: ReadonlySet<object>;
  /** How often something may call each label. */
  readonly calls: ReadonlyMap<string, number>;
}

/** What is left of a piece, with as many lines. */
function leftOf(
  { text, unseen }: ReadPiece,
  { shown, calls }: Notes,
  short: ReadonlyMap<string, string>,
): string {
  if (unseen === null) return text.replace(/[^\n]/g, "");
  const notes = unseen.notes
    .filter((note) => !shown.has(note))
    .map(({ label, from, to }) => ({ from, to, left: mayBeCalled(label, calls) ? cutMark : "" }));
  const labels = unseen.labels.flatMap(({ label, from, to }) => {
    const left = short.get(label);
    return left === undefined ? [] : [{ from, to, left }];
  });
  const ranges = [...unseen.ranges, ...notes, ...labels].toSorted((a, b) => a.from - b.from || b.to - a.to);
  let out = "";
  let at = 0;
  for (const range of ranges) {
    if (range.to <= at) continue;
    out += text.slice(at, Math.max(at, range.from)) + leftOfRange(range, text.slice(range.from, range.to));
    at = range.to;
  }
  return out + text.slice(at);
}

function leftOfRange({ left }: UnseenRange, written: string): string {
  return left + "\n".repeat(Math.max(0, written.split("\n").length - left.split("\n").length));
}

/** What its block leaves open goes on to the next line that ends it, if one does; where that is. */
function hideUntil(lines: string[], from: number, end: Until): number {
  for (let at = from; at < lines.length; at += 1) {
    const isEnd = end === "'" && lines[at]?.includes(end) === true;
    lines[at] = "";
    if (isEnd) return at + 1;
  }
  return lines.length;
}
