import { joinsList, literalOver } from "./literals.ts";
import { statements } from "./statements.ts";
import { linesOfCode, lineWithoutComments } from "./uncommented.ts";

/** Lines that are one text together. */
interface FoldedLines {
  readonly text: string;
  readonly first: number;
  readonly last: number;
}

const longest = 4_000;
const mostLines = 40;
const awaitsValue = /(?:[=:(]|=>|\breturn)\s{0,9}$/;
const isValue = /^\s{0,200}(?:[bBfFrRuULN@$]{0,2}#{0,9})?["'`]/;

/**
 * Where a literal goes on in the next line, or begins there as the value of what the line names, or is part of a list that is joined over
 * lines. Lines of comments and blank ones between count as none.
 */
export function foldedLines(all: readonly string[]): readonly FoldedLines[] {
  const places = linesOfCode(all);
  const lines = places.map((at) => all[at] ?? "");
  const placed = ({ text, first, last }: FoldedLines): FoldedLines => ({
    text,
    first: places[first] ?? first,
    last: places[last] ?? last,
  });
  return [...literalsOver(lines), ...listsOver(lines)].map(placed);
}

function listsOver(lines: readonly string[]): readonly FoldedLines[] {
  return statements(lines.map(lineWithoutComments))
    .filter(({ text }) => joinsList(text))
    .map(({ text, lineAt }) => ({ text, first: lineAt(0), last: lineAt(text.length - 1) }));
}

function literalsOver(lines: readonly string[]): readonly FoldedLines[] {
  const found: FoldedLines[] = [];
  for (let first = 0; first < lines.length; first += 1) {
    let [text, last] = [lines[first] ?? "", first];
    for (let next = lines[last + 1]; next !== undefined; next = lines[last + 1]) {
      const together = folded(text, next);
      if (together === null || together.length > longest || last - first >= mostLines) break;
      text = together;
      last += 1;
    }
    if (last > first) found.push({ text, first, last });
    first = last;
  }
  return found;
}

function folded(line: string, next: string): string | null {
  if (line.length + next.length > longest) return null;
  if (/\\z?$/.test(line)) return line.replace(/\\z?$/, "") + next.trimStart();
  const [bare, follows] = [lineWithoutComments(line), lineWithoutComments(next)];
  const over = literalOver(line, next) ?? literalOver(bare, follows);
  if (over !== null) return over.join("");
  return awaitsValue.test(bare) && isValue.test(follows) ? `${bare} ${follows.trimStart()}` : null;
}
