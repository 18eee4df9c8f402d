import { isFunction, isReturn, lastName } from "../../syntax/node-kinds.ts";
import { above, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { plainWord, valuesIn } from "../../syntax/values.ts";
import { findLiteral } from "../source/find-literal.ts";
import type { Demand } from "../demands/demands.ts";
import type { Unit } from "../source/product.ts";
import { type Contradiction, contradictionAt } from "./contradiction.ts";

const asked =
  /\b(?:is|are|be|counts as)\s+(\w{2,20})\s+(?:only\s+)?(?:for|to|by|when|if|while|as long as)\s+((?:[\w`-]+\s*){1,6})/gi;
const turning = /\b(?:not|un\w+|without|except|no|non|nobody|other|otherwise|everybody|all|any)\b|n't/i;

/**
 * "open for paying guests", and `isOpen` answers `!guest.paying`: the place of the answer that is turned around. Only where
 * it is the whole answer, in the branch of the value that the demand names.
 */
export function invertedResult(demand: Demand, unit: Unit): Contradiction | null {
  if (unit.kind !== "function" || unit.name === null) return null;
  const called = plainWord(unit.name);
  for (const [, answer = "", rest = ""] of demand.quote.matchAll(asked)) {
    const until = rest.split(/\b(?:and|or|but)\b/)[0] ?? "";
    if (
      turning.test(until) ||
      !/^(?:is|has|can|may|are)/.test(called) ||
      !called.endsWith(answer.toLowerCase())
    )
      continue;
    const words: readonly string[] = until.toLowerCase().match(/[a-z]{3,}/g) ?? [];
    const found = [...nodesIn(unit.node)].find(
      (node) =>
        isDenial(node) && words.includes(deniedWord(node)) && isWholeAnswer(node) && isOfBranch(node, demand),
    );
    if (found !== undefined)
      return contradictionAt(unit, found, `The answer is turned around (\`${found.text}\`).`);
  }
  return null;
}

function isDenial({ type, text }: SyntaxNode): boolean {
  return (
    /^(?:prefix_expression|unary_expression|prefix_unary_expression|not_operator|unary|unary_op_expression)$/.test(
      type,
    ) && /^(?:!|not\b)\s*[\w$@.?()]+$/.test(text)
  );
}

function deniedWord(node: SyntaxNode): string {
  return plainWord(lastName(node) ?? "").replace(/^(?:is|has)(?=\w{3})/, "");
}

/** What is returned, or stands alone behind the arrow of a branch. */
function isWholeAnswer({ parent, type }: SyntaxNode): boolean {
  if (parent === null) return false;
  if (isReturn(parent) || isFunction(parent)) return true;
  return (
    type !== parent.type &&
    /arm|when_entry|control_structure_body|function_body|arrow_expression_clause|switch_entry|pattern/.test(
      parent.type,
    )
  );
}

/** Where branches stand for values, it is the one of a value that the demand names. */
function isOfBranch(node: SyntaxNode, { literals }: Demand): boolean {
  const branch = [...above(node)].find(({ type }) =>
    /^(?:when_entry|switch_case|match_arm|switch_expression_arm|switch_rule|switch_entry|switch_section|expression_case|case_clause|when|switch_block_statement_group)$/.test(
      type,
    ),
  );
  if (branch === undefined) return true;
  const held = valuesIn([branch]);
  return literals.some((literal) => findLiteral(held, literal) !== null);
}
