import type { Demand } from "../demands/demands.ts";
import { type SyntaxNode, isInside, nodesIn } from "../../syntax/syntax-node.ts";
import type { Unit } from "../source/product.ts";
import { thenOf, conditionOf, comparisonsIn } from "../source/comparisons.ts";
import { findLiteral } from "../source/find-literal.ts";
import { valuesIn, plainWord } from "../../syntax/values.ts";
import type { Literal } from "../demands/literals.ts";
import { identifiersIn, isIdentifier, lastName, nameOf } from "../../syntax/node-kinds.ts";
import { type StatedCondition, conditionsIn } from "../demands/stated-conditions.ts";
const turning = /\b(?:not|unless|other|except|without|only|any|neither|until)\b|n't/i;
const emptiness = /\b(?:an? )?(?:empty|blank|missing|null)\b/i;

/**
 * The branch that gives the demand's result is entered when the value, or the state, that it names is not there; as a sentence, or
 * null.
 */
export function invertedCondition(demand: Demand, node: SyntaxNode, units: readonly Unit[]): string | null {
  const results = demand.literals.filter(({ isResult }) => isResult);
  const then = thenOf(node);
  const condition = conditionOf(node);
  if (results.length === 0 || condition === null || isInside(condition, then)) return null;
  const held = raisedIn(then, units);
  const result = results.find((one) => findLiteral(held, one) !== null);
  if (result === undefined) return null;
  const isGuard = node.type === "guard_statement" || node.type.startsWith("unless");
  return unequalValue(demand, condition, isGuard) ?? unmetState(demand.quote, result, condition, isGuard);
}

/** A condition on a value that the demand names, which raises the demand's error where it should not. */
function unequalValue(demand: Demand, condition: SyntaxNode, isGuard: boolean): string | null {
  if (turning.test(demand.quote)) return null;
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

/** A state that the demand names, asked for the other way round. */
function unmetState(quote: string, result: Literal, condition: SyntaxNode, isGuard: boolean): string | null {
  const same = isGuard ? null : sameInsteadOfOther(quote, condition);
  if (same !== null) return `\`${result.text}\` is what comes of them being the same (\`${same}\`).`;
  const state = turnedState(quote, condition.text, isGuard);
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

const other = /\b(?:by|of|to|for)\s+(?:another|a different|some other|any other)\s+([a-z]{3,20})\b/i;

/**
 * "When a file is locked by another user, … fails", and the failure's branch is entered when holder and user are the same:
 * the sign, or null. `condition` is that of a plain branch.
 */
function sameInsteadOfOther(quote: string, condition: SyntaxNode): string | null {
  const noun = other.exec(quote)?.[1]?.toLowerCase() ?? "";
  if (noun === "" || /\b(?:same|not|only|unless|except|itself)\b/i.test(quote)) return null;
  if (/&&|\|\||\b(?:and|or)\b|!/.test(condition.text)) return null;
  const [comparison, ...more] = comparisonsIn(condition);
  if (comparison === undefined || more.length > 0 || !comparison.sign.startsWith("==")) return null;
  const isParty = (side: SyntaxNode): boolean =>
    [noun, `${noun}id`, `${noun}name`].includes(plainWord(lastName(side) ?? ""));
  return isParty(comparison.left) || isParty(comparison.right) ? comparison.sign : null;
}

/** What a condition of code says of one thing: `!this.isConnected` is `isconnected`, that does not hold; null for any other. */
function saidBy(condition: string): Omit<StatedCondition, "option"> | null {
  const bare = condition
    .trim()
    .replace(/^\(([^()]{0,400}(?:\(\))?[^()]{0,400})\)$/, "$1")
    .trim();
  const found =
    /^(!|not\s{1,9})?\s{0,9}(?:[\w$@]{1,80}(?:\(\))?[?!]?(?:\.|->|::)){0,9}([\w$]{1,80})[?]?(?:\(\))?(?:\s{0,9}(===?|!==?|is)\s{0,9}(true|false|True|False))?$/.exec(
      bare,
    );
  if (found === null) return null;
  const [, not, name = "", sign = "==", value = "true"] = found;
  const isTrue = (value.toLowerCase() === "true") === !sign.startsWith("!");
  return { word: plainWord(name), holds: (not === undefined) === isTrue };
}

/** The state that code asks for the other way round, in words; null where it does not. */
function turnedState(quote: string, condition: string, isGuard: boolean): string | null {
  const said = saidBy(condition);
  if (said === null) return null;
  const holds = said.holds !== isGuard;
  for (const asked of conditionsIn(quote)) {
    const names = ["", "is", "has", "was", "are"].map((start) => start + asked.word);
    if (names.includes(said.word) && asked.holds !== holds)
      return asked.option === undefined
        ? `it being ${asked.holds ? "not " : ""}${asked.word}`
        : `\`${asked.option}\` being ${String(!asked.holds)}`;
  }
  return null;
}
