import { withoutEscapes } from "./escapes.ts";
import { partner, quoted } from "./quoted.ts";
import { lineWithoutComments } from "./uncommented.ts";

/** Literals of a file that follow each other, as one text. */
interface Scattered {
  readonly text: string;
  /** Lines, from 0, of the first and of each literal, with where it begins in the text. */
  readonly parts: readonly { readonly line: number; readonly at: number }[];
}

const literal = /"((?:[^"\\]|\\.){0,400})"|'((?:[^'\\]|\\.){0,400})'|`((?:[^`\\]|\\.){0,400})`/g;
/** What a function that puts texts together is told by a literal: `%s`, `{}`, `{0}`, `%@`. */
const placeholders = /%[-\d.]{0,4}[sdvq@]|\{\d{0,2}\}/g;
const opensWords = /(?:%[wWiI]|\bqw\s?|~w)([([{<|!])[\w\s.-]{0,200}$/;
const longest = 400;
const mostParts = 40;

interface Part {
  readonly text: string;
  readonly line: number;
}

/**
 * From each literal of a text on, it and those that follow, whatever joins them: a list, a function, a second statement. A literal
 * with a blank within is none of a key, and ends what came before. `begins` says whether such a text may be of use.
 */
export function scattered(lines: readonly string[], begins: RegExp): readonly Scattered[] {
  return runsOf(lines).flatMap((run) =>
    run.flatMap((_part, first): readonly Scattered[] => {
      const one = together(run.slice(first, first + mostParts));
      return one.parts.length > 1 && begins.test(one.text) ? [one] : [];
    }),
  );
}

function runsOf(lines: readonly string[]): readonly (readonly Part[])[] {
  const runs: Part[][] = [[]];
  const isOfWords = linesOfWords(lines);
  for (const [line, text] of lines.entries())
    for (const part of isOfWords.has(line) ? text.split(/[^\w.-]+/) : literalsOf(text))
      if (/\s/.test(part)) runs.push([]);
      else if (part !== "") runs.at(-1)?.push({ text: part, line });
  return runs.filter((run) => run.length > 1);
}

/** Lines of a list of words that ends in another line than it begins: `%w[`. */
function linesOfWords(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  let closing = "";
  for (const [at, line] of lines.entries()) {
    const opened = closing === "" ? opensWords.exec(line)?.[1] : undefined;
    if (closing !== "" || opened !== undefined) found.add(at);
    closing = opened === undefined ? (line.includes(closing) ? "" : closing) : partner(opened);
  }
  return found;
}

function literalsOf(line: string): readonly string[] {
  if (!/["'`%~[{/]/.test(line)) return [];
  const code = lineWithoutComments(` ${withoutEscapes(line).at(-1) ?? line}`);
  return [...quoted(code).matchAll(literal)].map(([, double, single, back]) =>
    (double ?? single ?? back ?? "").replace(placeholders, "").trim(),
  );
}

function together(run: readonly Part[]): Scattered {
  const parts: { line: number; at: number }[] = [];
  let text = "";
  for (const { text: piece, line } of run) {
    if (text.length + piece.length > longest) break;
    parts.push({ line, at: text.length });
    text += piece;
  }
  return { text, parts };
}
