import {
  argumentsOf,
  calleeNames,
  isCall,
  isNumber,
  isString,
  stringValue,
  lastName,
} from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Demand } from "../demands/demands.ts";
import { constantIn, limitOf } from "../source/constants.ts";
import type { TimeUnit } from "../demands/units.ts";
import type { Unit } from "../source/product.ts";
import { type Contradiction, contradictionAt } from "./contradiction.ts";

/** Factors between a unit and milliseconds, the smaller ones only. */
const smaller: Readonly<Partial<Record<TimeUnit, readonly number[]>>> = {
  seconds: [1],
  minutes: [1, 60],
  hours: [1, 60, 3600],
};

/** A time that code takes for another unit than the demand's; `seconds` are those that the entry fixes. */
export function wrongTimeUnit(
  demand: Demand,
  unit: Unit,
  units: readonly Unit[],
  seconds: readonly number[],
): Contradiction | null {
  if (unit.kind !== "function") return null;
  return (
    inMilliseconds(demand, unit, units) ??
    inSeconds(demand, unit, units) ??
    besideMilliseconds(demand, unit, units, seconds)
  );
}

/** `setTimeout(f, 20)` and `Date.now() - since > 20` for 20 seconds. */
function inMilliseconds({ literals }: Demand, unit: Unit, units: readonly Unit[]): Contradiction | null {
  const wrong = literals.flatMap(({ values: [value = 0], unit: of }) =>
    (of === undefined ? [] : (smaller[of] ?? [])).map((factor) => value * factor),
  );
  if (wrong.length === 0) return null;
  for (const node of nodesIn(unit.node)) {
    const given = isCall(node) ? takenAsMilliseconds(node, unit.file) : comparedWithClock(node);
    const value = given === null ? null : numberOf(given, units);
    if (given !== null && value !== null && wrong.includes(value))
      return contradictionAt(unit, given, `${String(value)} is taken as milliseconds.`);
  }
  return null;
}

/** `time.sleep(200)` for 200 milliseconds. */
function inSeconds({ literals }: Demand, unit: Unit, units: readonly Unit[]): Contradiction | null {
  const wrong = literals.flatMap(({ values: [value = 0], unit: of }) =>
    of === "milliseconds" ? [value] : [],
  );
  const calls = /\.(?:py|rb|php)$/.test(unit.file)
    ? /^(?:(?:time|asyncio|trio|anyio|Kernel)\.)?sleep$/
    : null;
  if (wrong.length === 0 || calls === null) return null;
  for (const node of nodesIn(unit.node)) {
    if (!isCall(node) || !calls.test(calleeNames(node).join("."))) continue;
    const [given] = argumentsOf(node);
    const value = given === undefined ? null : numberOf(given, units);
    if (given !== undefined && value !== null && wrong.includes(value))
      return contradictionAt(unit, given, `${String(value)} is taken as seconds.`);
  }
  return null;
}

function takenAsMilliseconds(call: SyntaxNode, file: string): SyntaxNode | null {
  const name = calleeNames(call).join(".");
  const given = argumentsOf(call);
  // Of Kotlin's coroutines.
  if (name === "delay" && /\.kts?$/.test(file)) return given[0] ?? null;
  if (/(?:^|\.)set(?:Timeout|Interval)$/.test(name)) return given[1] ?? null;
  return /^(?:Thread\.sleep|TimeUnit\.MILLISECONDS\.sleep|Duration\.ofMillis|Duration\.from_millis|TimeSpan\.FromMilliseconds|Task\.Delay)$/.test(
    name,
  )
    ? (given[0] ?? null)
    : null;
}

const clock = /^(?:Date\.now\(\)|System\.currentTimeMillis\(\)|performance\.now\(\))/;

/** The other side of what is compared with a difference of readings of a clock of milliseconds. */
function comparedWithClock(node: SyntaxNode): SyntaxNode | null {
  const [left, sign, right] = node.children;
  if (node.children.length !== 3 || left === undefined || right === undefined) return null;
  if (!/^[<>]=?$/.test(sign?.text ?? "")) return null;
  if (clock.test(left.text) && left.text.includes("-")) return right;
  return clock.test(right.text) && right.text.includes("-") ? left : null;
}

/** What is read as seconds, beside what stands in for it in milliseconds: `Number(headers["Retry-After"]) || 5_000`. */
function besideMilliseconds(
  { quote, literals }: Demand,
  unit: Unit,
  units: readonly Unit[],
  seconds: readonly number[],
): Contradiction | null {
  if (!/\bseconds\b/.test(quote)) return null;
  const names = literals.filter(({ kind }) => kind !== "number").map(({ text }) => text.toLowerCase());
  for (const node of nodesIn(unit.node)) {
    if (!isString(node) || !names.includes(stringValue(node).toLowerCase())) continue;
    const choice = [...above(node)].find((outer) => isInside(outer, unit.node) && isChoice(outer));
    if (
      choice === undefined ||
      /\*|1000|second|minute|milli/i.test(choice.text.replace(/[\w"'-]{0,40}retry[\w"'-]{0,40}/gi, ""))
    )
      continue;
    const other = choice.children.filter((child) => child.named && !isInside(node, child)).at(-1);
    const value = other === undefined ? null : numberOf(other, units);
    if (value !== null && seconds.some((one) => one * 1000 === value))
      return contradictionAt(
        unit,
        choice,
        `\`${stringValue(node)}\` gives seconds, and ${String(value)} in its place is milliseconds.`,
      );
  }
  return null;
}

function isChoice({ type, children }: SyntaxNode): boolean {
  return (
    /elvis|ternary|conditional/.test(type) || children.some(({ text }) => /^(?:\|\||\?\?|or)$/.test(text))
  );
}

function numberOf(node: SyntaxNode, units: readonly Unit[]): number | null {
  if (isNumber(node)) return limitOf(node, units);
  const name = /^[\w.]+$/.test(node.text) ? lastName(node) : null;
  return name === null ? null : constantIn(name, units);
}
