import { bindingsOf, parametersOf } from "../../syntax/bindings.ts";
import { isFunction, isIdentifier, isRaise, isReturn, nameOf } from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Bound } from "../demands/bounds.ts";
import {
  type Comparison,
  comparisonsIn,
  conditionOf,
  opposite,
  mirrored,
  thenOf,
} from "../source/comparisons.ts";
import type { Demand } from "../demands/demands.ts";
import type { Unit } from "../source/product.ts";
import { limitOf } from "../source/constants.ts";

/** A limit on what a function is given, that is drawn one off or refuses the wrong side. */
export function offByOneLimit(
  demand: Demand,
  node: SyntaxNode,
  unit: Unit,
  units: readonly Unit[],
): string | null {
  if (demand.bounds.length === 0) return null;
  const condition = conditionOf(node);
  if (condition === null) return null;
  const parameters = new Set(parametersOf(unit.node).filter((name) => !isReceiver(name, unit.node)));
  const isTurned = node.type === "guard_statement" || node.type.startsWith("unless");
  for (const comparison of comparisonsIn(condition)) {
    const measured =
      countedIn(comparison, condition, units, unit) ?? measuredIn(comparison, parameters, units, unit);
    if (measured === null) continue;
    const means = isTurned ? (opposite[measured.sign] ?? measured.sign) : measured.sign;
    for (const bound of demand.bounds) {
      const problem = offBy(bound, measured.limit, means, refuses(node));
      if (problem !== null) return problem;
    }
  }
  return null;
}

/** `l` of Go's `func (l *Lift)`, `self`. */
function isReceiver(name: string, { text }: SyntaxNode): boolean {
  return /^(?:self|this|cls)$/.test(name) || text.startsWith(`func (${name} `);
}

/** What is counted before one more is added, as the count after it: `count > 5` lets a sixth in. */
function countedIn(
  { left, sign, right }: Comparison,
  condition: SyntaxNode,
  units: readonly Unit[],
  unit: Unit,
): { readonly limit: number; readonly sign: string } | null {
  const turned = mirrored[sign];
  const onRight = turned === undefined ? null : limitOf(right, units);
  const limit = onRight ?? (turned === undefined ? null : limitOf(left, units));
  if (turned === undefined || limit === null) return null;
  const means = onRight === null ? turned : sign;
  if (!isCountBefore(onRight === null ? right : left, condition, unit)) return null;
  const isWithin = means === ">=" || means === "<";
  return { limit: isWithin ? limit : limit + 1, sign: means.startsWith(">") ? ">" : "<=" };
}

/** A comparison of something given with a limit, written with the limit on the right. */
function measuredIn(
  { left, sign, right }: Comparison,
  parameters: ReadonlySet<string>,
  units: readonly Unit[],
  unit: Unit,
): { readonly limit: number; readonly sign: string } | null {
  const turned = mirrored[sign];
  if (turned === undefined) return null;
  const onRight = limitOf(right, units);
  const limit = onRight ?? limitOf(left, units);
  const subject = onRight === null ? right : left;
  const isGiven = isOfParameter(subject, parameters) || isOfParameter(keptIn(subject, unit), parameters);
  if (limit === null || !(isGiven || isNextCount(subject))) return null;
  return { limit, sign: onRight === null ? turned : sign };
}

function isOfParameter(subject: SyntaxNode | null, parameters: ReadonlySet<string>): boolean {
  const names = subject === null ? [] : [...nodesIn(subject)].filter(isIdentifier).map(nameOf);
  if (subject === null || !isMeasure(subject)) return false;
  const others = names.filter((name) => !parameters.has(name));
  // `len(name)`, `utf8.RuneCountInString(name)`
  const isMeasured = others.length < names.length && others.every((name) => measures.test(name));
  return parameters.has(names[0] ?? "") || isMeasured;
}

const measures = /len|count|size|chars|runes|utf8|graphemes/i;

/** What `length` stands for behind `let length = name.chars().count()`; null where it is given more than once. */
function keptIn(subject: SyntaxNode, { node }: Unit): SyntaxNode | null {
  if (!isIdentifier(subject)) return null;
  const [value, ...more] = bindingsOf(node).get(nameOf(subject)) ?? [];
  return value === undefined || more.length > 0 ? null : value;
}

/** How many there are once another one is added. */
function isNextCount({ text }: SyntaxNode): boolean {
  return /^[\w$@.?()]{1,60}(?:count|length|size|len)\b[\w()]{0,30}\s{0,3}\+\s{0,3}1$/i.test(text);
}

/** The thing itself, its length or its size. */
function isMeasure({ text }: SyntaxNode): boolean {
  return /^[\w$@.?!&*()[\]"'\s]*$/.test(text) && !/[+*-]/.test(text.replace(/->/g, ".")) && text.length < 60;
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
  // Of a neighbour it is not known that it is the same limit.
  if (!isRefused || isRange === true || limit !== value) return null;
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

const counts = /^(?:count|length|size|len|Count|Length|Size|Len|count_of|mb_strlen|sizeof)$/;

/**
 * Whether what a condition measures is how many there are before another one is added, further down in the function:
 * `if (items.length >= 5) throw …; items.push(item)`, `if n >= 8 { return err }; n++`.
 */
function isCountBefore(subject: SyntaxNode, condition: SyntaxNode, { node }: Unit): boolean {
  if (!/^[\w$@.?()>!-]{1,80}$/.test(subject.text)) return false;
  const names = [...nodesIn(subject)].filter(isIdentifier).map(nameOf);
  const measured = names.filter((name) => !counts.test(name));
  const base = measured.at(-1)?.replace(/\W/g, "") ?? "";
  if (base === "") return false;
  const after = node.text.slice(condition.end - node.start);
  const isCounted = measured.length < names.length;
  const grows = isCounted
    ? `${base}\\b\\)?\\s*(?:(?:\\.|->|\\?\\.|!\\.)(?:push|append|add|Add|insert|put|set|Enqueue|enqueue|unshift|addLast|add_all|push_back)\\b|<<|\\[[^\\]\\n]{0,60}\\]\\s*=(?!=)|\\+=)|(?:append\\(|\\.\\.\\.|\\|\\s*)[\\w$@.]{0,40}${base}\\b`
    : `${base}\\b\\s*(?:\\+\\+|\\+=\\s*1\\b)|\\+\\+[\\w$@.]{0,40}${base}\\b`;
  return new RegExp(`(?<![\\w])${grows}`).test(after);
}
