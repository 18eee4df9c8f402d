import type { Place, Cited } from "../../../trace/trace-target.ts";
import { isComment } from "../../syntax/node-kinds.ts";
import { above, isInside, nodesIn, rootOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import type { Product, Unit } from "../source/product.ts";
import type { TestCase } from "../tests/test-cases.ts";
import type { Tests } from "../tests/read-tests.ts";

interface TaggedTests {
  readonly of: (id: string) => readonly TestCase[];
  /** Its ID stands at the head of a test file alone, of which every test names another. */
  isHeadOnly(id: string): boolean;
}

/**
 * The tests of each entry. The head of a file that lists several entries speaks for those of its tests that name none of
 * them, or this one: a test that names its own entry is for that.
 */
export function testsByTag(cited: ReadonlyMap<string, Cited>, { cases, roots }: Tests): TaggedTests {
  const placed = (place: Place): { readonly isHead: boolean; readonly found: readonly TestCase[] } => {
    const root = roots.get(place.file);
    if (root === undefined) return { isHead: false, found: [] };
    return { isHead: isHeadTag(place, cases, root), found: testsTagged(place, cases, root) };
  };
  const all = new Map(
    [...cited].map(([id, { tests }]) => [id, tests.map((place) => ({ file: place.file, ...placed(place) }))]),
  );
  const heads = new Map<string, number>();
  const named = new Set<TestCase>();
  for (const places of all.values()) {
    for (const { found } of places.filter(({ isHead }) => !isHead)) for (const one of found) named.add(one);
    for (const file of new Set(places.filter(({ isHead }) => isHead).map((place) => place.file)))
      heads.set(file, (heads.get(file) ?? 0) + 1);
  }
  const of = (id: string): readonly TestCase[] => [
    ...new Set(
      (all.get(id) ?? []).flatMap(({ file, isHead, found }) =>
        isHead && (heads.get(file) ?? 0) > 1 ? found.filter((one) => !named.has(one)) : found,
      ),
    ),
  ];
  return {
    of,
    isHeadOnly: (id) => of(id).length === 0 && (all.get(id) ?? []).some(({ found }) => found.length > 0),
  };
}

/** The tests that a tag is for: the one it stands in, before or beside; those of its group; all of the file at its head. */
function testsTagged(place: Place, cases: readonly TestCase[], root: SyntaxNode): readonly TestCase[] {
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
function isHeadTag(place: Place, cases: readonly TestCase[], root: SyntaxNode): boolean {
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
