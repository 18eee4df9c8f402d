import { inlineTestsAt } from "../../context/inline-tests.ts";
import type { ParsedFile } from "../../syntax/syntax-node.ts";

/** The tests that a file of source holds, as a file of their own. */
export function inlineTests({ path, text, root }: ParsedFile): readonly ParsedFile[] {
  const at = root === null ? -1 : inlineTestsAt(path, text.split("\n"));
  if (at < 0) return [];
  const module = root?.children.find(({ type, endLine }) => type === "mod_item" && endLine > at + 1) ?? null;
  return module === null ? [] : [{ path, text, root: module }];
}
