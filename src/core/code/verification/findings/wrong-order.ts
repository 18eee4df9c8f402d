import {
  calleeNames,
  isBlock,
  isCall,
  isCondition,
  isFunction,
  isIdentifier,
  isReturn,
  isString,
  nameOf,
  stringValue,
} from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Unit } from "../source/product.ts";
import type { Demand } from "../demands/demands.ts";
import { type Contradiction, contradictionAt } from "./contradiction.ts";
import { actionsIn, actionWords, stepsIn } from "../demands/ordered-actions.ts";

/** What a demand puts second is done first, in a function of its own; null where none does so. */
export function wrongOrder(
  { kind, quote, literals }: Demand,
  tagged: readonly Unit[],
  units: readonly Unit[],
): Contradiction | null {
  for (const unit of kind === "order" ? units : []) {
    const isItsOwn = tagged.includes(unit) || literals.some(({ text }) => text === unit.name);
    const early = unit.kind === "function" && isItsOwn ? earlyIn(quote, unit) : null;
    if (early !== null) return contradictionAt(unit, early, "It is done in the other order.");
  }
  return null;
}

/** Calls of one block that do the second action before the first; the line of the earlier one, or null. */
function earlyIn(quote: string, unit: Unit): SyntaxNode | null {
  const step = wrongStep(quote, unit);
  if (step !== null) return step;
  const actions = actionsIn(quote);
  if (actions === null) return null;
  for (const block of nodesIn(unit.node, (node) => node === unit.node || !isFunction(node))) {
    if (!isBlock(block)) continue;
    const done = block.children.flatMap((statement) =>
      isPlainCall(statement) ? [actionOf(statement, actions)] : [null],
    );
    const first = done.indexOf(0);
    const second = done.indexOf(1);
    if (first >= 0 && second >= 0 && second < first && !done.slice(first).includes(1))
      return block.children[second] ?? null;
  }
  return null;
}

function isPlainCall(statement: SyntaxNode): boolean {
  return (
    statement.named &&
    !isReturn(statement) &&
    !isCondition(statement) &&
    statement.end - statement.start < 300 &&
    [...nodesIn(statement, (node) => !isFunction(node))].some(isCall)
  );
}

/** 0 or 1: which of the actions a statement speaks of more; what is called says most. */
function actionOf(
  statement: SyntaxNode,
  [a, b]: readonly [ReadonlySet<string>, ReadonlySet<string>],
): 0 | 1 | null {
  const call = [...nodesIn(statement, (node) => !isFunction(node))].find(isCall);
  const called = actionWords(call === undefined ? "" : calleeNames(call).join(" "));
  const words = actionWords([...nodesIn(statement)].map(textOf).join(" "));
  const count = (wanted: ReadonlySet<string>): number =>
    [...wanted].filter((word) => hasWord(words, word)).length +
    2 * [...wanted].filter((word) => hasWord(called, word)).length;
  const [first, second] = [count(a), count(b)];
  // A thing that both steps are about says nothing by itself.
  if (first === second || Math.max(first, second) < 2) return null;
  return first > second ? 0 : 1;
}

/** `backup()` is what "back up" calls for, and `ack()` what "acknowledged" does. */
function hasWord(words: ReadonlySet<string>, wanted: string): boolean {
  if (words.has(wanted)) return true;
  const isShort = (word: string): boolean =>
    wanted.length >= 7 && word.length >= 3 && wanted.startsWith(word);
  return wanted.length >= 4 && [...words].some((word) => word.startsWith(wanted) || isShort(word));
}

/** The call of the earlier step, where calls of one function come in another order than the steps that a passage lists. */
function wrongStep(quote: string, unit: Unit): SyntaxNode | null {
  const steps = stepsIn(quote);
  const calls = [...nodesIn(unit.node, (node) => node === unit.node || !isFunction(node))].filter(isCall);
  const places = steps.flatMap((words) => {
    const own = calls.filter((call) => {
      const called = actionWords(calleeNames(call).at(-1) ?? "");
      return [...words].some((word) => hasWord(called, word));
    });
    const [only] = own;
    return only === undefined || own.length > 1 ? [] : [only];
  });
  const at = places.findIndex((call, i) => i > 0 && call.start < (places[i - 1]?.start ?? 0));
  return at < 0 ? null : (places[at] ?? null);
}

function textOf(node: SyntaxNode): string {
  if (isIdentifier(node)) return nameOf(node);
  return isString(node) ? stringValue(node) : "";
}
