/** A comment of a line, or of a block with its blanks and the marks of its lines taken together. */
export interface Comment {
  readonly text: string;
  /** First and last line, from 0. */
  readonly first: number;
  readonly last: number;
  /** Written for who reads the documentation. */
  readonly isDocumentation: boolean;
}

const mostOfBlock = 4_000;
const mostMarks = 20;

/**
 * Where a line's comment may begin, in whatever language: a text that only looks like one costs its reader a line. `;` and `%`
 * are signs of code elsewhere, and count at the start of a line.
 */
const lineMark = /(?<![:\\/])\/\/+!?|(?<!\S)#+!?|(?<!\S)--+|^\s{0,200}(?:;+|%+|\*(?!\/))|<!--/g;
/** A section of a text that a test runner reads: `--ARGS--`. */
const section = /^--[A-Z_]{2,40}--\s{0,20}$/;

/** All that may be a comment of a text, in any language; time is linear in its length. */
export function commentsIn(content: string): readonly Comment[] {
  const lines = content.split("\n");
  const blocks = blocksIn(lines);
  const documented = new Set(
    blocks
      .filter(({ isDocumentation }) => isDocumentation)
      .flatMap(({ first, last }) => Array.from({ length: last - first }, (_, step) => first + step + 1)),
  );
  const inLines = lines.flatMap((line, at) =>
    textsOf(line).map(({ text, isDocumentation }): Comment => ({
      text,
      first: at,
      last: at,
      isDocumentation: isDocumentation || documented.has(at),
    })),
  );
  return [...blocks, ...inLines];
}

function textsOf(line: string): readonly { readonly text: string; readonly isDocumentation: boolean }[] {
  if (section.test(line)) return [{ text: line.trim(), isDocumentation: false }];
  return [...line.matchAll(lineMark)].slice(0, mostMarks).map(({ 0: mark, index }) => ({
    text: withoutEnd(line.slice(index + mark.length)),
    isDocumentation: /\/\/[/!]/.test(mark),
  }));
}

function blocksIn(lines: readonly string[]): readonly Comment[] {
  const found: Comment[] = [];
  let open: { text: string; first: number; isDocumentation: boolean } | null = null;
  for (const [at, line] of lines.entries()) {
    let from = 0;
    if (open !== null && open.text.length < mostOfBlock) open.text += "\n";
    while (from >= 0 && from <= line.length) {
      if (open === null) {
        const start = line.indexOf("/*", from);
        if (start < 0) break;
        open = { text: "", first: at, isDocumentation: /^[*!](?!\/)/.test(line.slice(start + 2, start + 4)) };
        from = start + 2;
      }
      const end = line.indexOf("*/", from);
      const room = mostOfBlock - open.text.length;
      open.text += line.slice(from, end < 0 ? undefined : end).slice(0, Math.max(0, room));
      if (end < 0) break;
      found.push({ ...open, text: together(open.text), last: at });
      open = null;
      from = end + 2;
    }
  }
  return found;
}

function together(block: string): string {
  return block
    .split("\n")
    .map((line) =>
      line
        .trim()
        .replace(/^[*!]+/, "")
        .trim(),
    )
    .join(" ")
    .replace(/\s+/g, " ")
    .trim();
}

function withoutEnd(text: string): string {
  return text
    .trim()
    .replace(/(?:\*\/|--!?>)$/, "")
    .trim();
}
