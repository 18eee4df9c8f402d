import { type SyntaxNode, nodesIn } from "../../syntax/syntax-node.ts";
import { isComment, isString } from "../../syntax/node-kinds.ts";
/** A part of a file that a judge is shown, without comments; `line` is that of its first line. */
export interface Excerpt {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Characters of code, and of tests, that one entry may show. */
export const maxShown = 16_000;

export function excerptOf(file: string, node: SyntaxNode): Excerpt {
  return { file, line: node.line, text: withoutComments(node) };
}

/** As many excerpts as `most` characters hold; the last one may be cut, at a line. */
export function bounded(excerpts: readonly Excerpt[], most = maxShown): readonly Excerpt[] {
  let left = most;
  return excerpts.flatMap((excerpt) => {
    if (left < 200) return [];
    const text = cutAtLine(excerpt.text, left);
    left -= text.length;
    return [{ ...excerpt, text }];
  });
}

/** Whole lines, and a word where some are left out. */
export function cutAtLine(text: string, most: number): string {
  return text.length <= most
    ? text
    : `${text.slice(0, text.lastIndexOf("\n", most - 40))}\n(the rest is left out)`;
}

/** A node's text with comments and documentation blanked, every line kept: nothing in them can speak to a judge. */
export function withoutComments(node: SyntaxNode): string {
  let text = node.text;
  for (const one of nodesIn(node)) {
    if (!isComment(one) && !isDocString(one)) continue;
    const from = one.start - node.start;
    text = text.slice(0, from) + one.text.replace(/[^\n]/g, " ") + text.slice(from + one.text.length);
  }
  return text
    .split("\n")
    .map((line) => line.trimEnd())
    .join("\n");
}

function isDocString(node: SyntaxNode): boolean {
  return isString(node) && node.parent?.type === "expression_statement" && node.parent.children.length === 1;
}
