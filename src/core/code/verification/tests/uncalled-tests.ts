import { declaredName, parametersOf } from "../../syntax/bindings.ts";
import { isCall, isFunction, isType } from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { assertsByName } from "./assertion-names.ts";
import { isCallback, isMentioned } from "./runnable.ts";
import type { TestCase } from "./test-cases.ts";

const lifecycle = /^(?:set_?up|tear_?down|before|after|init|main|constructor|__)/i;

/** Functions beside tests that assert as a test does, and that neither a framework nor anything in the file runs. */
export function uncalledTests(
  file: string,
  root: SyntaxNode,
  cases: readonly TestCase[],
): readonly TestCase[] {
  if (!cases.some(({ isGroup }) => !isGroup)) return [];
  const tests = cases.filter(({ isGroup }) => !isGroup);
  const found: TestCase[] = [];
  for (const node of nodesIn(root)) {
    if (!isFunction(node) || isCallback(node) || isMarked(node)) continue;
    const name = declaredName(node);
    if (name === null || lifecycle.test(name) || tests.some((one) => isInside(node, one.node))) continue;
    const isTop = ![...above(node)].some(isFunction) && !tests.some((one) => isInside(one.node, node));
    if (isTop && takesNothing(node) && asserts(node) && !isMentioned(name, node, root))
      found.push({ file, node, body: node, isGroup: false, title: name, off: "nothing runs it" });
  }
  return found;
}

/** What is annotated, overrides or stands in a class that is, a framework may run. */
function isMarked(node: SyntaxNode): boolean {
  const owner = [...above(node)].find(isType);
  const marks = (one: SyntaxNode): boolean =>
    one.parent?.type === "decorated_definition" ||
    one.children.some(
      ({ type, text }) =>
        /annotation|attribute|decorator/.test(type) || (/modifier/.test(type) && /@|\boverride\b/.test(text)),
    );
  const isInherited =
    owner !== undefined && /\bextends\b|:\s*\w+\(|\bopen\b|\babstract\b/.test(headOf(owner));
  return (
    marks(node) ||
    isInherited ||
    (owner !== undefined && marks(owner)) ||
    (node.type === "method_declaration" && owner === undefined)
  );
}

function headOf({ text }: SyntaxNode): string {
  return text.slice(0, Math.max(0, text.indexOf("{"))).slice(0, 300);
}

function takesNothing(node: SyntaxNode): boolean {
  return parametersOf(node).every((name) => /^(?:self|this|t|testing|T)$/.test(name));
}

function asserts(node: SyntaxNode): boolean {
  return [...nodesIn(node)].some(
    (one) => one.type === "assert_statement" || (isCall(one) && assertsByName(one, () => false)),
  );
}
