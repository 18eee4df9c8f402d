import { argumentsOf, calleeNames, isCall, isIdentifier, isString, nameOf } from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { plainWord, spacedWords } from "../../syntax/values.ts";
import type { Unit } from "../source/product.ts";
import type { Demand } from "../demands/demands.ts";
import { type Contradiction, contradictionAt } from "./contradiction.ts";

const acts: readonly (readonly [verb: RegExp, place: RegExp])[] = [
  [
    /^(?:stor|sav|kept|keep|persist|cach|record)/i,
    /stor|sav|persist|cache|keychain|preferences|defaults|repositor|database|\bdb\b/i,
  ],
  [/^(?:log|print)/i, /\blog\b|logg|console|print/i],
];

const verbs = "stored?|saved?|kept|keep|persist(?:ed)?|cached?|record(?:ed)?|log(?:ged)?|print(?:ed)?";
const passive = new RegExp(
  `\\b([a-z]{3,30})(?:\\s+(?:itself|themselves))?\\s+(?:(?:must|shall|may|should)\\s+not\\s+be|must\\s+never\\s+be|(?:is|are)\\s+(?:never|not))\\s+(${verbs})\\b`,
  "gi",
);
const active = new RegExp(
  `\\b(?:must|shall|may|should)\\s+(?:not|never)\\s+(${verbs})\\s+(?:the|an?|any|its|their)\\s+(?:[a-z]{2,20}'s\\s+)?([a-z]{3,30})(?=\\s*(?:[.,;]|$|itself|in\\b|to\\b|on\\b|as\\b))`,
  "gi",
);

/** "must never be written to the log", "must not appear in the logs". */
const logged =
  /\b([a-z]{3,30})(?:\s+(?:itself|themselves))?\s+(?:(?:must|shall|may|should|can)\s*not\s+(?:ever\s+)?|(?:must|shall|may|should|can)\s+never\s+|(?:is|are)\s+(?:never|not)\s+|never\s+|(?:does|do)\s+not\s+)(?:be\s+)?(?:written|sent|put|output|appears?|shown?|included?|printed)\s+(?:to|in|into|on)\s+(?:(?:the|a|any|its|our)\s+)?(?:\w{2,20}\s+)?(?:logs?|log\s+files?|log\s+lines?)\b/gi;

/** What a prohibition forbids and a function does, also one of other entries; null where none does. */
export function forbiddenAction({ kind, quote }: Demand, units: readonly Unit[]): Contradiction | null {
  for (const unit of kind === "prohibition" ? units : []) {
    const done = forbiddenIn(quote, unit);
    if (done !== null)
      return contradictionAt(
        unit,
        done,
        `The code does what is forbidden (\`${done.text.split("\n", 1)[0]?.slice(0, 60) ?? ""}\`).`,
      );
  }
  return null;
}

/**
 * "The PIN itself must not be stored", and the function keeps `pin` as it was given: the place. What is worked out of it (a
 * hash, a mask) is another thing, and what the function gives a new value may be.
 */
function forbiddenIn(quote: string, unit: Unit): SyntaxNode | null {
  const asked = [
    ...[...quote.matchAll(passive)].map(([, noun = "", verb = ""]) => ({ noun, verb })),
    ...[...quote.matchAll(logged)].map(([, noun = ""]) => ({ noun, verb: "log" })),
    ...[...quote.matchAll(active)].map(([, verb = "", noun = ""]) => ({ noun, verb })),
  ];
  for (const { noun, verb } of unit.kind === "function" ? asked : []) {
    const place = acts.find(([act]) => act.test(verb))?.[1];
    if (place === undefined) continue;
    const found = [...nodesIn(unit.node)].find((node) => does(node, plainWord(noun), place, unit));
    if (found !== undefined) return found;
  }
  return null;
}

function does(node: SyntaxNode, noun: string, place: RegExp, unit: Unit): boolean {
  const isThing = (one: SyntaxNode): boolean => isNamed(one, noun) && !isGivenAnew(noun, unit);
  if (isCall(node))
    return (
      place.test(wordsOf(calleeNames(node))) &&
      argumentsOf(node).some((one) => partsOf(bare(one)).some(isThing))
    );
  const sign = node.children.findIndex(({ text }) => text === "=");
  const [left, right] = [node.children[sign - 1], node.children.slice(sign + 1).find(({ named }) => named)];
  if (sign < 1 || left === undefined || right === undefined || !/assign/.test(node.type)) return false;
  const names = [...nodesIn(left)]
    .filter((one) => isIdentifier(one) || isString(one))
    .map(({ text }) => text);
  return place.test(wordsOf(names)) && isThing(right);
}

function wordsOf(names: readonly string[]): string {
  return spacedWords(names.join(" ")).replace(/_/g, " ");
}

/** What stands in a text, a sum or an object as it is: no call, choice or comparison makes another thing of it. */
function partsOf(node: SyntaxNode): readonly SyntaxNode[] {
  if (isIdentifier(node)) return [node];
  if (isMemberOf(node)) return [...nodesIn(node)].filter(isIdentifier).slice(-1);
  const [left, sign, right] = node.children;
  if (
    node.children.length === 3 &&
    left !== undefined &&
    right !== undefined &&
    /^(?:\+|\.|<>|\|\|)$/.test(sign?.text ?? "")
  )
    return [...partsOf(left), ...partsOf(right)];
  if (/pair|keyword_argument/.test(node.type)) return node.children.slice(-1).flatMap(partsOf);
  return isString(node) ||
    /^(?:template_substitution|interpolation|interpolated_expression|object|dictionary|hash|array|list|argument|value_argument|encapsed_string|string_content|line_string_literal)$/.test(
      node.type,
    )
    ? node.children.filter(({ named }) => named).flatMap(partsOf)
    : [];
}

function isMemberOf({ type, text }: SyntaxNode): boolean {
  return (
    /^(?:member_expression|attribute|field_expression|navigation_expression|member_access_expression|field_access|selector_expression|simple_identifier)$/.test(
      type,
    ) && /^[\w$@.>:?-]+$/.test(text)
  );
}

/** An argument may be a node around its value. */
function bare(node: SyntaxNode): SyntaxNode {
  const [only, ...more] = node.children.filter(({ named }) => named);
  return /^(?:argument|value_argument)$/.test(node.type) && only !== undefined && more.length === 0
    ? bare(only)
    : node;
}

function isNamed(node: SyntaxNode, noun: string): boolean {
  return isIdentifier(node) && plainWord(nameOf(node)) === noun;
}

const making = /hash|digest|mask|redact|scrub|obfusc|anonym|encrypt|cipher|seal|slice|substr|hidden|\*{3}/i;

/** `pin = hash(pin)` makes another thing of it; `pin = read()` does not. */
function isGivenAnew(noun: string, { node }: Unit): boolean {
  return [...nodesIn(node)].some(
    ({ type, children: [left], text }) =>
      /assign|declarator|let_declaration|property_declaration/.test(type) &&
      left !== undefined &&
      plainWord(left.text) === noun &&
      /[=(]/.test(text) &&
      (making.test(text) || plainWord(text.slice(left.text.length)).includes(noun)),
  );
}
