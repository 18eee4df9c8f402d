import { bindingsOf } from "../../syntax/bindings.ts";
import {
  identifiersIn,
  isCondition,
  isFunction,
  isIdentifier,
  isReturn,
  nameOf,
} from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { valuesIn } from "../../syntax/values.ts";
import { conditionOf, thenOf } from "../source/comparisons.ts";
import type { Demand } from "../demands/demands.ts";
import { stemsOf } from "../demands/stems.ts";
import { findLiteral, isLookedFor } from "../source/find-literal.ts";
import type { Unit } from "../source/product.ts";
import { type Contradiction, contradictionAt } from "./contradiction.ts";

const flagWord = /flags?$|features?$|toggles?$|experiments?$|rollouts?$|switches$|enabled$|enable[A-Z_]/i;

/**
 * The switch that a condition of a tagged function asks for, where the source itself sets it to off and never to on, and the
 * entry does not speak of it: what the entry asks for is not done unless somebody turns it on. Null where there is none.
 */
export function disabledFlag(
  { text, demand }: { readonly text: string; readonly demand: Demand },
  tagged: readonly Unit[],
  everywhere: readonly Unit[],
): Contradiction | null {
  const spoken = stemsOf(text);
  for (const unit of tagged.filter(({ kind }) => kind === "function")) {
    for (const node of nodesIn(unit.node)) {
      const condition = isCondition(node) ? conditionOf(node) : null;
      if (condition === null || !isOf(demand, node, condition, unit, everywhere)) continue;
      for (const name of switchesIn(condition, everywhere)) {
        const isSpoken = [...stemsOf(name)].some((stem) => spoken.has(stem));
        if (!isSpoken && isAlwaysOff(name, everywhere))
          return contradictionAt(
            unit,
            node,
            `It is done only if \`${name}\` is on, and the code sets that to off.`,
          );
      }
    }
  }
  return null;
}

/** The branch, or what a guard keeps from being reached, holds something that the demand fixes. */
function isOf(
  { literals }: Demand,
  node: SyntaxNode,
  condition: SyntaxNode,
  unit: Unit,
  units: readonly Unit[],
): boolean {
  const isGuard = /^\(?\s*(?:!|not\b)/.test(condition.text) && [...nodesIn(thenOf(node))].some(isReturn);
  const held = valuesIn([isGuard ? unit.node : node, ...constantsOf(condition, units)]);
  return literals.some((literal) => isLookedFor(literal) && findLiteral(held, literal) !== null);
}

/** What stands for the names of a condition, at the top of files. */
function constantsOf(node: SyntaxNode, units: readonly Unit[]): readonly SyntaxNode[] {
  const names = identifiersIn(node);
  return units.flatMap(({ kind, node: top }) =>
    kind === "top"
      ? [...bindingsOf(top)].flatMap(([name, values]) =>
          names.has(name)
            ? values.filter((value) => !isFunction(value) && value.end - value.start < 120)
            : [],
        )
      : [],
  );
}

/** Members of what is called flags or features, and names that say so themselves. */
function switchesIn(condition: SyntaxNode, units: readonly Unit[]): readonly string[] {
  const names = [...nodesIn(condition)].filter(isIdentifier).map(nameOf);
  return names.filter(
    (name, i) =>
      !flagContainer.test(name) &&
      (flagWord.test(name) || flagContainer.test(names[i - 1] ?? "") || isKeptAmongFlags(name, units)),
  );
}

function isKeptAmongFlags(name: string, units: readonly Unit[]): boolean {
  const key = new RegExp(`\\b${name.replace(/\W/g, "")}["']?\\s{0,9}[:=]`);
  return units.some(
    ({ kind, node }) =>
      kind === "top" &&
      [...bindingsOf(node)].some(
        ([holder, values]) => flagContainer.test(holder) && values.some(({ text }) => key.test(text)),
      ),
  );
}

const flagContainer = /^\w*(?:flags?|features?|toggles?|experiments?)$/i;

function isAlwaysOff(name: string, units: readonly Unit[]): boolean {
  const texts = units.filter(({ kind }) => kind === "top").map(({ node }) => node.text);
  const given = (value: string): RegExp =>
    new RegExp(
      `(?<![\\w.])["']?${name.replace(/\W/g, "")}["']?\\s{0,9}(?::\\s{0,9}\\w{1,20}\\s{0,9})?(?:[:=]|=>)\\s{0,9}${value}\\b`,
    );
  const isGiven = (value: string): boolean => texts.some((text) => given(value).test(text));
  const assigned = new RegExp(`\\.${name.replace(/\W/g, "")}\\s{0,9}=(?!=)`);
  return (
    isGiven("(?:false|False)") && !isGiven("(?:true|True)") && !texts.some((text) => assigned.test(text))
  );
}
