import type { Unit } from "./product.ts";
import type { Literal } from "../demands/literals.ts";
import type { SyntaxNode } from "../../syntax/syntax-node.ts";
import { findLiteral } from "./find-literal.ts";
/** The unit, nearest first, that holds a literal, and where; `near` is as for `findLiteral`. */
export function findInUnits(
  units: readonly Unit[],
  literal: Literal,
  near: boolean,
): { unit: Unit; node: SyntaxNode } | null {
  for (const nearly of near ? [false, true] : [false]) {
    for (const unit of units) {
      const node = findLiteral(unit.values, literal, nearly);
      if (node !== null) return { unit, node };
    }
  }
  return null;
}
