import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isFunction } from "../../syntax/node-kinds.ts";
import { opposite } from "../source/comparisons.ts";

/**
 * A condition that holds whatever the code does: `n == 0 || n != 0`, `n <= 3 || n > 3`, and one of which a part is that a
 * number is not negative, so that the other part is never asked.
 */
export function isTautology(assertion: SyntaxNode): boolean {
  const start = assertion.text.slice(0, 400);
  if (eitherTruth.test(start) || eitherEnd.test(start)) return true;
  return [...nodesIn(assertion, (node) => node === assertion || !isFunction(node))].some((node) => {
    const parts = /^(?:assert\s|[\w.]+!?\()?/.test(node.text) ? eitherOf(node) : [];
    return (
      parts.length > 1 &&
      (parts.some(isNotNegative) ||
        parts.some((one, i) => parts.slice(i + 1).some((other) => areOpposite(one, other))))
    );
  });
}

/** `expect([true, false]).toContain(x)`, `assertThat(x).isIn(true, false)`, `assert x in (True, False)`. */
const eitherTruth =
  /\b(?:toContain|contain|include|isIn|oneOf|one_of|is_in|assertContains|Contains|assertIn|in|cover)\b[^]{0,60}(?<![\w,])\s?[[({]?\b(?:true\s?,\s?false|false\s?,\s?true)\s?[\])}]|^\W{0,3}\w{0,10}\(?[[{(]\s?(?:true\s?,\s?false|false\s?,\s?true)\s?[\])}]\)?[^]{0,40}\b(?:toContain|contains?|include\w*|any)\b/i;

/** `r.is_ok() || r.is_err()`, `x.isEmpty() || !x.isEmpty()`. */
const eitherEnd =
  /([\w.]{1,80})\.(?:is_ok\(\)\s*\|\|\s*\1\.is_err\(\)|is_err\(\)\s*\|\|\s*\1\.is_ok\(\)|is_some\(\)\s*\|\|\s*\1\.is_none\(\)|is_none\(\)\s*\|\|\s*\1\.is_some\(\))|(?<![!\w.])([\w.]{1,80}(?:\(\))?)\s*\|\|\s*!\2(?![\w.(])/;

interface Part {
  readonly left: string;
  readonly sign: string;
  readonly right: string;
}

/** The two sides of an `or`, where each compares. */
function eitherOf({ children }: SyntaxNode): readonly Part[] {
  const sign = children.findIndex(({ text }) => /^(?:\|\||or)$/.test(text));
  if (sign < 1) return [];
  const sides = [children[sign - 1], children[sign + 1]].map((side) =>
    comparison.exec(side?.text.replace(/^\(|\)$/g, "") ?? ""),
  );
  return sides.flatMap((found) =>
    found === null
      ? []
      : [{ left: found[1]?.trim() ?? "", sign: found[2] ?? "", right: found[3]?.trim() ?? "" }],
  );
}

const comparison = /^([^<>=!|&]{1,120})(===?|!==?|[<>]=?)([^<>=!|&]{1,120})$/;

function areOpposite(a: Part, b: Part): boolean {
  return a.left === b.left && a.right === b.right && opposite[a.sign] === b.sign;
}

function isNotNegative({ sign, right }: Part): boolean {
  return sign === ">=" && right === "0";
}
