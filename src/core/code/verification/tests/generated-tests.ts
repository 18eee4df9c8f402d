import { declaredName } from "../../syntax/bindings.ts";
import { calleeNames, isCall, isFunction } from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isCallback } from "./runnable.ts";
import type { TestCase } from "./test-cases.ts";

interface Root {
  readonly path: string;
  readonly root: SyntaxNode;
}

/**
 * Calls of a helper that declares tests: `scales rows: …`, whose helper has an `it` for each row. Each stands for the tests
 * that it makes. `written` are the tests that are there as such.
 */
export function generatedTests(files: readonly Root[], written: readonly TestCase[]): readonly TestCase[] {
  const makers = new Set<string>();
  for (const { node } of written) {
    const maker = [...above(node)].find((outer) => isFunction(outer) && !isCallback(outer));
    const name = maker === undefined ? null : declaredName(maker);
    if (maker !== undefined && name !== null && !written.some(({ body }) => body === maker)) makers.add(name);
  }
  if (makers.size === 0) return [];
  return files.flatMap(({ path, root }) => {
    const groups = written.filter((one) => one.file === path && one.isGroup);
    return [...nodesIn(root)].flatMap((call): TestCase[] => {
      if (!isCall(call) || !makers.has(calleeNames(call).at(-1) ?? "")) return [];
      const isInTest = written.some((one) => one.file === path && !one.isGroup && isInside(call, one.node));
      const group = groups.findLast(({ node }) => isInside(call, node));
      const title = group?.title ?? calleeNames(call).join(".");
      return isInTest
        ? []
        : [{ file: path, node: call, body: call, isGroup: false, title, off: group?.off ?? null }];
    });
  });
}
