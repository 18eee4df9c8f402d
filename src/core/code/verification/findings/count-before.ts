import { isIdentifier, nameOf } from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Unit } from "../source/product.ts";

const counts = /^(?:count|length|size|len|Count|Length|Size|Len|count_of|mb_strlen|sizeof)$/;

/**
 * Whether what a condition measures is how many there are before another one is added, further down in the function:
 * `if (items.length >= 5) throw …; items.push(item)`, `if n >= 8 { return err }; n++`.
 */
export function isCountBefore(subject: SyntaxNode, condition: SyntaxNode, { node }: Unit): boolean {
  if (!/^[\w$@.?()>!-]{1,80}$/.test(subject.text)) return false;
  const names = [...nodesIn(subject)].filter(isIdentifier).map(nameOf);
  const measured = names.filter((name) => !counts.test(name));
  const base = measured.at(-1)?.replace(/\W/g, "") ?? "";
  if (base === "") return false;
  const after = node.text.slice(condition.end - node.start);
  const isCounted = measured.length < names.length;
  const grows = isCounted
    ? `${base}\\b\\)?\\s*(?:(?:\\.|->|\\?\\.|!\\.)(?:push|append|add|Add|insert|put|set|Enqueue|enqueue|unshift|addLast|add_all|push_back)\\b|<<|\\[[^\\]\\n]{0,60}\\]\\s*=(?!=)|\\+=)|(?:append\\(|\\.\\.\\.|\\|\\s*)[\\w$@.]{0,40}${base}\\b`
    : `${base}\\b\\s*(?:\\+\\+|\\+=\\s*1\\b)|\\+\\+[\\w$@.]{0,40}${base}\\b`;
  return new RegExp(`(?<![\\w])${grows}`).test(after);
}
