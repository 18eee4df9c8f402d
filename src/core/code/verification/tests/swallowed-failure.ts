import { calleeNames, isCall, isHandler, isRaise } from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { assertionHead, isFailCall } from "./assertion-names.ts";

/** Inside a `try` whose handler lets every failure pass, or in a handler that is entered only if something fails. */
export function isSwallowed(region: SyntaxNode, body: SyntaxNode): boolean {
  let inner: SyntaxNode = region;
  for (const outer of above(region)) {
    if (!isInside(outer, body)) return false;
    if (isHandler(inner) && !failsWithout(inner, body)) return true;
    if (
      !isHandler(inner) &&
      outer.children.some(isHandler) &&
      outer.children.filter(isHandler).some((handler) => takesAll(handler))
    )
      return true;
    if (isCall(outer) && calleeNames(outer).at(-1) === "suppress") return true;
    if (outer.type === "with_statement" && /\bsuppress\(/.test(outer.text.split("\n", 1)[0] ?? ""))
      return true;
    inner = outer;
  }
  return false;
}

function takesAll(handler: SyntaxNode): boolean {
  const inside = [...nodesIn(handler)];
  if (
    inside.some(
      (node) =>
        isRaise(node) ||
        isFailCall(node) ||
        (isCall(node) && assertionHead.test(calleeNames(node)[0] ?? "")) ||
        node.type === "assert_statement",
    )
  )
    return false;
  return !/^(?:catch|except|rescue)\s{0,20}\(?\s{0,20}(?:\w{1,80}\s{0,20}:\s{0,20})?(?!Exception|Throwable|Error|StandardError|BaseException|AssertionError|System\.Exception|_)\w{0,80}(?:Error|Exception|Failure)\b/.test(
    handler.text,
  );
}

/** A handler that asserts is only good when the test fails where nothing was thrown. */
function failsWithout(handler: SyntaxNode, body: SyntaxNode): boolean {
  const tried = handler.parent;
  if (tried === null || /expect\.(?:assertions|hasAssertions)|t\.plan|assert\.expect/.test(body.text))
    return true;
  return [...nodesIn(tried, (node) => node === tried || !isHandler(node))].some(
    (node) =>
      isFailCall(node) ||
      (isRaise(node) && !isCall(node)) ||
      (isCall(node) && /fail/i.test(calleeNames(node).join("."))),
  );
}
