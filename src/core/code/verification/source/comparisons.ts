import { isFunction, isString } from "../../syntax/node-kinds.ts";
import { nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";

/** The signs with their sides changed. */
export const mirrored: Readonly<Record<string, string>> = { "<": ">", "<=": ">=", ">": "<", ">=": "<=" };

/** The signs that hold where another does not. */
export const opposite: Readonly<Record<string, string>> = {
  ...{ "<": ">=", "<=": ">", ">": "<=", ">=": "<" },
  ...{ "==": "!=", "!=": "==", "===": "!==", "!==": "===" },
};

export interface Comparison {
  readonly left: SyntaxNode;
  readonly sign: string;
  readonly right: SyntaxNode;
}

/** Comparisons in a condition, none that a `!` turns around. */
export function comparisonsIn(condition: SyntaxNode): Comparison[] {
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

/** What a branch asks; null where it asks nothing that is read. */
export function conditionOf(node: SyntaxNode): SyntaxNode | null {
  const named = node.children.find(({ field }) => field === "condition");
  if (named !== undefined) return named;
  if (/modifier/.test(node.type)) return node.children.filter((child) => child.named).at(-1) ?? null;
  return (
    node.children.find((child) => child.named && !/block|body|statements|comment/.test(child.type)) ?? null
  );
}

/** The branch that runs when the condition holds (for a guard: when it does not). */
export function thenOf(node: SyntaxNode): SyntaxNode {
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
