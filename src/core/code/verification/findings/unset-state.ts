import {
  argumentsOf,
  calleeNames,
  isCall,
  isCondition,
  isFunction,
  isIdentifier,
  isString,
  nameOf,
  stringValue,
} from "../../syntax/node-kinds.ts";
import { plainWord } from "../../syntax/values.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { wordsBefore, type Demand } from "../demands/demands.ts";
import type { Literal } from "../demands/literals.ts";
import type { Unit } from "../source/product.ts";

/**
 * The state that a demand asks a thing to change to, where code only tells others of it: every place that names it hands it
 * to functions of the source that assign nothing. Null where something sets it, or nothing names it.
 */
export function unsetState(demand: Demand, near: readonly Unit[], units: readonly Unit[]): Literal | null {
  if (demand.kind !== "state change") return null;
  return (
    demand.literals.find((literal) => {
      if (literal.kind !== "string" || !isTarget(demand, literal)) return false;
      const uses = near
        .filter(({ kind }) => kind === "function")
        .flatMap(({ node }) => usesOf(literal, node));
      return uses.length > 0 && uses.every((node) => isToldOnly(node, units));
    }) ?? null
  );
}

/** Whether a function of the code gives something this value. */
export function setsState(literal: Literal, units: readonly Unit[]): boolean {
  return units.some(
    ({ kind, node }) =>
      kind === "function" &&
      usesOf(literal, node).some((use) => {
        const outer = [...above(use)];
        const end = outer.findIndex((one) => isFunction(one) || isCondition(one));
        return outer.slice(0, end < 0 ? undefined : end).some((one) => assigns(one) && isGiven(use, one));
      }),
  );
}

/** On the right of an assignment. */
function isGiven(use: SyntaxNode, { children }: SyntaxNode): boolean {
  const last = children.at(-1);
  return last !== undefined && isInside(use, last);
}

/** `to X`, `becomes X`, `is set to X`. */
function isTarget(demand: Demand, literal: Literal): boolean {
  return /\b(?:to|becomes?|enters?|is)\s+(?:the\s+)?(?:state\s+)?$/i.test(wordsBefore(demand, literal));
}

function usesOf({ text }: Literal, body: SyntaxNode): readonly SyntaxNode[] {
  const wanted = plainWord(text);
  return [...nodesIn(body)].filter(
    (node) =>
      (isIdentifier(node) && plainWord(nameOf(node)) === wanted) ||
      (isString(node) && plainWord(stringValue(node)) === wanted),
  );
}

function isToldOnly(node: SyntaxNode, units: readonly Unit[]): boolean {
  for (const outer of above(node)) {
    if (isFunction(outer) || isCondition(outer) || assigns(outer)) return false;
    if (!isCall(outer) || !argumentsOf(outer).some((given) => isInside(node, given))) continue;
    const name = calleeNames(outer).at(-1) ?? "";
    const called = units.filter((unit) => unit.kind === "function" && unit.name === name);
    return called.length > 0 && !called.some((unit) => changesSomething(unit, units, 2));
  }
  return false;
}

function assigns({ type }: SyntaxNode): boolean {
  return /assign|augmented|let_declaration|declarator|short_var|pair|property_declaration/.test(type);
}

function changesSomething({ node, mentions }: Unit, units: readonly Unit[], depth: number): boolean {
  if ([...nodesIn(node)].some(assigns)) return true;
  if (depth === 0) return false;
  return units.some(
    (other) =>
      other.kind === "function" &&
      other.node !== node &&
      other.name !== null &&
      mentions.has(other.name) &&
      changesSomething(other, units, depth - 1),
  );
}
