import type { Demand } from "../demands/demands.ts";
import type { ReadAssertion } from "../tests/read-tests.ts";
import { isOfActions } from "../demands/ordered-actions.ts";
import { isCallCheck } from "../tests/test-doubles.ts";
import { type SyntaxNode, nodesIn } from "../../syntax/syntax-node.ts";
/** Why none of what is asserted would tell an order that a demand asks for; as a sentence, or null. */
export function unassertedOrder({ kind, quote }: Demand, asserted: readonly ReadAssertion[]): string | null {
  if (kind === "order" && seesNoOrder(asserted)) return "Its tests compare without the order.";
  return isOfActions(quote) && asserted.every(isCallCheck) ? "Its tests would pass in another order." : null;
}

const unordered =
  /\bset\(|\bSet\(|\bSet\.of\(|setOf\(|HashSet|InAnyOrder|ElementsMatch|assertCountEqual|arrayContaining|contain_exactly|match_array|ConsistOf|assertEqualsCanonicalizing|toBeEquivalent|sorted\(|\.sort(?:_by|ed)?\b|\.Sort\w*\(|sort\.\w+\(/;

const countsOnly = /\b(?:size|length|count|len|include\w*|contain\w*|Contains|empty|nil|null)\b|_includes\b/i;

/** Something is compared without its order, and nothing else that is asserted would tell one. */
export function seesNoOrder(asserted: readonly ReadAssertion[]): boolean {
  return (
    asserted.some(({ slice }) => isUnordered(slice)) &&
    asserted.every(({ assertion, slice }) => isUnordered(slice) || countsOnly.test(assertion.node.text))
  );
}

/** Whether what an assertion compares has lost its order before. */
function isUnordered(slice: readonly SyntaxNode[]): boolean {
  return slice.some(
    (node) =>
      unordered.test(node.text.slice(0, 400)) || [...nodesIn(node)].some(({ type }) => type === "set"),
  );
}
