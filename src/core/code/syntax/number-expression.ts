import { type Bindings, bindingsOf } from "./bindings.ts";
import { isIdentifier, isNumber, isString, nameOf, numberValue, stringValue } from "./node-kinds.ts";
import { rootOf, type SyntaxNode } from "./syntax-node.ts";

const maxDepth = 6;
const maxLength = 80;

const calculations: Readonly<Record<string, (a: number, b: number) => number>> = {
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "<<": (a, b) => a * 2 ** b,
  "**": (a, b) => a ** b,
};

const binary =
  /^(?:binary|binary_expression|binary_operator|multiplicative_expression|additive_expression|shift_expression)$/;

/** `15 * SECOND`, `1024 * 1024`, `1 << 20` as one number; null where it is none that its file fixes. */
export function calculated(node: SyntaxNode): number | null {
  return binary.test(node.type) && node.end - node.start <= maxLength ? numberOf(node, 0) : null;
}

function numberOf(node: SyntaxNode, depth: number): number | null {
  if (depth > maxDepth) return null;
  if (isNumber(node)) return numberValue(node);
  if (isIdentifier(node)) return constantOf(node, depth);
  if (/^parenthesized_expression$/.test(node.type)) {
    const inner = node.children.find(({ named }) => named);
    return inner === undefined ? null : numberOf(inner, depth + 1);
  }
  if (!binary.test(node.type)) return null;
  const [left, sign, right] = node.children;
  const calculate = sign === undefined ? undefined : calculations[sign.text];
  if (left === undefined || right === undefined || calculate === undefined) return null;
  const a = numberOf(left, depth + 1);
  const b = a === null ? null : numberOf(right, depth + 1);
  return a === null || b === null ? null : calculate(a, b);
}

/** `Prefix + "not_paid"` as one text, where its file fixes all parts; null for any other. */
export function joined(node: SyntaxNode): string | null {
  return binary.test(node.type) && node.end - node.start <= maxLength ? textOf(node, 0) : null;
}

function textOf(node: SyntaxNode, depth: number): string | null {
  if (depth > maxDepth) return null;
  if (isString(node)) return /[$#{]/.test(node.text.slice(1)) ? null : stringValue(node);
  if (isIdentifier(node)) {
    const value = onlyValueOf(node);
    return value === null ? null : textOf(value, depth + 1);
  }
  const [left, sign, right] = node.children;
  if (
    !binary.test(node.type) ||
    left === undefined ||
    right === undefined ||
    !/^(?:\+|\.|<>)$/.test(sign?.text ?? "")
  )
    return null;
  const a = textOf(left, depth + 1);
  const b = a === null ? null : textOf(right, depth + 1);
  return a === null || b === null ? null : a + b;
}

const known = new WeakMap<SyntaxNode, Bindings>();

/** What a name of the file always stands for. */
function constantOf(node: SyntaxNode, depth: number): number | null {
  const value = onlyValueOf(node);
  return value === null ? null : numberOf(value, depth + 1);
}

function onlyValueOf(node: SyntaxNode): SyntaxNode | null {
  const root = rootOf(node);
  const bindings = known.get(root) ?? bindingsOf(root);
  known.set(root, bindings);
  const values = bindings.get(nameOf(node)) ?? [];
  const [value] = values;
  return values.length === 1 && value !== undefined ? value : null;
}
