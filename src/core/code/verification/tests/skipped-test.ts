import { declaredName } from "../../syntax/bindings.ts";
import { calleeNames, isCall, isFunction, isString } from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, rootOf, type SyntaxNode } from "../../syntax/syntax-node.ts";

/** `xit`, `it.skip`, `{ skip: true }`, `skip: true`, `:pending`. */
export function isSkippedCall(
  names: readonly string[],
  given: readonly SyntaxNode[],
  functions: readonly SyntaxNode[],
): boolean {
  const [first = ""] = names;
  const words = names.slice(0, 3).join(".");
  const options = given.filter(
    (one) => !isString(one) && !functions.some((body) => isInside(body, one) || isInside(one, body)),
  );
  return (
    /^x/.test(first) ||
    /\.(?:skip|todo|fixme|skipIf)\b/.test(words) ||
    options.some(({ text }) => /\bskip\b(?!\s*[:=]\s*(?:false|nil|null))|:pending\b/.test(text)) ||
    given.some(({ type, text }) => /named_argument|label/.test(type) && /^skip\b/.test(text))
  );
}

const skipCalls =
  /^(?:skip|skipTest|SkipNow|Skip|Skipf|markTestSkipped|markTestIncomplete|pending|XCTSkip|skip!|omit|abort)$/;

/** A test that skips itself first thing. */
export function ownSkip(body: SyntaxNode, isGroup: boolean): string | null {
  if (isGroup) return null;
  for (const node of nodesIn(body, (inner) => inner === body || !isFunction(inner))) {
    if (!isCall(node) || !skipCalls.test(calleeNames(node).at(-1) ?? "") || calleeNames(node)[0] === "Assume")
      continue;
    const condition = [...above(node)].find(
      (outer) =>
        isInside(outer, body) && outer !== body && /if|when|case|catch|match|guard|unless/.test(outer.type),
    );
    if (condition === undefined || isFixed(condition))
      return isDeclaredAround(node, calleeNames(node).join(".")) ? null : "it skips itself";
  }
  return null;
}

/** A function of the file's own is no word of a framework, whatever it is called. */
function isDeclaredAround(node: SyntaxNode, name: string): boolean {
  return [...nodesIn(rootOf(node))].some((one) => isFunction(one) && declaredName(one) === name);
}

/** A comparison of constants: it comes out alike on every machine. */
function isFixed({ text }: SyntaxNode): boolean {
  return /^(?:if|unless)\s{0,20}\(?\s{0,20}(?:[A-Z]\w{1,80}|\d[\d_]{0,20})\s{0,20}(?:[<>]=?|[!=]==?)\s{0,20}(?:[A-Z]\w{1,80}|\d[\d_]{0,20})\s{0,20}[){:\n]/.test(
    text,
  );
}
