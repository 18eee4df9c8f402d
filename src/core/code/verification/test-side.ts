import { circularExpectation, selfExpectation } from "./findings/circular-expectation.ts";
import { isExercised } from "./findings/unexercised-input.ts";
import type { Place } from "../../trace/trace-target.ts";
import { nodesIn, type SyntaxNode } from "../syntax/syntax-node.ts";
import { argumentsOf, calleeNames, isCall } from "../syntax/node-kinds.ts";
import { valuesIn } from "../syntax/values.ts";
import { assertionHead } from "./tests/assertion-names.ts";
import type { DemandEvidence, Side } from "./check-demand.ts";
import { wordsBefore, type Demand } from "./demands/demands.ts";
import { findLiteral, isInWords, isLookedFor } from "./source/find-literal.ts";
import { failureName } from "./demands/failure-words.ts";
import { type Literal, listedLiterals } from "./demands/literals.ts";
import { setsState } from "./findings/unset-state.ts";
import type { Unit } from "./source/product.ts";
import { provingTests, type ReadTest, type ReadAssertion } from "./tests/read-tests.ts";
import { untestedOption } from "./findings/untested-option.ts";
import { unassertedOrder } from "./findings/unasserted-order.ts";
import { unassertedAbsence } from "./findings/unasserted-absence.ts";

/** Whether tests of the entry that run, and depend on the code, assert what a demand fixes. */
export function testSide(demand: Demand, evidence: DemandEvidence): Side {
  const { tests, near, readsData, isHeadOnly } = evidence;
  if (isHeadOnly)
    return {
      places: [],
      missing: "Each test below the line that names the entry names another.",
      isAbsent: true,
    };
  if (tests.length === 0) return { places: [], missing: "No test names the entry.", isAbsent: true };
  const proving = provingTests(tests);
  const [first] = tests;
  if (proving.length === 0) {
    const because = first?.problem ?? "";
    return { places: tests.map(placeOf), missing: `Its test proves nothing: ${because}.`, isAbsent: false };
  }
  if (readsData) return { places: proving.map(placeOf), missing: null, isAbsent: false };
  const wanted = demand.literals.filter((literal) => literal.kind !== "name" && isLookedFor(literal));
  const results = wanted.filter(({ isResult }) => isResult);
  const inputs = wanted.filter((literal) => !literal.isResult && !isInWords(literal));
  const asserted = proving.flatMap((test) => test.assertions.filter((one) => speaksFor(demand, one, test)));
  const found = results.map(
    (literal) =>
      asserted.map(({ values }) => findLiteral(values, literal)).find((node) => node !== null) ?? null,
  );
  // Who asserts a failure's code or message need not name its type.
  const isTold = (literal: Literal): boolean =>
    (failureName.test(literal.text) || /^[A-Z][a-z]+[A-Z]\w*$/.test(literal.text)) &&
    found.some((node) => node !== null);
  const lost = results.filter((literal, i) => found[i] === null && !isTold(literal));
  const places = proving.map(placeOf);
  if (lost.length > 0)
    return {
      places,
      missing: `No test that runs asserts ${listedLiterals(lost)}.`,
      isAbsent: lost.length === wanted.length,
    };
  const blind = blindness(demand, asserted, proving, evidence);
  if (blind !== null) return { places, missing: blind, isAbsent: false };
  // A state that code comes to by itself is reached by calls, whatever a test calls it.
  const isReached = inputs.every(
    (literal) => literal.kind === "string" && !isOutcome(literal, demand) && setsState(literal, near),
  );
  const isUsed =
    isReached || inputs.some((literal) => proving.some((test) => isExercised(literal, demand, test)));
  if (inputs.length > 0 && !isUsed)
    return {
      places,
      missing: `Its tests neither use nor assert ${listedLiterals(inputs)}.`,
      isAbsent: results.length === 0,
    };
  const unseen = wanted.length === 0 ? unseenIn(demand, proving, near) : [];
  if (unseen.length > 0)
    return { places, missing: `Its tests never use ${listedLiterals(unseen)}.`, isAbsent: false };
  return { places, missing: null, isAbsent: false };
}

/** Why what tests assert would not notice it; as a sentence, or null. */
function blindness(
  demand: Demand,
  asserted: readonly ReadAssertion[],
  proving: readonly ReadTest[],
  { tagged, product }: DemandEvidence,
): string | null {
  if (asserted.length === 0) return null;
  return (
    untestedOption(demand, proving) ??
    selfExpectation(demand, asserted) ??
    unassertedOrder(demand, asserted) ??
    unassertedAbsence(demand, asserted) ??
    circularExpectation(asserted, tagged, product)
  );
}

/** The state that a demand ends in, with no condition before it: "the delivery is `dropped`". */
function isOutcome(literal: Literal, demand: Demand): boolean {
  const before = wordsBefore(demand, literal);
  return (
    /\b(?:is|becomes?|is set to)\s+(?:the\s+)?(?:state\s+)?$/i.test(before) &&
    !/\b(?:when(?:ever)?|if|while|until|unless|after|once|that|which|who|as long as|before)\b/i.test(before)
  );
}

const observed =
  /\b(?:carr(?:y|ies)|flag(?:s|ged)?|mark(?:s|ed)?|records?|exposes?|attributes?|fields?|propert(?:y|ies)|keys?)\b/i;

/** Keys that code holds as texts, and what a thing is said to carry, where no test names any of them. */
function unseenIn(
  { quote, literals }: Demand,
  proving: readonly ReadTest[],
  near: readonly Unit[],
): readonly Literal[] {
  const isHeld = ({ text }: Literal): boolean =>
    near.some(({ values, mentions }) => values.strings.some(([held]) => held === text) || mentions.has(text));
  const names = literals.filter(
    (literal) => literal.kind === "name" && isLookedFor(literal) && isHeld(literal),
  );
  const isUnseen = names.every((literal) =>
    proving.every(({ values }) => findLiteral(values, literal) === null),
  );
  return observed.test(quote) && isUnseen ? names : [];
}

const denial =
  /\.not\b|\bnot_to\b|\bto_not\b|NotEqual|DoesNot|doesNot|NotThrow|NotPanics|\brefute|assertNot|\bisNot\(|assertFalse|IsFalse/;
const denied = /\b(?:not|never|no|cannot|without)\b|n['’]t\b/i;

/** Whether an assertion can speak for what the demand fixes: not by denying an error, nor by a default that the test gave itself. */
function speaksFor(demand: Demand, { assertion, slice }: ReadAssertion, { uses }: ReadTest): boolean {
  if (demand.kind === "error") return denied.test(demand.quote) || !denial.test(assertion.node.text);
  if (demand.kind !== "default") return true;
  const values = demand.literals.filter(({ kind }) => kind !== "name");
  const isGiven = (call: SyntaxNode): boolean =>
    !calleeNames(call).some((name) => assertionHead.test(name)) &&
    calleeNames(call).some((name) => uses.has(name)) &&
    values.some((literal) => findLiteral(valuesIn(argumentsOf(call)), literal) !== null);
  return !slice.some((node) => [...nodesIn(node)].some((one) => isCall(one) && isGiven(one)));
}

function placeOf({ test }: ReadTest): Place {
  return { file: test.file, line: test.node.line };
}
