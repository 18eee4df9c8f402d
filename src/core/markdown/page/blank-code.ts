import type { Nodes } from "mdast";
import { rangeOf } from "./source-range.ts";

/**
 * The source with blanks in place of its code, in which nothing is a formula or the call of a footnote. Code between dollar
 * signs is a formula, and stays.
 */
export function withBlankCode(tree: Nodes, source: string): string {
  let out = "";
  let at = 0;
  for (const [from, to] of codeIn(tree)) {
    if (from < at || source[from - 1] === "$" || source[to] === "$") continue;
    out += source.slice(at, from) + source.slice(from, to).replace(/[^\n]/g, " ");
    at = to;
  }
  return out + source.slice(at);
}

function codeIn(node: Nodes): readonly (readonly [from: number, to: number])[] {
  if (node.type === "inlineCode" || node.type === "code") return [rangeOf(node)];
  return "children" in node ? node.children.flatMap(codeIn) : [];
}
