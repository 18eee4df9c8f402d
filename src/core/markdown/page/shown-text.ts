import { chapters } from "./chapters.ts";
import { pageParts } from "./page-parts.ts";
import { parseWithNotes } from "./parse-with-notes.ts";
import { cutMark, type Marks, type PagePart, type UnseenKind } from "./page-part.ts";
import { tangledRuns, withoutRuns } from "./tangled-runs.ts";
import type { Root } from "mdast";

/** What stands in the source of a page and is not read on it. */
export interface UnseenMarkup {
  readonly kind: UnseenKind;
  readonly text: string;
}

/** The marks of a page, `last` behind it included, that somebody who reads it sees. */
type SeenMarks = (tree: Root, last: number) => ReadonlySet<number>;

interface ShownMarkdown {
  readonly text: string;
  readonly unseen: readonly UnseenMarkup[];
}

/** A text without one of these is shown as it stands. */
const mayHide = /[\ua7f7<&|\\$`~]|!\[|\[\^|\][([:]|^---/;

/** A longer text is read in parts. */
export const wholeText = 16_000;

/**
 * Bounds before rendering: what nests deeper is read by nobody, and costs the square of its depth; so do labels of notes.
 * Time is linear otherwise, about 10 ms for each 1,000 characters: of a longer text the beginning is shown.
 */
const bounds = { piece: wholeText, whole: 60_000, tags: 60, notes: 200 };

/**
 * Markdown as far as somebody who reads the rendered page sees it. The text is rendered, and parsed as a browser does; of
 * the source only those words are kept that are still there. What is not sure to be seen is taken away: formulas and
 * diagrams with anything in them that is not known to draw all of its words, and HTML that a parser would have to mend.
 * A long text is read chapter by chapter, as far as none hides the next; of one too tangled to be parsed nothing is kept.
 * `text` is free of characters that show as nothing. `seenMarks` renders the page; null: what only rendering tells is left as
 * it is, which is enough to say what an author hid and costs less. A text of what a page shows is read `again`: it is read otherwise
 * then only because something is gone, and a mark stands for all words that are taken away.
 */
export function shownText(
  written: string,
  seenMarks: SeenMarks | null,
  reading: Reading = "first",
): ShownMarkdown {
  if (!mayHide.test(written)) return { text: written, unseen: [] };
  const lines = written.split("\n");
  const tangled = tangledRuns(lines);
  const text = tangled.length === 0 ? written : withoutRuns(lines, tangled).lines.join("\n");
  const pieces = text.length <= bounds.piece ? [text] : chapters(text, bounds.piece);
  const shown: string[] = [];
  const unseen: UnseenMarkup[] = tangled.map(({ from, to }) => ({
    kind: "unread",
    text: lines.slice(from, to).join("\n"),
  }));
  let left = bounds.whole;
  for (const [at, piece] of pieces.entries()) {
    left -= piece.length;
    const found = left < 0 && mayHide.test(piece) ? withheld(piece) : shownPiece(piece, seenMarks, reading);
    shown.push(found.text);
    unseen.push(...found.unseen);
    if (!found.hidesNext || at === pieces.length - 1) continue;
    unseen.push({ kind: "unread", text: pieces.slice(at + 1).join("\n") });
    break;
  }
  return { text: shown.join("\n"), unseen };
}

interface ShownPiece extends ShownMarkdown {
  /** Something begins in it that takes in, or may take in, what follows. */
  readonly hidesNext: boolean;
}

/** GitHub reads a block of HTML wherever a line begins so (CommonMark 0.29), though it may be no tag. */
const otherBlock =
  /^[ \t>*+\d.)-]{0,40}<\/?source(?![^\S\n]{0,20}(?:[\w:.-]{1,40}=(?:"[^"<>\n]{0,400}"|'[^'<>\n]{0,400}')[^\S\n]{0,20}){0,9}\/?>)(?:[\s>]|$)/im;

type Reading = "first" | "again";

function shownPiece(source: string, seenMarks: SeenMarks | null, reading: Reading): ShownPiece {
  if (otherBlock.test(source)) return withheld(source);
  if (source.split("[^").length > bounds.notes) return withheld(source);
  const parsed = parseWithNotes(source);
  if (parsed === null) return withheld(source);
  const { tree, source: read } = parsed;
  const page = pageParts(tree, read);
  const { marks, openTags, isHtml, hidesNext } = page;
  const parts = reading === "first" ? page.parts : page.parts.map((part) => withMark(part, source));
  if (openTags > bounds.tags) return withheld(source);
  if (!isHtml || seenMarks === null) return { ...assembled(source, parts, () => true), hidesNext };
  const seen = seenMarks(tree, marks);
  const found = assembled(source, parts, (marks) => marks === null || hasOne(seen, marks));
  return { ...found, hidesNext: hidesNext || !seen.has(marks) };
}

/** A part with a mark in place of its words that are left out. */
function withMark(part: PagePart, source: string): PagePart {
  const { from, to, left } = part;
  if (left === null || wordsIn(source.slice(from, to)) <= wordsIn(left)) return part;
  return left === "" ? { ...part, kind: "unread" } : { ...part, left: `${left} ${cutMark}` };
}

function wordsIn(text: string): number {
  return text.match(/\p{L}+/gu)?.length ?? 0;
}

function withheld(text: string): ShownPiece {
  return { text: cutMark, unseen: [{ kind: "unread", text }], hidesNext: true };
}

function hasOne(seen: ReadonlySet<number>, [from, to]: readonly [number, number]): boolean {
  for (let mark = from; mark < to; mark += 1) if (seen.has(mark)) return true;
  return false;
}

function assembled(
  source: string,
  parts: readonly PagePart[],
  isSeen: (marks: Marks) => boolean,
): ShownMarkdown {
  const unseen: UnseenMarkup[] = [];
  let out = "";
  let at = 0;
  for (const part of parts) {
    if (part.from < at) continue;
    out += marksOnly(source.slice(at, part.from));
    const lost = source.slice(part.from, part.to);
    const left = isSeen(part.marks) ? (part.left ?? lost) : "";
    const isUncalled = part.note !== undefined && !isSeen(part.note) && part.mayBeCalled !== true;
    const kind = isUncalled ? "definition" : part.kind;
    const mark = left === "" && kind === "unread" ? markFor(lost, out) : left;
    const isFurther = mark === "" && kind === "unread";
    if (/\p{L}/u.test(lost) && lost.trim() !== left.trim()) note(unseen, kind, lost, isFurther);
    out += mark;
    at = part.to;
  }
  return { text: out + marksOnly(source.slice(at)), unseen };
}

/** Adds what was lost; of one passage that stands in several parts all is one. */
function note(unseen: UnseenMarkup[], kind: UnseenKind, lost: string, isFurther: boolean): void {
  const last = unseen.at(-1);
  if (!isFurther || last?.kind !== "unread") unseen.push({ kind, text: lost.trim() });
  else unseen[unseen.length - 1] = { kind, text: `${last.text} ${lost.trim()}` };
}

function hasNoWordSinceMark(text: string): boolean {
  const mark = text.lastIndexOf(cutMark.trim());
  return mark >= 0 && !/[\p{L}\p{N}]/u.test(text.slice(mark));
}

/** A mark in place of words, one for those that follow each other. */
function markFor(lost: string, before: string): string {
  if (lost.trim() === cutMark.trim()) return lost;
  if (!/[\p{L}\p{N}]/u.test(lost) || hasNoWordSinceMark(before)) return "";
  return lost.endsWith("\n") ? `${cutMark}\n` : cutMark;
}

/** Between the parts stand marks of Markdown; a word there is none. A box that is ticked has a letter. */
function marksOnly(between: string): string {
  return between.replace(/\[[xX]\](?=\s)|\p{L}[\p{L}\p{M}\p{N}]*/gu, (found) =>
    found.startsWith("[") ? found : "",
  );
}
