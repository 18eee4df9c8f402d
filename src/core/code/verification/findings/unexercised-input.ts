import { calleeNames, isCall } from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Values } from "../../syntax/values.ts";
import { type Demand, isBounded } from "../demands/demands.ts";
import { findLiteral } from "../source/find-literal.ts";
import type { Literal } from "../demands/literals.ts";
import type { ReadTest } from "../tests/read-tests.ts";
import { hasDatesApart, isPassedInSteps } from "./elapsed-time.ts";

/** Whether a test uses an input: as it stands, its neighbour at a limit, a text of that length, or two times that far apart. */
export function isExercised(literal: Literal, demand: Demand, test: ReadTest): boolean {
  const { values, assertions } = test;
  if (literal.kind === "number" && isRepeated(literal, demand.quote, test)) return true;
  if (isPassedInSteps(literal, test) || hasDatesApart(literal, test) || isCounted(literal, test)) return true;
  const isStrong = assertions.some(({ assertion }) => !assertion.isWeak);
  const held = isStrong ? [values] : assertions.map((one) => one.values);
  return held.some(
    (one) =>
      findLiteral(one, literal, isBounded(demand, literal)) !== null ||
      (literal.kind === "number" &&
        (hasMultiple(one, literal, demand.quote) ||
          isNextTo(one, literal) ||
          hasLength(one, literal, demand.quote) ||
          hasDistance(one, literal) ||
          (!isBounded(demand, literal) && isPassed(one, literal)) ||
          isShareOf(one, literal, demand.quote) ||
          hasBetween(one, demand.quote))),
  );
}

/** "The 6th book" is used by a list of five, and by five calls of the product. */
function isCounted({ kind, unit, values }: Literal, { test, uses }: ReadTest): boolean {
  if (kind !== "number" || unit !== undefined) return false;
  const isIt = (count: number): boolean => count > 2 && count <= 40 && values.includes(count);
  for (const node of nodesIn(test.body)) {
    if (
      /^(?:array|list|array_literal|collection_literal|array_creation_expression|array_initializer|composite_literal|literal_value|initializer_expression|array_expression)$/.test(
        node.type,
      ) &&
      isIt(node.children.filter(({ named }) => named).length)
    )
      return true;
  }
  return [...callsIn(test.body)].some(([name, count]) => uses.has(name) && isIt(count));
}

/** What is called in a test, and how often. */
function callsIn(body: SyntaxNode): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const call of [...nodesIn(body)].filter(isCall)) {
    const name = calleeNames(call).at(-1) ?? "";
    if (name !== "") counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

/** "Three times" is used by two and then another, and by three calls. */
function isRepeated(
  { text, values: [times = 0] }: Literal,
  quote: string,
  { test, values }: ReadTest,
): boolean {
  const after = quote.slice(quote.indexOf(text) + text.length);
  if (times > 12 || !/^\s+(?:\w+\s+)?(?:times|attempts|tries|retries)\b/i.test(after)) return false;
  if (values.numbers.has(times - 1) || values.numbers.has(times + 1)) return true;
  return Math.max(0, ...callsIn(test.body).values()) >= times;
}

/** 20 seconds are used by 19_999 milliseconds. */
function isNextTo({ numbers }: Values, { unit, values }: Literal): boolean {
  return (
    unit !== undefined &&
    values.some((value) => value >= 1000 && (numbers.has(value - 1) || numbers.has(value + 1)))
  );
}

/** What is counted in steps of 1024 is used by 2048, and "5 per second" by 10. */
function hasMultiple({ numbers }: Values, { values: [step = 0] }: Literal, quote: string): boolean {
  const isRate = /\b(?:per|each|every)\b/i.test(quote);
  return (
    step >= (isRate ? 2 : 60) &&
    Number.isInteger(step) &&
    [...numbers.keys()].some((held) => held > step && held % step === 0)
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
  return (
    lengthWords.test(quote) &&
    strings.some(([text]) =>
      [text, ...text.split(/[^\p{L}\p{N}]+/u)].some((part) => Math.abs(part.length - length) <= 1),
    )
  );
}

/** 12 degrees are used by 11.5. */
function isPassed({ numbers }: Values, { values: [value = 0] }: Literal): boolean {
  return [...numbers.keys()].some((held) => !Number.isInteger(held) && Math.abs(held - value) < 1);
}

/** A share is used by what it is a share of: 6 of 10, and 7 of 10, for 60 per cent. */
function isShareOf({ numbers }: Values, { text }: Literal, quote: string): boolean {
  const after = quote.slice(quote.indexOf(text) + text.length, quote.indexOf(text) + text.length + 12);
  return /^\s?(?:%|per\s?cent)/i.test(after) && numbers.size >= 2;
}

function hasDistance({ numbers }: Values, { values }: Literal): boolean {
  const isWhole = values.length < 2 && Number.isInteger(values[0]);
  if (isWhole || numbers.size > 60) return false;
  const held = [...numbers.keys()];
  if (values.length < 2)
    return held.some((a) => held.some((b) => a > b && Math.abs(a - b - (values[0] ?? 0)) < 1e-9));
  return values.some((value) =>
    held.some((a) =>
      held.some((b) => a !== b && a !== 0 && b !== 0 && Math.abs(Math.abs(a - b) - value) <= 1),
    ),
  );
}
