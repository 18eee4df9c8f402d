import type { Place } from "../../trace/trace-target.ts";
import { nodesIn, type SyntaxNode } from "../syntax/syntax-node.ts";
import {
  argumentsOf,
  calleeNames,
  isCall,
  isFunction,
  isHandler,
  isIdentifier,
  nameOf,
} from "../syntax/node-kinds.ts";
import { type Values, valuesIn } from "../syntax/values.ts";
import { assertionHead } from "./assertion-names.ts";
import { isOfActions } from "./action-order.ts";
import type { EntryEvidence, Side } from "./check-demand.ts";
import { stemsOf } from "./demand-words.ts";
import { type Demand, isBounded } from "./demands.ts";
import { findLiteral, isLookedFor } from "./holds-literal.ts";
import { failureName, type Literal, listedLiterals } from "./literals.ts";
import { setsItself } from "./state-change.ts";
import type { Unit } from "./product.ts";
import type { ReadTest, Telling } from "./test-reading.ts";

/** Whether tests of the entry that run, and depend on the code, assert what a demand fixes. */
export function testSide(demand: Demand, { tests, near, readsData }: EntryEvidence): Side {
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
  const asserted = telling.flatMap((test) => test.telling.filter((one) => speaksFor(demand, one, test)));
  const found = results.map(
    (literal) =>
      asserted.map(({ values }) => findLiteral(values, literal)).find((node) => node !== null) ?? null,
  );
  // Who asserts a failure's code or message need not name its type.
  const isTold = (literal: Literal): boolean =>
    failureName.test(literal.text) && found.some((node) => node !== null);
  const lost = results.filter((literal, i) => found[i] === null && !isTold(literal));
  const places = telling.map(placeOf);
  if (lost.length > 0)
    return {
      places,
      missing: `No test that runs asserts ${listedLiterals(lost)}.`,
      isAbsent: lost.length === wanted.length,
    };
  const blind = asserted.length === 0 ? null : blindness(demand, asserted);
  if (blind !== null) return { places, missing: blind, isAbsent: false };
  // A state that code comes to by itself is reached by calls, whatever a test calls it.
  const isReached = inputs.every((literal) => literal.kind === "string" && setsItself(literal, near));
  const isUsed =
    isReached || inputs.some((literal) => telling.some((test) => isExercised(literal, demand, test)));
  if (inputs.length > 0 && !isUsed)
    return {
      places,
      missing: `Its tests neither use nor assert ${listedLiterals(inputs)}.`,
      isAbsent: results.length === 0,
    };
  const unseen = wanted.length === 0 ? unseenIn(demand, telling, near) : [];
  if (unseen.length > 0)
    return { places, missing: `Its tests never use ${listedLiterals(unseen)}.`, isAbsent: false };
  return { places, missing: null, isAbsent: false };
}

const observed =
  /\b(?:carr(?:y|ies)|flag(?:s|ged)?|mark(?:s|ed)?|records?|exposes?|attributes?|fields?|propert(?:y|ies)|keys?)\b/i;

/** Keys that code holds as texts, and what a thing is said to carry, where no test names any of them. */
function unseenIn(
  { quote, literals }: Demand,
  telling: readonly ReadTest[],
  near: readonly Unit[],
): readonly Literal[] {
  const isHeld = ({ text }: Literal): boolean =>
    near.some(({ values, mentions }) => values.strings.some(([held]) => held === text) || mentions.has(text));
  const names = literals.filter(
    (literal) => literal.kind === "name" && isLookedFor(literal) && isHeld(literal),
  );
  const isUnseen = names.every((literal) =>
    telling.every(({ values }) => findLiteral(values, literal) === null),
  );
  return observed.test(quote) && isUnseen ? names : [];
}

const denial =
  /\.not\b|\bnot_to\b|\bto_not\b|NotEqual|DoesNot|doesNot|NotThrow|NotPanics|\brefute|assertNot|\bisNot\(|assertFalse|IsFalse/;
const denied = /\b(?:not|never|no|cannot|without)\b|n['’]t\b/i;

/** Whether an assertion can speak for what the demand fixes: not by denying an error, nor by a default that the test gave itself. */
function speaksFor(demand: Demand, { assertion, closure }: Telling, { uses }: ReadTest): boolean {
  if (demand.kind === "error") return denied.test(demand.quote) || !denial.test(assertion.node.text);
  if (demand.kind !== "default") return true;
  const values = demand.literals.filter(({ kind }) => kind !== "name");
  const isGiven = (call: SyntaxNode): boolean =>
    !calleeNames(call).some((name) => assertionHead.test(name)) &&
    calleeNames(call).some((name) => uses.has(name)) &&
    values.some((literal) => findLiteral(valuesIn(argumentsOf(call)), literal) !== null);
  return !closure.some((node) => [...nodesIn(node)].some((one) => isCall(one) && isGiven(one)));
}

/** Why no assertion can see what the demand is about, or null. */
function blindness(demand: Demand, asserted: readonly Telling[]): string | null {
  if (demand.literals.some(({ kind }) => kind === "number") && asserted.every(({ isOfItself }) => isOfItself))
    return "Its tests compare what the code works out with what it works out.";
  if (demand.kind === "order" && seesNoOrder(asserted)) return "Its tests compare without the order.";
  if (isOfActions(demand.quote) && asserted.every(isCallCheck))
    return "Its tests would pass in another order.";
  if (isPlainProhibition(demand) && !asserted.some((one) => saysAbsence(one) || isExact(one, demand)))
    return "Nothing that its tests assert would notice it being done.";
  return null;
}

/** One assertion that something was called, whatever else was. */
function isCallCheck({ assertion, closure }: Telling): boolean {
  return (
    /toHaveBeenCalled(?!Before|After)|\bassert_(?:called|any_call|not_called)|\.called(?:Once|With)?\b|calledOnce|callCount|\bverify\(|\bReceived\(|have_received/.test(
      assertion.node.text,
    ) &&
    !closure.some(({ text }) =>
      /[iI]n_?[oO]rder|invocationCallOrder|mock_calls|call_args_list|has_calls|\.ordered\b|calledBefore|calledAfter/.test(
        text,
      ),
    )
  );
}

const absenceWords = new Set(
  "not never no refute false null nil none undefined empty throw throws thrown raise raises rejects reject fail fails failure error exception zero length size count counts len times absent missing same unchanged once only".split(
    " ",
  ),
);

/** What says that something is there by denying that nothing is. */
const presence =
  /\b(?:XCTAssertFalse|assertFalse|assert_false|IsFalse|Assert\.False|refute)\b[^;\n]{0,80}\b(?:isEmpty|is_empty|IsEmpty|empty|isNull|isNil|nil|null)\b(?:\(\))?|\bnot\.?\w{0,4}_?to(?:Be|Have|_be|_have)?_?(?:Null|Undefined|Empty|be_empty|be_nil|Length\(0\))|\bis not None\b|!==? ?(?:null|nil|undefined)\b|\b(?:XCTAssertNotNil|assertNotNull|assertIsNotNone|assertNotEmpty|NotNull|NotEmpty|isNotEmpty|isNotNull)\b/g;

/** In itself, or in what the tests' own helpers and matchers make of it. */
function saysAbsence({ assertion, closure }: Telling): boolean {
  return (
    seesAbsence(assertion.node.text) ||
    closure.some((node) => (isFunction(node) ? catches(node) : node !== assertion.node && deniesInData(node)))
  );
}

const equality =
  /[eE]qual|\btoBe\b|toEqual|toStrictEqual|assertSame|assert_eq|===?|\beq\b|shouldBe|must_equal/;

/** Who compares all of what the demand speaks of sees whatever else is in it. */
function isExact({ assertion: { node } }: Telling, { quote }: Demand): boolean {
  const names = [...nodesIn(node)].filter(isIdentifier).map(nameOf).join(" ");
  const spoken = stemsOf(names);
  return equality.test(node.text) && [...stemsOf(quote)].filter((stem) => spoken.has(stem)).length > 1;
}

/** A row of a table of cases that is to come out false, or as nothing. */
function deniesInData({ type, text }: SyntaxNode): boolean {
  return (
    (/array|list|collection|tuple|arguments|annotation|attribute|decorator|composite|initializer/.test(
      type,
    ) ||
      text.includes(".each(")) &&
    /\b(?:false|False|null|nil|None)\b/.test(text)
  );
}

/** Whether a helper passes on a failure. */
function catches(helper: SyntaxNode): boolean {
  return [...nodesIn(helper)].some(
    (node) => isHandler(node) || seesAbsence(isCall(node) ? calleeNames(node).join(" ") : ""),
  );
}

/** Whether an assertion says of something that it is not there, or of all that is there. */
function seesAbsence(text: string): boolean {
  const words =
    text
      .replace(presence, " ")
      .replace(/([a-z\d])([A-Z])/g, "$1 $2")
      .toLowerCase()
      .match(/[a-z]+/g) ?? [];
  return (
    words.some((word) => absenceWords.has(word)) ||
    /\b0\b|!=|\[\s*["'\d\]]|(?:listOf|List\.of|Arrays\.\w+)\(/.test(text)
  );
}

/** A prohibition that fixes neither a value nor what comes of it: only an assertion of absence can see it broken. */
function isPlainProhibition({ kind, quote, literals }: Demand): boolean {
  return (
    kind === "prohibition" &&
    /\b(?:must|shall|may|can)\s*not\b|\bnever\b|\bcannot\b/i.test(quote) &&
    !/\b(?:chang|modif|alter|mutat|differ)/i.test(quote) &&
    !literals.some((literal) => literal.isResult || literal.kind === "number")
  );
}

const unordered =
  /\bset\(|\bSet\(|\bSet\.of\(|setOf\(|HashSet|InAnyOrder|ElementsMatch|assertCountEqual|contain_exactly|match_array|ConsistOf|assertEqualsCanonicalizing|toBeEquivalent|sorted\(|\.sort(?:_by|ed)?\b|\.Sort\w*\(|sort\.\w+\(/;

const countsOnly = /\b(?:size|length|count|len|include\w*|contain\w*|Contains|empty|nil|null)\b|_includes\b/i;

/** Something is compared without its order, and nothing else that is asserted would tell one. */
function seesNoOrder(asserted: readonly Telling[]): boolean {
  return (
    asserted.some(({ closure }) => isUnordered(closure)) &&
    asserted.every(({ assertion, closure }) => isUnordered(closure) || countsOnly.test(assertion.node.text))
  );
}

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
        (hasMultiple(one, literal, demand.quote) ||
          isNextTo(one, literal) ||
          hasLength(one, literal, demand.quote) ||
          hasDistance(one, literal) ||
          hasBetween(one, demand.quote))),
  );
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
