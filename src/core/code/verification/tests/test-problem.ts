import type { Assertion } from "./assertions.ts";
import { isTautology } from "./tautology.ts";

/** Why the assertions of a test prove nothing, or null. */
export function testProblem(
  assertions: readonly Assertion[],
  depends: readonly boolean[],
  real: number,
): string | null {
  if (real > 0) return null;
  if (assertions.length === 0) return "nothing in it can fail";
  if (assertions.every((one) => isSnapshot(one)))
    return "it only compares with what was stored the last time";
  if (!depends.some((one) => one)) return "what it asserts does not come from the code";
  return assertions.some(({ node }) => isTautology(node))
    ? "what it asserts holds whatever the code does"
    : "it compares something with itself";
}

/** Whether it compares with what was stored the last time. */
export function isSnapshot({ node }: Assertion): boolean {
  return (
    /(?:toMatchSnapshot|toMatchFileSnapshot|assertMatchesSnapshot|matchesSnapshot|assertSnapshot|toThrowErrorMatchingSnapshot|matches_snapshot|snapshot)\b/.test(
      node.text,
    ) && !/InlineSnapshot/.test(node.text)
  );
}
