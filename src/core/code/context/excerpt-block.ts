import type { LineRange } from "./excerpt.ts";

/** Lines of a block that is shown whole, and of comments above it. */
const bounds = { block: 60, comments: 6, note: 40 };

/**
 * The smallest block around a line by its indentation: a function, a test, a member with what stands above it. Null where
 * that is no block or too long to be shown whole. 0-based, inclusive.
 */
export function blockAround(lines: readonly string[], index: number): LineRange | null {
  const own = indentOf(lines[index]);
  if (own === null) return null;
  const header = opensBlock(lines, index) ? index : headerAbove(lines, index, own);
  if (header === null) return null;
  const indent = indentOf(lines[header]) ?? 0;
  let to = header;
  for (let at = header + 1; at < lines.length && at - header <= bounds.block; at++) {
    const here = indentOf(lines[at]);
    if (here === null) continue;
    if (here <= indent && !closes(lines[at])) break;
    to = at;
    if (here <= indent && !continues(lines[at])) break;
  }
  if (to - header >= bounds.block) return null;
  return { from: noteAbove(lines, header), to };
}

/** The first of the last lines of what stands above a declaration: its comment, its annotations. */
export function noteAbove(lines: readonly string[], header: number): number {
  const indent = indentOf(lines[header]) ?? 0;
  let from = header;
  while (from > 0 && header - from < bounds.comments && isNote(lines[from - 1], indent)) from--;
  return from;
}

/** The line of code that a comment stands above; the line itself where it is none. */
export function describedBy(lines: readonly string[], index: number): number {
  for (let at = index; at < lines.length && at - index <= bounds.note; at++)
    if (!isComment(lines[at])) return indentOf(lines[at]) === null ? index : at;
  return index;
}

/** Lines that open what a line stands in, the nearest first: its function, its class. */
export function headersAbove(lines: readonly string[], index: number): readonly number[] {
  const found: number[] = [];
  let own = indentOf(lines[index]) ?? 0;
  for (let at = index - 1; at >= 0 && own > 0; at--) {
    const here = indentOf(lines[at]);
    if (here === null || here >= own || closes(lines[at]) || isComment(lines[at])) continue;
    found.push(at);
    own = here;
  }
  return found;
}

/** Whether a line is nothing but comment. */
export function isComment(line: string | undefined): boolean {
  return /^\s*(?:\/\/|\/\*|\*(?:[\s/]|$)|#(?:\s|$))/.test(line ?? "");
}

function opensBlock(lines: readonly string[], index: number): boolean {
  const own = indentOf(lines[index]) ?? 0;
  const next = lines.slice(index + 1, index + 4).find((line) => indentOf(line) !== null);
  return (indentOf(next) ?? 0) > own;
}

function headerAbove(lines: readonly string[], index: number, own: number): number | null {
  for (let at = index - 1; at >= 0 && index - at <= bounds.block; at--) {
    const here = indentOf(lines[at]);
    if (here !== null && here < own && !closes(lines[at])) return at;
  }
  return null;
}

/** Columns of white space a line begins with; null for an empty one. */
function indentOf(line: string | undefined): number | null {
  const at = line?.search(/\S/) ?? -1;
  return at < 0 ? null : at;
}

function closes(line: string | undefined): boolean {
  return /^(?:[)\]}]|end\b|else\b|catch\b|except\b|finally\b)/.test(line?.trimStart() ?? "");
}

/** `} else {` and `): Type {` close one part and open the next. */
function continues(line: string | undefined): boolean {
  return /[{(:[]$/.test(line?.trimEnd() ?? "");
}

const notes = ["//", "/*", "*", "#", "@", "[", '"""', "--"];

function isNote(line: string | undefined, indent: number): boolean {
  const text = line?.trimStart() ?? "";
  return (indentOf(line) ?? -1) >= indent && notes.some((mark) => text.startsWith(mark));
}
