import { isIdentifier, isString, nameOf, stringValue } from "../../syntax/node-kinds.ts";
import { nodesIn } from "../../syntax/syntax-node.ts";
import type { CheckedDemand } from "../check-demand.ts";
import { seesNoOrder } from "./unasserted-order.ts";
import { stemsOf } from "../demands/stems.ts";
import { provingTests, type ReadTest } from "../tests/read-tests.ts";

/**
 * A test of the entry that is never run, or that compares a thing with itself, was to show something: of the demands that
 * seem shown, the one that the entry's other tests speak of no more than it does. Each such test takes away one at most.
 */
export function withoutHollow(
  demands: readonly CheckedDemand[],
  tests: readonly ReadTest[],
): readonly CheckedDemand[] {
  const proving = provingTests(tests).map(wordsOf);
  let left = demands;
  for (const hollow of tests.filter(isHollow)) {
    const words = wordsOf(hollow);
    const [worst] = left
      .filter(({ state, demand }) => state === "shown" && !demand.literals.some(({ isResult }) => isResult))
      .map((one) => {
        const stems = stemsOf(one.demand.quote);
        const others = Math.max(0, ...proving.map((test) => shared(stems, test)));
        return { one, others: others / stems.size, own: shared(stems, words) / stems.size };
      })
      .filter(({ own, others }) => own > 0 && others <= own)
      .sort((a, b) => a.others - a.own - (b.others - b.own));
    if (worst !== undefined) left = left.map((one) => (one === worst.one ? blamed(one, hollow) : one));
  }
  return left.map((one) => withoutOrder(one, tests));
}

/** An order of which one test alone speaks, and that test compares without it. */
function withoutOrder(one: CheckedDemand, tests: readonly ReadTest[]): CheckedDemand {
  if (one.state !== "shown" || one.demand.kind !== "order" || tests.length < 2) return one;
  const stems = stemsOf(one.demand.quote);
  const [first, second] = provingTests(tests)
    .map((test) => ({ test, own: shared(stems, stemsOf(test.test.title)) }))
    .sort((a, b) => b.own - a.own);
  if (first === undefined || first.own <= (second?.own ?? 0) || !seesNoOrder(first.test.assertions))
    return one;
  return blamed(one, { ...first.test, problem: "it compares without the order" });
}

function blamed(one: CheckedDemand, { test, problem }: ReadTest): CheckedDemand {
  return {
    ...one,
    state: "named only",
    tests: [{ file: test.file, line: test.node.line }],
    at: null,
    because: `The test that speaks of it proves nothing: ${problem ?? ""}.`,
  };
}

/** What can be seen of the test alone: others may assert in ways that are not read. */
function isHollow({ test, problem, isSameOnBothSides }: ReadTest): boolean {
  return problem !== null && (test.off !== null || isSameOnBothSides);
}

function shared(stems: ReadonlySet<string>, words: ReadonlySet<string>): number {
  return [...stems].filter((stem) => words.has(stem)).length;
}

/** Words of its title and of what stands in it. */
function wordsOf({ test }: ReadTest): ReadonlySet<string> {
  const words = [...nodesIn(test.node)].map((node) =>
    isIdentifier(node) ? nameOf(node) : isString(node) ? stringValue(node) : "",
  );
  return stemsOf([test.title, ...words].join(" "));
}
