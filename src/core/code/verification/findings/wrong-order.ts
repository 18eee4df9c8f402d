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
import { spacedWords } from "../../syntax/values.ts";
import type { Unit } from "../source/product.ts";

const patterns: readonly (readonly [RegExp, first: number, second: number])[] = [
  [
    /\bfirst\b\s{0,9}([^.;]{1,120}?)(?:,|\band\b|,\s{0,9}and\b)?\s{0,9}\b(?:then|afterwards)\b\s{0,9}([^.;]{1,120})/i,
    1,
    2,
  ],
  [
    /(\w[^.;,]{1,100})[ \n]first,?[ \n](?:and|then)[ \n]([^.;]{1,100}?)[ \n]after(?:wards|[ \n](?:that|it))?\b/i,
    1,
    2,
  ],
  [/\bbefore\s+([^.;,]{1,80}),\s*([^.;]{1,120})/i, 2, 1],
  // "stored before is acknowledged" tells of no order of the two.
  [
    /\b(\w[^.;,]{1,100}?)\s+before\s+(?!(?:is|are|was|were|has|have|can|must|shall|may|will)\b)([^.;,]{1,100})/i,
    1,
    2,
  ],
];

/** Two actions of a passage of which one comes first, in that order; null where it tells of none. */
function actionsIn(quote: string): readonly [ReadonlySet<string>, ReadonlySet<string>] | null {
  for (const [pattern, first, second] of patterns) {
    const found = pattern.exec(quote);
    if (found === null) continue;
    const parts = [wordsOf(found[first] ?? ""), wordsOf(found[second] ?? "")] as const;
    const [a, b] = parts;
    const own = [without(a, b), without(b, a)] as const;
    if (own[0].size > 0 && own[1].size > 0) return own;
  }
  return null;
}

export function isOfActions(quote: string): boolean {
  return actionsIn(quote) !== null;
}

function without(words: ReadonlySet<string>, others: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...words].filter((word) => !others.has(word)));
}

/** Words in the form that names of code share with prose: `closes` and `closing` are `clos`. */
function wordsOf(text: string): ReadonlySet<string> {
  const words =
    spacedWords(text)
      .toLowerCase()
      .match(/[a-z]{3,}/g) ?? [];
  return new Set(
    words
      .filter(
        (word) =>
          !/^(?:the|and|any|its|that|this|with|from|are|has|been|being|was|were|sent|each|all)$/.test(word),
      )
      .map(stem),
  );
}

function stem(word: string): string {
  const bare = word.replace(/ies$/, "y").replace(/(?:ings?|ed|es|s|e)$/, "");
  return bare.length >= 3 ? bare : word;
}

/** Calls of one block that do the second action before the first; the line of the earlier one, or null. */
export function wrongOrder(quote: string, unit: Unit): SyntaxNode | null {
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
  const called = wordsOf(call === undefined ? "" : calleeNames(call).join(" "));
  const words = wordsOf([...nodesIn(statement)].map(textOf).join(" "));
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

const sequence =
  /\b(?:as|in this order|in the order|in sequence|steps(?: are)?|phases(?: are)?)\s{0,3}:\s{0,3}([\w -]{2,40}(?:,\s{1,3}(?:and\s|then\s|finally\s){0,2}[\w -]{2,40}){1,9})/i;

/** "A migration runs as: back up, apply, record.": the steps, each by the words that name it. */
function stepsIn(quote: string): readonly ReadonlySet<string>[] {
  const list = sequence.exec(quote)?.[1] ?? "";
  return list === ""
    ? []
    : list.split(/,\s*/).map((step) => wordsOf(step.replace(/^(?:and|then|finally)\s/i, "")));
}

export function isOfSteps(quote: string): boolean {
  return stepsIn(quote).length > 1;
}

/** The call of the earlier step, where calls of one function come in another order than the steps that a passage lists. */
function wrongStep(quote: string, unit: Unit): SyntaxNode | null {
  const steps = stepsIn(quote);
  const calls = [...nodesIn(unit.node, (node) => node === unit.node || !isFunction(node))].filter(isCall);
  const places = steps.flatMap((words) => {
    const own = calls.filter((call) => {
      const called = wordsOf(calleeNames(call).at(-1) ?? "");
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
