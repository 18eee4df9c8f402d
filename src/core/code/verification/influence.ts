import {
  argumentsOf,
  isCall,
  isFunction,
  isIdentifier,
  isNumber,
  isString,
  nameOf,
} from "../syntax/node-kinds.ts";
import { isInside, nodesIn, type SyntaxNode } from "../syntax/syntax-node.ts";
import type { Lookup } from "./closure.ts";

/** A call, or a literal of a type, that is given things: what it is makes of them what they are afterwards. */
interface Giving {
  readonly node: SyntaxNode;
  readonly taker: readonly SyntaxNode[];
}

const known = new WeakMap<SyntaxNode, ReadonlyMap<string, readonly Giving[]>>();

/** Names of a file by the calls that are given them, also inside of a callback. Read once a file. */
function givingsIn(root: SyntaxNode): ReadonlyMap<string, readonly Giving[]> {
  const before = known.get(root);
  if (before !== undefined) return before;
  const found = new Map<string, Giving[]>();
  for (const node of nodesIn(root)) {
    const isLiteral = node.type === "composite_literal";
    if (!isCall(node) && !isLiteral) continue;
    const given = isLiteral ? node.children.slice(1) : argumentsOf(node);
    const taker = node.children.filter((child) => !given.some((one) => isInside(one, child)));
    const names = new Set(given.flatMap((one) => [...nodesIn(one)].filter(isIdentifier).map(nameOf)));
    for (const name of names) found.set(name, [...(found.get(name) ?? []), { node, taker }]);
  }
  known.set(root, found);
  return found;
}

/** Calls looked at for one name. */
const maxGivings = 20;

/**
 * What the names of a test stand for, with what the product did to them: an array that a callback fills, a recorder, a
 * buffer that is written to. `depends` says whether nodes come from the product.
 */
export function withInfluence(
  lookup: Lookup,
  around: { readonly root: SyntaxNode; readonly elsewhere: readonly SyntaxNode[] },
  depends: (taker: readonly SyntaxNode[]) => boolean,
): Lookup {
  const givings = givingsIn(around.root);
  const seen = new Map<string, readonly SyntaxNode[]>();
  return (name) => {
    const values = lookup(name);
    if (values.length > 0 && values.every(isFixed)) return values;
    const before = seen.get(name);
    if (before !== undefined) return before;
    const takers = (givings.get(name) ?? [])
      .filter(({ node }) => !around.elsewhere.some((other) => isInside(node, other)))
      .slice(0, maxGivings)
      .filter(({ taker }) => depends(taker))
      .flatMap(({ taker }) => taker);
    const all = takers.length === 0 ? values : [...values, ...takers];
    seen.set(name, all);
    return all;
  };
}

/** Nothing that is given this can change it. */
function isFixed(node: SyntaxNode): boolean {
  return (
    isString(node) || isNumber(node) || isFunction(node) || /^(?:true|false|null|nil|none)$/i.test(node.text)
  );
}
