import type { Place } from "../../../trace/trace-target.ts";
import { identifiersIn, isCondition, isFunction, isIdentifier, nameOf } from "../../syntax/node-kinds.ts";
import { isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { valuesIn } from "../../syntax/values.ts";
import type { EntryEvidence } from "../check-demand.ts";
import type { Demand } from "../demands/demands.ts";
import { disabledFlag } from "./disabled-flag.ts";
import { leftAside, unwired } from "./bypassed-function.ts";
import { wrongOrder } from "./wrong-order.ts";
import { turnedState } from "./polarity.ts";
import { offByOneCount, failuresAsked } from "./off-by-one-count.ts";
import { invertedResult } from "./inverted-result.ts";
import { neverDone } from "./never-done.ts";
import { sameInsteadOfOther } from "./other-party.ts";
import { wrongTimeUnit } from "./wrong-time-unit.ts";
import { comparisonsIn, conditionOf, thenOf } from "../source/comparisons.ts";
import { offByOneLimit } from "./off-by-one-limit.ts";
import { findLiteral } from "../source/find-literal.ts";
import type { Unit } from "../source/product.ts";

export interface Contradiction {
  readonly place: Place;
  readonly because: string;
}

/** Units looked through for one demand, nearest first. */
const maxUnits = 300;

/** A condition in the code that says the opposite of the demand, or draws its limit one off; null where none does. */
export function contradictionOf(demand: Demand, evidence: EntryEvidence): Contradiction | null {
  const { near, tagged, seconds, foreign } = evidence;
  const units = near.filter((unit) => !foreign.has(unit));
  const whole =
    earlyIn(demand, tagged, units) ?? wholeIn(demand, units, seconds) ?? notDoneIn(demand, evidence);
  if (whole !== null) return whole;
  const failures = failuresAsked(demand.quote);
  const isAsked =
    failures.length > 0 || demand.bounds.length > 0 || demand.literals.some(({ isResult }) => isResult);
  for (const unit of isAsked ? units.slice(0, maxUnits) : []) {
    if (unit.kind !== "function") continue;
    for (const node of nodesIn(unit.node)) {
      if (!isCondition(node) || isInnerFunction(node, unit.node)) continue;
      const because =
        offByOneLimit(demand, node, unit, units) ??
        offByOneCount(failures, node, unit, units) ??
        senseProblem(demand, node, units) ??
        stateProblem(demand, node, units);
      if (because !== null) return { place: { file: unit.file, line: node.line }, because };
    }
  }
  return null;
}

/** What the demand puts second is done first, in a function of its own. */
function earlyIn(demand: Demand, tagged: readonly Unit[], units: readonly Unit[]): Contradiction | null {
  for (const unit of demand.kind === "order" ? units.slice(0, maxUnits) : []) {
    const isItsOwn = tagged.includes(unit) || demand.literals.some(({ text }) => text === unit.name);
    const early = unit.kind === "function" && isItsOwn ? wrongOrder(demand.quote, unit) : null;
    if (early !== null)
      return { place: { file: unit.file, line: early.line }, because: "It is done in the other order." };
  }
  return null;
}

/** Code that does what is asked, where nothing gets to it: behind a switch that is off, or beside what should use it. */
function notDoneIn(demand: Demand, evidence: EntryEvidence): Contradiction | null {
  const never = neverDone(demand, evidence);
  if (never !== null) return never;
  const { text, tagged, tests, everywhere, product } = evidence;
  const off = disabledFlag({ text, demand }, tagged, everywhere);
  if (off !== null)
    return {
      place: { file: off.unit.file, line: off.node.line },
      because: `It is done only if \`${off.name}\` is on, and the code sets that to off.`,
    };
  const uses = new Set(tests.flatMap((test) => [...test.uses]));
  const loose = unwired(demand.quote, tagged, product) ?? leftAside(demand.quote, tagged, product, uses);
  return loose === null
    ? null
    : {
        place: { file: loose.unit.file, line: loose.unit.node.line },
        because: `No code uses \`${loose.unit.name ?? ""}\`: \`${loose.by}\` does without it.`,
      };
}

/** What shows without a condition: an answer turned around, a time in another unit. */
function wholeIn(demand: Demand, units: readonly Unit[], seconds: readonly number[]): Contradiction | null {
  for (const unit of units.slice(0, maxUnits)) {
    const turned = invertedResult(demand, unit);
    if (turned !== null)
      return {
        place: { file: unit.file, line: turned.line },
        because: `The answer is turned around (\`${turned.text}\`).`,
      };
    const taken = wrongTimeUnit(demand, unit, units, seconds);
    if (taken !== null) return { place: { file: unit.file, line: taken.node.line }, because: taken.because };
  }
  return null;
}

function isInnerFunction(node: SyntaxNode, outer: SyntaxNode): boolean {
  for (let at = node.parent; at !== null && at !== outer; at = at.parent) if (isFunction(at)) return true;
  return false;
}

const turned = /\b(?:not|unless|other|except|without|only|any|neither|until)\b|n't/i;
const emptiness = /\b(?:an? )?(?:empty|blank|missing|null)\b/i;

/** A condition on a value that the demand names, which raises the demand's error where it should not. */
function senseProblem(demand: Demand, node: SyntaxNode, units: readonly Unit[]): string | null {
  const results = demand.literals.filter(({ isResult }) => isResult);
  if (results.length === 0 || turned.test(demand.quote)) return null;
  const then = thenOf(node);
  const condition = conditionOf(node);
  if (condition === null || isInside(condition, then)) return null;
  const raised = raisedIn(then, units);
  if (!results.some((result) => findLiteral(raised, result) !== null)) return null;
  const isGuard = node.type === "guard_statement" || /^unless/.test(node.type);
  const states = demand.literals.filter(({ kind, isResult }) => kind === "string" && !isResult);
  for (const { left, sign, right } of comparisonsIn(condition)) {
    const isUnequal = sign.startsWith("!");
    if (!isUnequal && !sign.startsWith("==")) continue;
    if (isUnequal === isGuard) continue;
    const state = states.find((literal) => findLiteral(valuesIn([left, right]), literal) !== null);
    if (state !== undefined && /\b(?:when|if|while|is|are|in)\b/i.test(demand.quote))
      return `The error is raised when it is not \`${state.text}\` (\`${sign}\`).`;
  }
  if (
    emptiness.test(demand.quote) &&
    !isGuard &&
    /^\(?\s*(?:!|not )\s*[\w.?()]*(?:is_?[Ee]mpty|is_?[Bb]lank|empty\?|blank\?)/.test(condition.text)
  )
    return "The error is raised when it is not empty.";
  return null;
}

/** The branch that gives the demand's result is entered when the state that it names does not hold. */
function stateProblem(demand: Demand, node: SyntaxNode, units: readonly Unit[]): string | null {
  const condition = conditionOf(node);
  const then = thenOf(node);
  if (condition === null || isInside(condition, then)) return null;
  const held = raisedIn(then, units);
  const result = demand.literals.find((literal) => literal.isResult && findLiteral(held, literal) !== null);
  if (result === undefined) return null;
  const isGuard = node.type === "guard_statement" || /^unless/.test(node.type);
  const same = isGuard ? null : sameInsteadOfOther(demand.quote, condition);
  if (same !== null) return `\`${result.text}\` is what comes of them being the same (\`${same}\`).`;
  const state = turnedState(demand.quote, condition.text, isGuard);
  return state === null ? null : `\`${result.text}\` is what comes of ${state}.`;
}

/** What a branch holds, a constant's or an enum's name for what it stands for included. */
function raisedIn(then: SyntaxNode, units: readonly Unit[]): ReturnType<typeof valuesIn> {
  const names = identifiersIn(then);
  const constants = units.flatMap(({ node, kind }) =>
    kind === "function"
      ? []
      : [...nodesIn(node)].filter(
          (one) =>
            /declarator|const_|enum_|property_declaration|assignment|pair/.test(one.type) &&
            one.end - one.start < 120 &&
            [...nodesIn(one)].some((inner) => isIdentifier(inner) && names.has(nameOf(inner))),
        ),
  );
  return valuesIn([then, ...constants]);
}
