import { isIdentifier, nameOf } from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { plainWord } from "../../syntax/values.ts";
import { comparisonsIn } from "../source/comparisons.ts";

const other = /\b(?:by|of|to|for)\s+(?:another|a different|some other|any other)\s+([a-z]{3,20})\b/i;

/**
 * "When a file is locked by another user, … fails", and the failure's branch is entered when holder and user are the same:
 * the sign, or null. `condition` is that of a plain branch.
 */
export function sameInsteadOfOther(quote: string, condition: SyntaxNode): string | null {
  const noun = other.exec(quote)?.[1]?.toLowerCase() ?? "";
  if (noun === "" || /\b(?:same|not|only|unless|except|itself)\b/i.test(quote)) return null;
  if (/&&|\|\||\b(?:and|or)\b|!/.test(condition.text)) return null;
  const [comparison, ...more] = comparisonsIn(condition);
  if (comparison === undefined || more.length > 0 || !comparison.sign.startsWith("==")) return null;
  const isParty = (side: SyntaxNode): boolean => {
    const last = [...nodesIn(side)].filter(isIdentifier).at(-1);
    return last !== undefined && [noun, `${noun}id`, `${noun}name`].includes(plainWord(nameOf(last)));
  };
  return isParty(comparison.left) || isParty(comparison.right) ? comparison.sign : null;
}
