import type { Place } from "../../trace/trace-target.ts";
import { parametersOf } from "../syntax/bindings.ts";
import {
  isCondition,
  isFunction,
  isIdentifier,
  isNumber,
  isRaise,
  isReturn,
  isString,
  nameOf,
  numberValue,
} from "../syntax/node-kinds.ts";
import { isInside, nodesIn, type SyntaxNode } from "../syntax/syntax-node.ts";
import { valuesIn } from "../syntax/values.ts";
import type { Bound } from "./bounds.ts";
import type { EntryEvidence } from "./check-demand.ts";
import type { Demand } from "./demands.ts";
import { wrongOrderIn } from "./action-order.ts";
import { turnedState } from "./polarity.ts";
import { findLiteral } from "./holds-literal.ts";
import type { Unit } from "./product.ts";

interface Contradiction {
  readonly place: Place;
  readonly because: string;
}

/** Units looked through for one demand, nearest first. */
const maxUnits = 300;

/** A condition in the code that says the opposite of the demand, or draws its limit one off; null where none does. */
export function contradictionOf(
  demand: Demand,
  { near: units, tagged }: EntryEvidence,
): Contradiction | null {
  const early = earlyIn(demand, tagged, units);
  if (early !== null) return early;
  const isAsked = demand.bounds.length > 0 || demand.literals.some(({ isResult }) => isResult);
  for (const unit of isAsked ? units.slice(0, maxUnits) : []) {
    if (unit.kind !== "function") continue;
    for (const node of nodesIn(unit.node)) {
      if (!isCondition(node) || isInnerFunction(node, unit.node)) continue;
      const because =
        limitProblem(demand, node, unit, units) ??
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
    const early = unit.kind === "function" && isItsOwn ? wrongOrderIn(demand.quote, unit) : null;
    if (early !== null)
      return { place: { file: unit.file, line: early.line }, because: "It is done in the other order." };
  }
  return null;
}

function isInnerFunction(node: SyntaxNode, outer: SyntaxNode): boolean {
  for (let at = node.parent; at !== null && at !== outer; at = at.parent) if (isFunction(at)) return true;
  return false;
}

interface Comparison {
  readonly left: SyntaxNode;
  readonly sign: string;
  readonly right: SyntaxNode;
}

const mirrored: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };
const opposite: Readonly<Record<string, string>> = { "<": ">=", "<=": ">", ">": "<=", ">=": "<" };

/** Comparisons in a condition, none that a `!` turns around. */
function comparisonsIn(condition: SyntaxNode): Comparison[] {
  return [
    ...nodesIn(
      condition,
      (node) => !isFunction(node) && !/^(?:not_operator|unary_expression|prefix_expression)$/.test(node.type),
    ),
  ].flatMap((node) => {
    const sign = node.children.find(
      ({ text, type }) => /^(?:[<>]=?|===?|!==?)$/.test(text) && !/string/.test(type),
    );
    const [left, right] = node.children.filter((child) => child.named && child !== sign);
    return sign === undefined ||
      left === undefined ||
      right === undefined ||
      !/binary|comparison|relational|equality|infix|operator/.test(node.type)
      ? []
      : [{ left, sign: sign.text, right }];
  });
}

/** A limit on what a function is given, that is drawn one off or refuses the wrong side. */
function limitProblem(demand: Demand, node: SyntaxNode, unit: Unit, units: readonly Unit[]): string | null {
  if (demand.bounds.length === 0) return null;
  const condition = conditionOf(node);
  if (condition === null) return null;
  const parameters = new Set(parametersOf(unit.node));
  const isTurned = node.type === "guard_statement" || node.type.startsWith("unless");
  for (const comparison of comparisonsIn(condition)) {
    const measured = measuredIn(comparison, parameters, units);
    if (measured === null) continue;
    const means = isTurned ? (opposite[measured.sign] ?? measured.sign) : measured.sign;
    for (const bound of demand.bounds) {
      const problem = offBy(bound, measured.limit, means, refuses(node));
      if (problem !== null) return problem;
    }
  }
  return null;
}

/** A comparison of something given with a limit, written with the limit on the right. */
function measuredIn(
  { left, sign, right }: Comparison,
  parameters: ReadonlySet<string>,
  units: readonly Unit[],
): { readonly limit: number; readonly sign: string } | null {
  const turned = mirrored[sign];
  if (turned === undefined) return null;
  const onRight = limitOf(right, units);
  const limit = onRight ?? limitOf(left, units);
  const subject = onRight === null ? right : left;
  const root = [...nodesIn(subject)].find(isIdentifier);
  const isGiven = root !== undefined && parameters.has(nameOf(root)) && isMeasure(subject);
  if (limit === null || !(isGiven || isNextCount(subject))) return null;
  return { limit, sign: onRight === null ? turned : sign };
}

/** How many there are once another one is added. */
function isNextCount({ text }: SyntaxNode): boolean {
  return /^[\w$@.?()]{1,60}(?:count|length|size|len)\b[\w()]{0,30}\s{0,3}\+\s{0,3}1$/i.test(text);
}

/** The thing itself, its length or its size. */
function isMeasure({ text }: SyntaxNode): boolean {
  return /^[\w$@.?!&*()[\]"'\s]*$/.test(text) && !/[+*-]/.test(text.replace(/->/g, ".")) && text.length < 60;
}

function limitOf(node: SyntaxNode, units: readonly Unit[]): number | null {
  const own = valuesIn([node]).numbers;
  if (own.size === 1 && !/[a-z]/i.test(node.text.replace(/_/g, "")))
    return isNumber(node) ? numberValue(node) : ([...own.keys()][0] ?? null);
  if (!isIdentifier(node) && !/^[\w.:]+$/.test(node.text)) return null;
  const name = [...nodesIn(node)].filter(isIdentifier).at(-1);
  if (name === undefined || !/^[A-Z_0-9]+$|max|min|limit|most|least|long|short/i.test(nameOf(name)))
    return null;
  return constantIn(nameOf(name), units);
}

/** The number that a constant holds, where one statement of a unit gives it. */
function constantIn(name: string, units: readonly Unit[]): number | null {
  const roots = new Set(units.map(({ node }) => rootOf(node)));
  const given = new RegExp(
    `\\b${name.replace(/\W/g, "")}\\b[^=\\n;]{0,40}=\\s*(-?[\\d_.]+(?:\\s*\\*\\s*[\\d_.]+){0,6})`,
  );
  for (const root of roots) {
    const found = given.exec(root.text.slice(0, 200_000))?.[1];
    if (found !== undefined)
      return found
        .replace(/_/g, "")
        .split("*")
        .reduce((value, factor) => value * Number(factor), 1);
  }
  return null;
}

function rootOf(node: SyntaxNode): SyntaxNode {
  let root = node;
  while (root.parent !== null) root = root.parent;
  return root;
}

function offBy(
  { literal, cut, special, isRange }: Bound,
  limit: number,
  sign: string,
  isRefused: boolean,
): string | null {
  const value = literal.values.find((one) => Math.abs(one - limit) <= 1);
  if (value === undefined || !Number.isInteger(value)) return null;
  // The line that a comparison draws: above its limit (`> n`, `<= n`) or below it.
  const above = sign === ">" || sign === "<=";
  const drawn = above ? limit + 0.5 : limit - 0.5;
  const asked = cut === "above" ? value + 0.5 : value - 0.5;
  if (drawn !== asked) return `The limit ${literal.text} is drawn one off (\`${sign}\`).`;
  if (!isRefused || isRange === true) return null;
  const refusesAbove = sign.startsWith(">");
  const shouldRefuseAbove = special === null ? cut === "above" : special === "above";
  return refusesAbove === shouldRefuseAbove
    ? null
    : `What is refused is on the wrong side of ${literal.text} (\`${sign}\`).`;
}

/** Whether the branch that a condition opens ends in an error. */
function refuses(node: SyntaxNode): boolean {
  return [...nodesIn(thenOf(node), (inner) => !isFunction(inner))].some(
    (one) =>
      isRaise(one) ||
      (isReturn(one) &&
        /\b(?:err|error|Err|errors|Error|reject|failure)\b|New\w{0,80}Error|Failure|Refus/.test(one.text)),
  );
}

function conditionOf(node: SyntaxNode): SyntaxNode | null {
  const named = node.children.find(({ field }) => field === "condition");
  if (named !== undefined) return named;
  if (/modifier/.test(node.type)) return node.children.filter((child) => child.named).at(-1) ?? null;
  return (
    node.children.find((child) => child.named && !/block|body|statements|comment/.test(child.type)) ?? null
  );
}

/** The branch that runs when the condition holds (for a guard: when it does not). */
function thenOf(node: SyntaxNode): SyntaxNode {
  const condition = conditionOf(node);
  if (/modifier/.test(node.type)) return node.children[0] ?? node;
  const named = node.children.find(({ field }) => field === "consequence" || field === "body");
  const next = node.children.find(
    (child) =>
      child.named &&
      condition !== null &&
      child.start >= condition.end &&
      child !== condition &&
      !isString(child) &&
      !/else|comment/.test(child.type),
  );
  return named ?? next ?? node;
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
  const state = turnedState(
    demand.quote,
    condition.text,
    node.type === "guard_statement" || /^unless/.test(node.type),
  );
  if (state === null) return null;
  const held = raisedIn(then, units);
  const result = demand.literals.find((literal) => literal.isResult && findLiteral(held, literal) !== null);
  return result === undefined ? null : `\`${result.text}\` is what comes of it being ${state}.`;
}

/** What a branch holds, a constant's or an enum's name for what it stands for included. */
function raisedIn(then: SyntaxNode, units: readonly Unit[]): ReturnType<typeof valuesIn> {
  const names = new Set([...nodesIn(then)].filter(isIdentifier).map(nameOf));
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
