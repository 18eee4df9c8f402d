import { closesFence, fenceLine } from "../fence.ts";

/**
 * A text in pieces that begin with a heading, each of about `most` characters at most where headings allow. Joined by ends
 * of lines they are the text.
 */
export function chapters(text: string, most: number): readonly string[] {
  const pieces: string[] = [];
  let lines: string[] = [];
  let size = 0;
  let open: ReturnType<typeof fenceLine> = null;
  let html: RegExp | null = null;
  const end = (): void => {
    if (lines.length > 0) pieces.push(lines.join("\n"));
    [lines, size] = [[], 0];
  };
  for (const line of text.split("\n")) {
    const isFree = open === null && html === null && (lines.at(-1) ?? "").trim() === "";
    if (isFree && size > 0 && isBreak(line, size, most)) end();
    if (open !== null && closesFence(open, line)) open = null;
    else if (html === null) open ??= fenceLine(line);
    if (open === null) html ??= htmlEnd(line);
    if (html?.test(line) === true) html = null;
    lines.push(line);
    size += line.length + 1;
  }
  end();
  return pieces;
}

/** Blocks of HTML that go on over empty lines, by how they begin, and what ends them (CommonMark 0.31, 4.6). */
const htmlBlocks: readonly (readonly [begin: RegExp, end: RegExp])[] = [
  [/^\s{0,3}<(?:script|pre|style|textarea)(?:[\s>]|$)/i, /<\/(?:script|pre|style|textarea)>/i],
  [/^\s{0,3}<!--/, /-->/],
  [/^\s{0,3}<\?/, /\?>/],
  [/^\s{0,3}<!\[CDATA\[/, /\]\]>/],
  [/^\s{0,3}<![A-Za-z]/, />/],
];

function htmlEnd(line: string): RegExp | null {
  return htmlBlocks.find(([begin]) => begin.test(line))?.[1] ?? null;
}

/** A chapter begins here, and the piece is long enough; or it is too long by far, and any paragraph will do. */
function isBreak(line: string, size: number, most: number): boolean {
  if (/^#{1,6}\s/.test(line)) return size >= most / 2;
  return size >= most && line.trim() === "";
}
