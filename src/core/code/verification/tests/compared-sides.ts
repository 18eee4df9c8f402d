import {
  argumentsOf,
  calleeNames,
  isBlock,
  isCall,
  isFunction,
  isIdentifier,
  nameOf,
} from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isOfProduct, type Product } from "../source/product.ts";
import { builtIn } from "./depends-on-product.ts";
import { isMember, type Lookup, sliceOf } from "./slice.ts";

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

/**
 * Both sides of a comparison are the same text, also when what the names in it stand for is put in their place: it holds
 * whatever the code does.
 */
export function isSelfComparison(node: SyntaxNode, lookup: Lookup = () => []): boolean {
  return [...nodesIn(node, (inner) => !isFunction(inner))].some(
    (one) => comparesSame(one, lookup) || (isCall(one) && callsSame(one, lookup)),
  );
}

/** What an assertion compares for equality, in pairs. */
function comparedPairs(node: SyntaxNode): readonly (readonly [SyntaxNode, SyntaxNode])[] {
  return [...nodesIn(node, (inner) => !isFunction(inner))].flatMap((one) => {
    const [first, second] = isCall(one) ? pairOf(one) : one.children.filter(({ named }) => named);
    const isEqual = isCall(one) || (comparison.test(one.type) && /[^!<>]==/.test(one.text));
    return isEqual && first !== undefined && second !== undefined ? [[first, second] as const] : [];
  });
}

function pairOf(call: SyntaxNode): readonly SyntaxNode[] {
  const names = calleeNames(call);
  const given = argumentsOf(call);
  if (names[0] === "expect" && !names.includes("not")) {
    const subject = /^to(?:Be|Equal|StrictEqual)$/.test(names.at(-1) ?? "") ? expected(call) : null;
    return subject === null ? [] : [subject, ...given.slice(0, 1)];
  }
  return /equal|same|assert_eq/i.test(names.at(-1) ?? "") ? given.slice(0, 2) : [];
}

const comparison = /comparison_operator|binary|equality_expression|comparison_expression/;

function comparesSame(node: SyntaxNode, lookup: Lookup): boolean {
  if (!comparison.test(node.type)) return false;
  const [left, right] = node.children.filter(({ named }) => named);
  if (left === undefined || right === undefined) return false;
  return /==|\bis\b|===/.test(node.text) && isSame(left, right, lookup);
}

function callsSame(call: SyntaxNode, lookup: Lookup): boolean {
  const [first, second] = argumentsOf(call);
  const names = calleeNames(call);
  const isPair = first !== undefined && second !== undefined && isSame(first, second, lookup);
  if (isPair && /equal|same|eq|toBe|is/i.test(names.join("."))) return true;
  const subject = names[0] === "expect" && !names.includes("not") ? expected(call) : null;
  return subject !== null && first !== undefined && isSame(subject, first, lookup);
}

function isSame(left: SyntaxNode, right: SyntaxNode, lookup: Lookup): boolean {
  if (left.text === right.text || isReadAgain(left, right, lookup) || isReadAgain(right, left, lookup))
    return true;
  const spelled = left.text.includes("(") ? spelledOut(left, lookup) : null;
  return spelled !== null && spelled === spelledOut(right, lookup);
}

/** `kept` of `const kept = ticket.closedAt`, with nothing done since: the same is read twice. */
function isReadAgain(name: SyntaxNode, value: SyntaxNode, lookup: Lookup): boolean {
  if (!isIdentifier(name) || isIdentifier(value)) return false;
  const [given, ...more] = lookup(nameOf(name));
  if (given === undefined || more.length > 0 || given.text !== value.text) return false;
  const block = [...above(given)].find(isBlock);
  if (block === undefined || !isInside(value, block)) return false;
  return !block.children.some(
    (one) => one.named && one.start >= given.end && one.end <= value.start && mayChange(one),
  );
}

/** Whatever is called or assigned may change what is read. */
function mayChange(statement: SyntaxNode): boolean {
  return [...nodesIn(statement)].some((one) => isCall(one) || /assign|update|augmented/.test(one.type));
}

/** The text with names replaced by what they stand for, one step; null where a name stands for nothing, or for several things. */
function spelledOut(node: SyntaxNode, lookup: Lookup): string | null {
  const names = [...nodesIn(node)].filter((one) => isIdentifier(one) && !isMember(one));
  const parts: string[] = [];
  let at = node.start;
  for (const name of names) {
    const [value, ...more] = lookup(nameOf(name));
    if (value === undefined) continue;
    if (more.length > 0 || isFunction(value)) return null;
    parts.push(node.text.slice(at - node.start, name.start - node.start), value.text);
    at = name.end;
  }
  return at === node.start ? null : [...parts, node.text.slice(at - node.start)].join("");
}

/** What stands inside `expect(…)` of a chain whose matcher this call is. */
function expected(matcher: SyntaxNode): SyntaxNode | null {
  const inner = [...nodesIn(matcher)].find(
    (node) =>
      node !== matcher && isCall(node) && calleeNames(node).length === 1 && calleeNames(node)[0] === "expect",
  );
  return inner === undefined ? null : (argumentsOf(inner)[0] ?? null);
}
