import {
  argumentsOf,
  identifiersIn,
  isCall,
  isFunction,
  isIdentifier,
  isNumber,
  isString,
  nameOf,
} from "../../syntax/node-kinds.ts";
import { bindingsOf } from "../../syntax/bindings.ts";
import { isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Lookup } from "./slice.ts";

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
    const names = new Set(given.flatMap((one) => [...identifiersIn(one)]));
    for (const name of names) found.set(name, [...(found.get(name) ?? []), { node, taker }]);
  }
  known.set(root, found);
  return found;
}

const heldBy = new WeakMap<SyntaxNode, ReadonlyMap<string, ReadonlySet<string>>>();

/** Names of a file by the names of what holds them: `log` by `site`, a double whose functions write to it. Read once a file. */
function holdersIn(root: SyntaxNode): ReadonlyMap<string, ReadonlySet<string>> {
  const before = heldBy.get(root);
  if (before !== undefined) return before;
  const found = new Map<string, Set<string>>();
  for (const [holder, values] of bindingsOf(root))
    for (const value of values.filter((one) => one.end - one.start <= maxDouble))
      for (const node of nodesIn(value))
        if (isIdentifier(node) && nameOf(node) !== holder)
          found.set(nameOf(node), (found.get(nameOf(node)) ?? new Set()).add(holder));
  heldBy.set(root, found);
  return found;
}

/** Longer values are suites of tests. */
const maxDouble = 3_000;

/** Calls looked at for one name. */
const maxGivings = 20;

/**
 * What the names of a test stand for, with what the product did to them: an array that a callback fills, a recorder, a
 * buffer that is written to. `depends` says whether nodes come from the product.
 */
export function withSideEffects(
  lookup: Lookup,
  around: { readonly root: SyntaxNode; readonly elsewhere: readonly SyntaxNode[] },
  depends: (taker: readonly SyntaxNode[]) => boolean,
): Lookup {
  const givings = givingsIn(around.root);
  const holders = holdersIn(around.root);
  const seen = new Map<string, readonly SyntaxNode[]>();
  return (name) => {
    const values = lookup(name);
    if (values.length > 0 && values.every(isFixed)) return values;
    const before = seen.get(name);
    if (before !== undefined) return before;
    const names = [name, ...(holders.get(name) ?? [])].slice(0, maxGivings);
    const takers = [...new Set(names.flatMap((one) => givings.get(one) ?? []))]
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
