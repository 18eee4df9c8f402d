import {
  calleeNames,
  isCall,
  isComment,
  isIdentifier,
  isNumber,
  isString,
  lastName,
  nameOf,
  stringValue,
} from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { comparisonsIn } from "../source/comparisons.ts";
import type { Unit } from "../source/product.ts";
import { type Contradiction, contradictionAt } from "./contradiction.ts";

const superlative =
  /\bthe (largest|biggest|smallest|longest|shortest|highest|lowest|heaviest|cheapest|greatest|most expensive)(?: [a-z]{2,20}){1,3} (?:is|are|must be|shall be|has to be) (?:then )?[a-z]{2,20}(?:ed|en|t|sent)\b/i;
/** What comes of how a text is gone through needs no comparison. */
const byReading = /\b(?:match|prefix|suffix|route|path|token|word|substring|pattern|version|priorit)/i;

/**
 * "The largest entry is evicted", and nothing in the code could tell which that is: no size is compared with another, and
 * nothing is sorted or searched. Null where something could, or no code is tagged.
 */
export function missingComparison(
  quote: string,
  [first]: readonly Unit[],
  units: readonly Unit[],
): Contradiction | null {
  const [, word = ""] = superlative.exec(quote) ?? [];
  const functions = units.filter(({ kind }) => kind === "function");
  if (word === "" || byReading.test(quote) || functions.length === 0 || first === undefined) return null;
  return units.some(({ node }) => [...nodesIn(node, (one) => !isComment(one))].some(chooses))
    ? null
    : contradictionAt(
        first,
        first.node,
        `Nothing in the code compares what would tell which is the ${word}.`,
      );
}

const choosing =
  /(?:^|_)(?:n?(?:max|min)|arg(?:max|min)|sort|order|larg|big|small|long|short|high|low|heav|cheap|great|reduce|fold|inject|heap|n?largest|n?smallest|poll|peek|rank|compar|cmp|top|best|find|first|last|detect|select|query|worst|weigh)(?!ed_?(?:dict|map|set))/i;
const ranked = /Tree(?:Map|Set)|BTree|Priority|Heap|Sorted/;

function chooses(node: SyntaxNode): boolean {
  if (isString(node)) return /\b(?:order by|sort|max|min|limit)\b/i.test(stringValue(node));
  if (isIdentifier(node) && ranked.test(nameOf(node))) return true;
  if (isCall(node)) return choosing.test(wordsOf(calleeNames(node).at(-1) ?? ""));
  return (
    node.children.length === 3 &&
    comparisonsIn(node).some(
      ({ left, sign, right }) => /[<>]/.test(sign) && !isFixed(left) && !isFixed(right),
    )
  );
}

/** `maxBy` and `max_by` alike. */
function wordsOf(name: string): string {
  return name.replace(/([a-z\d])([A-Z])/g, "$1_$2").toLowerCase();
}

/** A number, or the name of a constant. */
function isFixed(node: SyntaxNode): boolean {
  return isNumber(node) || /^[A-Z][A-Z\d_]*$/.test(lastName(node) ?? "");
}
