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

interface BlockForm {
  readonly opens: RegExp;
  readonly closes: RegExp;
  /** What follows the beginning of one that documents. */
  readonly documents?: RegExp;
}

/** How languages enclose a comment of several lines, or a text that documents. Each is looked for by itself, so that none hides another. */
const blockForms: readonly BlockForm[] = [
  { opens: /\/\*/g, closes: /\*\//g, documents: /^[*!](?!\/)/ },
  { opens: /<!--/g, closes: /-->/g },
  { opens: /\{-/g, closes: /-\}/g },
  { opens: /(?<!\S)\(\*(?!\w{1,60}\))/g, closes: /\*\)/g },
  { opens: /--\[=*\[/g, closes: /\]=*\]/g },
  { opens: /#\|/g, closes: /\|#/g },
  { opens: /(?<!\S)#=/g, closes: /=#/g },
  { opens: /<#/g, closes: /#>/g },
  { opens: /^=(?:begin|pod|head\d|over|item|for)\b/gm, closes: /^=(?:end|cut)\b/gm },
  { opens: /"{3}/g, closes: /"{3}/g },
  { opens: /'{3}/g, closes: /'{3}/g },
];

/** All that may be a comment of a text, in any language; time is linear in its length. */
export function commentsIn(content: string): readonly Comment[] {
  const lines = content.split("\n");
  const blocks = blocksOf(lines);
  const documented = new Set(
    blocks.filter(({ isDocumentation }) => isDocumentation).flatMap((block) => linesOf(block).slice(1)),
  );
  const enclosed = new Set(blocks.flatMap(linesOf));
  const inLines = lines.flatMap((line, at) =>
    [...(enclosed.has(at) ? [{ text: bare(line), isDocumentation: false }] : []), ...textsOf(line)].map(
      ({ text, isDocumentation }): Comment => ({
        text,
        first: at,
        last: at,
        isDocumentation: isDocumentation || documented.has(at),
      }),
    ),
  );
  return [...blocks, ...inLines];
}

/** Lines, from 0, that stand in a comment or text of several lines, other than the one at which it begins. */
export function enclosedLines(lines: readonly string[]): ReadonlySet<number> {
  return new Set(blocksOf(lines).flatMap((block) => linesOf(block).slice(1)));
}

function blocksOf(lines: readonly string[]): readonly Comment[] {
  const content = lines.join("\n");
  return blockForms
    .filter(({ opens }) => content.search(opens) >= 0)
    .flatMap((form) => blocksIn(lines, form));
}

function linesOf({ first, last }: Comment): readonly number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

function textsOf(line: string): readonly { readonly text: string; readonly isDocumentation: boolean }[] {
  if (section.test(line)) return [{ text: line.trim(), isDocumentation: false }];
  return [...line.matchAll(lineMark)].slice(0, mostMarks).map(({ 0: mark, index }) => ({
    text: withoutEnd(line.slice(index + mark.length)),
    isDocumentation: /\/\/[/!]/.test(mark),
  }));
}

/** Blocks of one form, as far as they end. */
function blocksIn(lines: readonly string[], { opens, closes, documents }: BlockForm): readonly Comment[] {
  const found: Comment[] = [];
  let open: { text: string; first: number; isDocumentation: boolean } | null = null;
  for (const [at, line] of lines.entries()) {
    let from = 0;
    if (open !== null && open.text.length < mostOfBlock) open.text += "\n";
    while (from <= line.length) {
      const next = firstFrom(open === null ? opens : closes, line, from);
      if (open === null) {
        if (next === null) break;
        from = next.end;
        const isDocumentation = documents?.test(line.slice(from, from + 2)) === true;
        open = { text: "", first: at, isDocumentation };
        continue;
      }
      const room = mostOfBlock - open.text.length;
      open.text += line.slice(from, next?.at).slice(0, Math.max(0, room));
      if (next === null) break;
      found.push({ ...open, text: together(open.text), last: at });
      open = null;
      from = next.end;
    }
  }
  return found;
}

function firstFrom(
  form: RegExp,
  line: string,
  from: number,
): { readonly at: number; readonly end: number } | null {
  form.lastIndex = from;
  const match = form.exec(line);
  return match === null ? null : { at: match.index, end: match.index + match[0].length };
}

function together(block: string): string {
  return block.split("\n").map(bare).join(" ").replace(/\s+/g, " ").trim();
}

function bare(line: string): string {
  return line
    .trim()
    .replace(/^[*!]+/, "")
    .trim();
}

function withoutEnd(text: string): string {
  return text
    .trim()
    .replace(/(?:\*\/|--!?>|-\}|\*\))$/, "")
    .trim();
}
