import { closesFence, fenceLine } from "../markdown/fence.ts";
import { codeSpans } from "./link-parts.ts";
import { withoutUnseenDiagrams } from "./unseen-diagrams.ts";
import { withoutUnseenFootnotes } from "./unseen-footnotes.ts";
import { withoutTinyText } from "./unseen-small.ts";

/** Called with what is taken away: a part of an element or picture, or a definition. */
type NoteBlock = (kind: "attribute" | "definition", text: string) => void;

/** Fences that GitHub draws: their source is not read, so only what is drawn of it is left. */
const drawn: Readonly<Record<string, (line: string) => string>> = {
  math: (line) => seenMath(line, true),
  geojson: () => "",
  topojson: () => "",
  stl: () => "",
};

/** Elements of which GitHub shows nothing. Of the others a browser shows something else where they are ended. */
const element =
  /<(script|style|template|title|textarea|noscript|iframe|video|audio|object|canvas|svg|math|select|datalist|noembed|noframes|xmp|plaintext|rp)(?=[\s/>])/gi;

/**
 * Markdown without blocks, and parts of blocks, that a page does not show: elements over several lines, comments in
 * formulas and diagrams, footnotes that nothing refers to, cells beyond a table's columns.
 */
export function withoutUnseenBlocks(text: string, note: NoteBlock): string {
  const drop = (dropped: string): void => {
    note("attribute", dropped);
  };
  const read = withoutUnseenDiagrams(withoutTinyText(withoutElements(text, note), drop), drop);
  const noted = withoutUnseenFootnotes(read, (line) => {
    note("definition", line);
  });
  const lines = noted.split("\n");
  const page = new PageLines(note);
  return lines.flatMap((line, at) => page.seen(line, lines[at + 1] ?? "") ?? []).join("\n");
}

interface OpenFence {
  readonly line: NonNullable<ReturnType<typeof fenceLine>>;
  readonly language: string;
}

/** Reads the lines of a page, one after the other. */
class PageLines {
  readonly #note: NoteBlock;
  #fence: OpenFence | null = null;
  #inMath = false;
  /** Of the table that the line before belongs to; 0: of none. */
  #columns = 0;
  #before = "";

  constructor(note: NoteBlock) {
    this.#note = note;
  }

  /** What is seen of a line; null: it is not there. */
  seen(line: string, next: string): string | null {
    const seen = this.#fence === null ? this.#outside(line, next) : this.#inside(this.#fence, line);
    if (seen !== null) this.#before = seen;
    return seen;
  }

  #inside({ line: open, language }: OpenFence, line: string): string | null {
    if (closesFence(open, line)) {
      this.#fence = null;
      return line;
    }
    const seen = drawn[language]?.(line) ?? line;
    if (seen !== line) this.#note("attribute", line);
    return seen === line || seen.trim() !== "" ? seen : null;
  }

  #outside(line: string, next: string): string | null {
    const mark = fenceLine(line);
    if (mark !== null) {
      this.#fence = { line: mark, language: /^\s*([\w-]*)/.exec(mark.info)?.[1]?.toLowerCase() ?? "" };
      return line;
    }
    return this.#formula(this.#row(line), next);
  }

  #row(line: string): string {
    this.#columns = columnsAfter(this.#columns, line, this.#before);
    if (this.#columns === 0) return line;
    const row = firstCells(line, this.#columns);
    if (row !== line) this.#note("attribute", line.slice(row.length));
    return row;
  }

  #formula(line: string, next: string): string {
    const marks = line.split("$$").length - 1;
    const seen = seenMath(line, this.#inMath || marks > 0 || goesOn(line, next));
    if (seen !== line) this.#note("attribute", line);
    if (marks % 2 === 1) this.#inMath = !this.#inMath;
    return seen;
  }
}

/** What stands in elements, over the lines; an element that is not ended is left to whoever reads its block. */
function withoutElements(text: string, note: NoteBlock): string {
  if (!text.includes("<")) return text;
  const spans = codeSpans(text);
  const lower = text.toLowerCase();
  const unended = new Set<string>();
  let out = "";
  let at = 0;
  let span = 0;
  for (const { 0: opener, 1: name = "", index } of text.matchAll(element)) {
    if (index < at || unended.has(name.toLowerCase())) continue;
    while ((spans[span]?.[1] ?? Number.POSITIVE_INFINITY) <= index) span += 1;
    const [from = text.length] = spans[span] ?? [];
    if (from <= index) continue;
    const end = lower.indexOf(`</${name.toLowerCase()}`, index);
    if (end < 0) {
      unended.add(name.toLowerCase());
      continue;
    }
    const inside = text.slice(index + opener.length, end).replace(/^[^<>\n]{0,300}>/, "");
    if (inside.trim() !== "") note("attribute", inside);
    out += `${text.slice(at, index)}<${name}>`;
    at = end;
  }
  return out + text.slice(at);
}

/** Columns of the table that a line belongs to; 0: of none. A header has as many cells as the line below it. */
function columnsAfter(columns: number, line: string, before: string): number {
  if (!line.includes("|")) return 0;
  if (columns > 0) return columns;
  const found = isDelimiterRow(line) ? cells(line).length : 0;
  return found === cells(before).length ? found : 0;
}

function isDelimiterRow(line: string): boolean {
  if (!line.includes("-") || /[^\s|:>*+\d.)-]/.test(line)) return false;
  const from = [lead(line), ...cells(line).map((end) => end + 1)];
  return cells(line).every((end, at) => /^\s*:?-+:?\s*\|?$/.test(line.slice(from[at], end + 1)));
}

/** A row without the cells that its table has no column for (GitHub Flavored Markdown 0.29, 4.10). */
function firstCells(line: string, columns: number): string {
  const found = cells(line);
  if (found.length <= columns) return line;
  const last = found[columns - 1] ?? 0;
  return line.slice(0, last + 1);
}

/** Where each cell of a row ends: the index of its `|`, or of its last character. */
function cells(line: string): readonly number[] {
  const start = lead(line);
  const ends: number[] = [];
  for (let at = start; at < line.length; at += 1) {
    if (line[at] === "\\") at += 1;
    else if (line[at] === "|") ends.push(at);
  }
  if (line.slice((ends.at(-1) ?? start - 1) + 1).trim() !== "") ends.push(line.length - 1);
  return ends;
}

/** Length of what stands before the first cell. */
function lead(line: string): number {
  return /^[\s>]*(?:(?:[*+-]|\d{1,9}[.)])\s+)?\|?/.exec(line)?.[0].length ?? 0;
}

/** Commands of TeX whose argument is not drawn, or is drawn so that nobody sees it. */
const undrawn =
  /\\(?:[vh]?phantom|label|color|textcolor|colorbox|fcolorbox|definecolor|cssId|class|style|href|url|unicode|require|def|let|newcommand|renewcommand|providecommand|newenvironment|DeclareMathOperator|data|texttip|mathtip|tooltip|toggle|rlap|llap|clap|mathrlap|mathllap|mathclap|smash|tiny|hspace|kern|raisebox|special)\*?(?![A-Za-z])/g;

/** A line as it is drawn where it is a formula: without comments, and without commands that draw nothing, to its end. */
function seenMath(line: string, inMath: boolean): string {
  if (!line.includes("\\") && !inMath) return line;
  const code = codeSpans(line);
  const isCode = (at: number): boolean => code.some(([from, to]) => at >= from && at < to);
  const comment = inMath ? /(?<!\\)%/.exec(line)?.index : undefined;
  const command = [...line.matchAll(undrawn)].find(
    ({ index }) => inMath || (isFormula(line) && !isCode(index)),
  );
  const end = Math.min(comment ?? line.length, command?.index ?? line.length);
  return end === line.length ? line : line.slice(0, end);
}

/** A formula begins in this line and ends in the next. */
function goesOn(line: string, next: string): boolean {
  if (!next.includes("$") || !line.includes("$")) return false;
  const code = codeSpans(line);
  const marks = [...line.matchAll(/\$/g)].filter(
    ({ index }) => !code.some(([from, to]) => index >= from && index < to),
  );
  return marks.length % 2 === 1;
}

function isFormula(line: string): boolean {
  return line.includes("$") || line.includes("\\(") || line.includes("\\[");
}
