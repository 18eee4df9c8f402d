import { calleeNames, isCall } from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { sliceOf, type Lookup } from "./slice.ts";
import { isOfProduct, type Product } from "../source/product.ts";
import { builtIn } from "./depends-on-product.ts";
import { comparedPairs } from "./self-comparison.ts";

type Sides = readonly [ReadonlySet<string>, ReadonlySet<string>];

export interface Compared {
  /** Both of what it compares are worked out by the product. */
  readonly isOfItself: boolean;
  /** Functions of the product that each side of what it compares calls. */
  readonly sides: readonly Sides[];
}

/** What the two sides of its comparisons call of the product. */
export function comparedSides(assertion: SyntaxNode, lookup: Lookup, product: Product): Compared {
  const sides = sidesOf(assertion, lookup, product);
  return { sides, isOfItself: sides.some(([left, right]) => left.size > 0 && right.size > 0) };
}

/** Functions of the product that the sides of each comparison for equality call. */
function sidesOf(assertion: SyntaxNode, lookup: Lookup, product: Product): readonly Sides[] {
  const called = (side: SyntaxNode): ReadonlySet<string> =>
    new Set(
      sliceOf(side, lookup)
        .flatMap((node) => [...nodesIn(node)].filter(isCall))
        .filter((call) => !isOfLanguage(calleeNames(call), product))
        .map((call) => calleeNames(call).at(-1) ?? "")
        .filter((name) => product.byName.get(name)?.some(({ kind }) => kind === "function")),
    );
  return comparedPairs(assertion).map(([left, right]) => [called(left), called(right)] as const);
}

/** `Optional.of(x)`, whatever the product calls `of`. */
function isOfLanguage(names: readonly string[], product: Product): boolean {
  const [first = ""] = names;
  return names.length > 1 && /^[A-Z]/.test(first) && builtIn.has(first) && !isOfProduct(product, first);
}
