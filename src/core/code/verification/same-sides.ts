import { argumentsOf, calleeNames, isCall, isFunction } from "../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../syntax/syntax-node.ts";

/** Both sides of a comparison are the same text: it holds whatever the code does. */
export function isSameBothSides(node: SyntaxNode): boolean {
  for (const one of nodesIn(node, (inner) => !isFunction(inner))) {
    if (/comparison_operator|binary|equality_expression|comparison_expression/.test(one.type)) {
      const [left, right] = one.children.filter(({ named }) => named);
      if (
        left !== undefined &&
        right !== undefined &&
        /==|\bis\b|===/.test(one.text) &&
        left.text === right.text
      )
        return true;
    }
    if (!isCall(one)) continue;
    const given = argumentsOf(one).map(({ text }) => text);
    if (
      given.length >= 2 &&
      given[0] === given[1] &&
      /equal|same|eq|toBe|is/i.test(calleeNames(one).join("."))
    )
      return true;
    const subject = calleeNames(one)[0] === "expect" ? expected(one) : null;
    if (subject !== null && given[0] === subject && !calleeNames(one).includes("not")) return true;
  }
  return false;
}

/** The text inside `expect(…)` of a chain whose matcher this call is. */
function expected(matcher: SyntaxNode): string | null {
  const inner = [...nodesIn(matcher)].find(
    (node) =>
      node !== matcher && isCall(node) && calleeNames(node).length === 1 && calleeNames(node)[0] === "expect",
  );
  return inner === undefined ? null : (argumentsOf(inner)[0]?.text ?? null);
}
