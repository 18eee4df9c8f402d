import type { Demand } from "./demands/demands.ts";
import type { EntryEvidence } from "./evidence.ts";
import { type Contradiction, contradictionAt } from "./findings/contradiction.ts";
import { wrongOrder } from "./findings/wrong-order.ts";
import { invertedResult } from "./findings/inverted-result.ts";
import { wrongTimeUnit } from "./findings/wrong-time-unit.ts";
import { forbiddenAction } from "./findings/forbidden-action.ts";
import { unraisedError } from "./findings/unraised-error.ts";
import { missingComparison } from "./findings/missing-comparison.ts";
import { disabledFlag } from "./findings/disabled-flag.ts";
import { bypassedFunction } from "./findings/bypassed-function.ts";
import type { Unit } from "./source/product.ts";
import { failuresAsked, offByOneCount } from "./findings/off-by-one-count.ts";
import { offByOneLimit } from "./findings/off-by-one-limit.ts";
import { invertedCondition } from "./findings/inverted-condition.ts";
import { type SyntaxNode, nodesIn } from "../syntax/syntax-node.ts";
import { isFunction, isCondition } from "../syntax/node-kinds.ts";
/** Units looked through for one demand, nearest first. */
const maxUnits = 300;

/** What in the code says the opposite of the demand, or that it is not done; null where nothing does. */
export function contradictionOf(demand: Demand, evidence: EntryEvidence): Contradiction | null {
  const { text, near, tagged, seconds, foreign, product } = evidence;
  const units = near.filter((unit) => !foreign.has(unit));
  const nearest = units.slice(0, maxUnits);
  return (
    wrongOrder(demand, tagged, nearest) ??
    firstOf(nearest, (unit) => invertedResult(demand, unit) ?? wrongTimeUnit(demand, unit, units, seconds)) ??
    forbiddenAction(demand, near.slice(0, maxUnits)) ??
    unraisedError(demand, product.units) ??
    missingComparison(demand.quote, tagged, near) ??
    disabledFlag({ text, demand }, tagged, product.units) ??
    bypassedFunction(demand.quote, evidence) ??
    wrongCondition(demand, nearest, units)
  );
}

/** A condition that draws the demand's limit one off, or that holds when it should not. */
function wrongCondition(
  demand: Demand,
  nearest: readonly Unit[],
  units: readonly Unit[],
): Contradiction | null {
  const failures = failuresAsked(demand.quote);
  const isAsked =
    failures.length > 0 || demand.bounds.length > 0 || demand.literals.some(({ isResult }) => isResult);
  const functions = isAsked ? nearest.filter(({ kind }) => kind === "function") : [];
  return firstOf(functions, (unit) =>
    firstOf(conditionsOf(unit), (node) => {
      const because =
        offByOneLimit(demand, node, unit, units) ??
        offByOneCount(failures, node, unit, units) ??
        invertedCondition(demand, node, units);
      return because === null ? null : contradictionAt(unit, node, because);
    }),
  );
}

/** Those of a function, but not of the functions in it. */
function conditionsOf({ node: body }: Unit): readonly SyntaxNode[] {
  return [...nodesIn(body, (node) => node === body || !isFunction(node))].filter(isCondition);
}

function firstOf<T>(items: readonly T[], find: (item: T) => Contradiction | null): Contradiction | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
