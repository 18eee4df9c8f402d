import type { Place } from "../../trace/trace-target.ts";
import { nodesIn, type SyntaxNode } from "../syntax/syntax-node.ts";
import type { Values } from "../syntax/values.ts";
import type { EntryEvidence, Side } from "./check-demand.ts";
import { type Demand, isBounded } from "./demands.ts";
import { findLiteral, isLookedFor } from "./holds-literal.ts";
import { type Literal, listedLiterals } from "./literals.ts";
import type { ReadTest } from "./test-reading.ts";

/** Whether tests of the entry that run, and depend on the code, assert what a demand fixes. */
export function testSide(demand: Demand, { tests, readsData }: EntryEvidence): Side {
  if (tests.length === 0) return { places: [], missing: "No test names the entry.", isAbsent: true };
  const telling = tests.filter(({ problem }) => problem === null);
  const [first] = tests;
  if (telling.length === 0) {
    const because = first?.problem ?? "";
    return { places: tests.map(placeOf), missing: `Its test proves nothing: ${because}.`, isAbsent: false };
  }
  if (readsData) return { places: telling.map(placeOf), missing: null, isAbsent: false };
  const wanted = demand.literals.filter((literal) => literal.kind !== "name" && isLookedFor(literal));
  const results = wanted.filter(({ isResult }) => isResult);
  const inputs = wanted.filter(({ isResult }) => !isResult);
  const asserted = telling.flatMap(({ telling: own }) => own);
  const found = results.map(
    (literal) =>
      asserted.map(({ values }) => findLiteral(values, literal)).find((node) => node !== null) ?? null,
  );
  const lost = results.filter((_, i) => found[i] === null);
  const places = telling.map(placeOf);
  if (lost.length > 0)
    return {
      places,
      missing: `No test that runs asserts ${listedLiterals(lost)}.`,
      isAbsent: lost.length === wanted.length,
    };
  if (demand.kind === "order" && asserted.length > 0 && asserted.every(({ closure }) => isUnordered(closure)))
    return { places, missing: "Its tests compare without the order.", isAbsent: false };
  const isUsed = inputs.some((literal) => telling.some((test) => isExercised(literal, demand, test)));
  if (inputs.length > 0 && !isUsed)
    return {
      places,
      missing: `Its tests neither use nor assert ${listedLiterals(inputs)}.`,
      isAbsent: results.length === 0,
    };
  return { places, missing: null, isAbsent: false };
}

const unordered =
  /\bset\(|\bSet\(|\bSet\.of\(|setOf\(|HashSet|InAnyOrder|ElementsMatch|assertCountEqual|contain_exactly|match_array|ConsistOf|assertEqualsCanonicalizing|toBeEquivalent|sorted\(/;

/** Whether what an assertion compares has lost its order before. */
function isUnordered(closure: readonly SyntaxNode[]): boolean {
  return closure.some(
    (node) =>
      unordered.test(node.text.slice(0, 400)) || [...nodesIn(node)].some(({ type }) => type === "set"),
  );
}

/** Whether a test uses an input: as it stands, its neighbour at a limit, a text of that length, or two times that far apart. */
function isExercised(literal: Literal, demand: Demand, { values, telling }: ReadTest): boolean {
  const isStrong = telling.some(({ assertion }) => !assertion.isWeak);
  const held = isStrong ? [values] : telling.map((one) => one.values);
  return held.some(
    (one) =>
      findLiteral(one, literal, isBounded(demand, literal)) !== null ||
      (literal.kind === "number" &&
        (hasLength(one, literal, demand.quote) ||
          hasDistance(one, literal) ||
          hasBetween(one, demand.quote))),
  );
}

/** "500 to 599" is used by 503. */
function hasBetween({ numbers }: Values, quote: string): boolean {
  const ranges = [...quote.matchAll(/\b(\d{1,9})\s*(?:to|through|[–-])\s*(\d{1,9})\b/g)];
  return ranges.some(([, from, to]) =>
    [...numbers.keys()].some((value) => value >= Number(from) && value <= Number(to)),
  );
}

const lengthWords = /\b(?:characters?|chars?|digits?|letters?|bytes?|symbols?|words?|long)\b/i;

function hasLength({ strings }: Values, { values: [length = 0] }: Literal, quote: string): boolean {
  return lengthWords.test(quote) && strings.some(([text]) => Math.abs(text.length - length) <= 1);
}

function hasDistance({ numbers }: Values, { values }: Literal): boolean {
  if (values.length < 2 || numbers.size > 60) return false;
  const held = [...numbers.keys()];
  return values.some((value) =>
    held.some((a) =>
      held.some((b) => a !== b && a !== 0 && b !== 0 && Math.abs(Math.abs(a - b) - value) <= 1),
    ),
  );
}

function placeOf({ test }: ReadTest): Place {
  return { file: test.file, line: test.node.line };
}
