import { isDataFile } from "../../../data-file.ts";
import type { SourceFile } from "../../../entries/entry.ts";
import type { VectorFile } from "../../vectors/vector-file.ts";
import { declaredName } from "../../syntax/bindings.ts";
import { calleeNames, isCall, isFunction, isString, stringValue } from "../../syntax/node-kinds.ts";
import { above, nodesIn, rootOf, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isCallback, isMentioned } from "../tests/runnable.ts";
import type { Values } from "../../syntax/values.ts";
import type { ReadTest, Tests } from "../tests/read-tests.ts";
import { fileName } from "../../../file-name.ts";

/** Of several files of its name, the one that a test of the entry opens by its path. */
export function openedBy(
  tests: readonly ReadTest[],
  vector: VectorFile,
  files: readonly SourceFile[],
): SourceFile | undefined {
  const name = fileName(vector.source.file);
  const alike = files.filter(({ path }) => fileName(path) === name);
  if (alike.length < 2) return undefined;
  const opened = tests.flatMap(({ test, values }) =>
    [...values.strings.map(([, node]) => node), ...liveStrings(rootOf(test.node))]
      .filter((node) => fileName(stringValue(node)) === name)
      .map((node) => ({ from: test.file, path: pathAround(node) })),
  );
  const isOpened = (is: (from: string, path: string) => string): SourceFile | undefined =>
    alike.find((file) => opened.some(({ from, path }) => is(from, path) === file.path));
  return isOpened(beside) ?? isOpened((_, path) => beside("", path));
}

/** `vectors/amounts.json` of `join(here, "vectors", "amounts.json")` and of `here / "vectors" / "amounts.json"`. */
function pathAround(node: SyntaxNode): string {
  let whole: SyntaxNode = node;
  for (const outer of above(node)) {
    if (/argument/.test(outer.type)) continue;
    if (!(isCall(outer) || /binary/.test(outer.type)) || outer.text.length > 300) break;
    whole = outer;
    if (isCall(outer)) break;
  }
  const parts = [...nodesIn(whole)]
    .filter((one) => isString(one) && one.start <= node.start)
    .map(stringValue);
  return parts.length === 0 ? stringValue(node) : parts.join("/");
}

function beside(file: string, path: string): string {
  const parts = file.split("/").slice(0, -1);
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

/** Strings of a file of tests, but for what it brings in, and for what is declared in it and named nowhere. */
function liveStrings(root: SyntaxNode | undefined): readonly SyntaxNode[] {
  if (root === undefined) return [];
  const isLeftOut = (node: SyntaxNode): boolean => {
    const isDeclared = isFunction(node) && !isCallback(node) && node.parent?.type !== "decorated_definition";
    const name = isDeclared ? declaredName(node) : null;
    return name !== null && !/^test/i.test(name) && !isMentioned(name, node, root) && !hasMarks(node);
  };
  return [...nodesIn(root, (node) => !isLeftOut(node))].filter(
    (node) => isString(node) && !isLeftOut(node) && !isRequired(node),
  );
}

/** Something else than the file itself may run what is annotated. */
function hasMarks({ children }: SyntaxNode): boolean {
  return children.some(({ type }) => /annotation|attribute|modifiers/.test(type));
}

/** Code that a file brings in; data that it brings in is read. */
function isRequired(node: SyntaxNode): boolean {
  if (isDataFile(stringValue(node))) return false;
  const outer = [...above(node)];
  const call = outer.find(isCall);
  return (
    outer.some(({ type }) => /import|use_declaration|using_directive/.test(type)) ||
    (call !== undefined && /^(?:require|require_relative|import)$/.test(calleeNames(call)[0] ?? ""))
  );
}

/** Whether a test, or what it and its file use, opens the file: by its name, or by its stem where its folder is named. */
export function readsData(
  { test, values }: ReadTest,
  path: string,
  { tests: { roots, cases }, source }: { readonly tests: Tests; readonly source: readonly Values[] },
): boolean {
  const name = fileName(path);
  const stem = name.replace(/\.[^.]+$/, "");
  const folder = path.split("/").at(-2) ?? "";
  const titles = cases.map(({ title }) => title);
  const own = liveStrings(roots.get(test.file))
    .map(stringValue)
    .filter((text) => !titles.includes(text));
  const used = [...values.strings.map(([text]) => text), ...own];
  if (used.some((text) => text.includes(name))) return true;
  // What opens the files of a folder may stand in a file that is no test by its name.
  const everywhere = [
    ...[...roots.values()].flatMap((root) => stringsIn(root)),
    ...source.flatMap(({ strings }) => strings.map(([text]) => text)),
  ];
  const namesFolder = folder !== "" && everywhere.some((text) => text.split(/[/\\]/).includes(folder));
  return (
    namesFolder &&
    (used.some((text) => text === stem || text.endsWith(`/${stem}`)) ||
      used.some((text) => /\*\.\w+$/.test(text)))
  );
}

function stringsIn(root: Parameters<typeof nodesIn>[0] | undefined): string[] {
  return root === undefined ? [] : [...nodesIn(root)].filter(isString).map(stringValue);
}
