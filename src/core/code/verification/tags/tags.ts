import type { Place } from "../../../trace/trace-target.ts";
import { isComment } from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, rootOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Product, Unit } from "../source/product.ts";
import type { TestCase } from "../tests/test-cases.ts";

/** The tests that a tag is for: the one it stands in, before or beside; those of its group; all of the file at its head. */
export function testsTagged(place: Place, cases: readonly TestCase[], root: SyntaxNode): readonly TestCase[] {
  const own = cases.filter(({ file }) => file === place.file);
  const tests = own.filter(({ isGroup }) => !isGroup);
  const around = own.filter(({ node }) => node.line <= place.line && node.endLine >= place.line);
  const innermost = around.at(-1);
  if (innermost !== undefined && !innermost.isGroup) return [innermost];
  const isTitled = innermost !== undefined && titleLines(innermost).includes(place.line);
  const next = isTitled ? null : declaredAfter(place, own, root);
  if (next !== null) return next.isGroup ? tests.filter(({ node }) => isInside(node, next.node)) : [next];
  if (innermost !== undefined) return tests.filter(({ node }) => isInside(node, innermost.node));
  return isAtHead(place, root) ? tests : [];
}

/** Whether a tag stands at the head of a file of tests, and so for all of them. */
export function isHeadTag(place: Place, cases: readonly TestCase[], root: SyntaxNode): boolean {
  const own = cases.filter(({ file }) => file === place.file);
  const isInside = own.some(({ node }) => node.line <= place.line && node.endLine >= place.line);
  return !isInside && declaredAfter(place, own, root) === null && isAtHead(place, root);
}

/** Lines of a group's own name and title, before what is in it. */
function titleLines({ node, body }: TestCase): readonly number[] {
  return node === body ? [node.line] : [node.line, body.line];
}

/** The test or group whose first line follows a tag's line, with nothing but comments and marks between. */
function declaredAfter(place: Place, cases: readonly TestCase[], root: SyntaxNode): TestCase | null {
  const found = cases.find(({ node }) => node.line > place.line);
  if (found === undefined) return null;
  for (const node of nodesIn(root)) {
    if (node.line < place.line || node.line >= found.node.line || node.children.length > 0) continue;
    const isMark =
      isComment(node) ||
      [...above(node)].some(
        (outer) =>
          isComment(outer) || /attribute_item|annotation|decorator|attribute_list|modifiers/.test(outer.type),
      );
    if (node.text.trim() !== "" && !isMark && node.line > place.line) return null;
  }
  return found;
}

function isAtHead({ line }: Place, root: SyntaxNode): boolean {
  const first = root.children.find(
    (node) =>
      node.named &&
      !isComment(node) &&
      !/import|package|use_|require|php_tag|expression_statement/.test(node.type),
  );
  return first === undefined || line < first.line;
}

/** The unit of source that a tag is for: the one it stands in or before; the file's top where it stands at its head. */
export function unitTagged({ file, line }: Place, { units }: Product): Unit | null {
  const own = units.filter((unit) => unit.file === file);
  const around = own.filter(({ node, kind }) => kind !== "top" && node.line <= line && node.endLine >= line);
  const innermost = around.at(-1);
  if (innermost?.kind === "function") return innermost;
  const inside = innermost?.node;
  const next = own.find(
    ({ node, kind }) =>
      kind !== "top" && node.line > line && (inside === undefined || isInside(node, inside)),
  );
  const between = next === undefined ? null : linesBetween(next.node, line);
  if (next !== undefined && between !== null && between) return next;
  return innermost ?? own.find(({ kind }) => kind === "top") ?? null;
}

/** Whether only comments, marks and empty lines stand between a line and a declaration. */
function linesBetween(node: SyntaxNode, line: number): boolean {
  const lines = rootOf(node)
    .text.split("\n")
    .slice(line, node.line - 1);
  return lines.every((text) => /^\s*(?:\/\/|\/?\*|#|--|@|\[|"""|'''|$)/.test(text));
}
