import { type Demand, isBounded } from "../demands/demands.ts";
import { type Literal, listedLiterals } from "../demands/literals.ts";
import type { EntryEvidence } from "../evidence.ts";
import { findInUnits } from "../source/find-in-units.ts";
import { findLiteral } from "../source/find-literal.ts";
import type { Unit } from "../source/product.ts";
/** The code stands where the entry's tests never get to; as a sentence, or null. */
export function unreachedCode(
  demand: Demand,
  wanted: readonly Literal[],
  { near, reached, tagged }: EntryEvidence,
): string | null {
  if (reached === null) return null;
  const values = wanted
    .filter(({ kind }) => kind !== "name")
    .filter((literal) => findInUnits(near, literal, isBounded(demand, literal)) !== null);
  const results = values.filter(({ isResult }) => isResult);
  const isAside = (literal: Literal): boolean =>
    !near.some(
      (unit) =>
        isReached(unit, reached) && findLiteral(unit.values, literal, isBounded(demand, literal)) !== null,
    );
  const aside = (results.length > 0 ? results : values).filter(isAside);
  if (results.length > 0 ? aside.length > 0 : aside.length > 0 && aside.length === values.length)
    return `The tests never get to the code that holds ${listedLiterals(aside)}.`;
  const isLost = values.length === 0 && tagged.length > 0 && !tagged.some((unit) => isReached(unit, reached));
  return isLost ? "The tests never get to the code that is tagged with it." : null;
}

/** Operators, and what languages call by themselves: nothing mentions them by name. */
const isImplicit =
  /^\W{1,3}$|^operator|^__\w+__$|^(?:to_s|to_str|each|call|coerce|toString|equals|hashCode|compareTo|invoke|plus|minus|times|div|fmt|add|sub|mul|next|drop|eq|cmp|partial_cmp|from|into|deref|index|deinit|subscript|String|Error|MarshalJSON|UnmarshalJSON|Less|Len|Swap|Dispose|description)$/;

function isReached(unit: Unit, reached: ReadonlySet<Unit>): boolean {
  return (
    unit.kind === "top" ||
    reached.has(unit) ||
    (isImplicit.test(unit.name ?? "") && [...reached].some(({ file }) => file === unit.file)) ||
    // What stands in another function, or a type, is run by way of it.
    [...reached].some(({ owner }) => owner === unit)
  );
}
