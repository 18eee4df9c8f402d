import { declaredName } from "../syntax/bindings.ts";
import { argumentsOf, calleeNames, isCall, isFunction, isString, isType } from "../syntax/node-kinds.ts";
import { above, isInside, type SyntaxNode } from "../syntax/syntax-node.ts";
import type { TestCase } from "./test-cases.ts";

/** Something of a test file that a test uses. */
export interface Helper {
  readonly file: string;
  readonly node: SyntaxNode;
}

/** What the groups around a test are about: `described_class` and `subject` stand for it. */
export function describedBy({ node }: TestCase): readonly SyntaxNode[] {
  if (!/\b(?:described_class|subject|is_expected)\b/.test(node.text)) return [];
  return [...above(node)]
    .filter((outer) => isCall(outer) && /^(?:describe|context)$/.test(calleeNames(outer).at(-1) ?? ""))
    .flatMap((outer) => argumentsOf(outer).filter((given) => !isString(given) && !isFunction(given)));
}

/** Functions and types of test files that a test uses. */
export function helpersAround(
  { node }: TestCase,
  closure: readonly SyntaxNode[],
  paths: ReadonlyMap<SyntaxNode, string>,
): readonly Helper[] {
  return closure.flatMap((one) => {
    const root = [...above(one)].at(-1);
    const file = root === undefined ? undefined : paths.get(root);
    const isOutside = file !== undefined && !(paths.get(rootOf(node)) === file && isInside(one, node));
    const isHelper = (isFunction(one) || isType(one)) && declaredName(one) !== null;
    return isOutside && isHelper ? [{ file, node: declarationOf(one) }] : [];
  });
}

/** With its name: `const fake = () => …`. */
function declarationOf(node: SyntaxNode): SyntaxNode {
  const { parent } = node;
  return parent !== null && /declarator|declaration|assignment|expression_statement/.test(parent.type)
    ? declarationOf(parent)
    : node;
}

function rootOf(node: SyntaxNode): SyntaxNode {
  return [...above(node)].at(-1) ?? node;
}
