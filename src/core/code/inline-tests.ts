import type { ParsedFile } from "./syntax/syntax-node.ts";

/** Where the tests that a source file holds begin (0-based line of the mark), or -1: Rust's `#[cfg(test)] mod tests`. */
export function inlineTestsAt(path: string, lines: readonly string[]): number {
  if (!path.endsWith(".rs")) return -1;
  return lines.findIndex(
    (line, at) =>
      /^#\[cfg\(test\)\]/.test(line) &&
      /^(?:#\[cfg\(test\)\]\s*)?(?:pub\s+)?mod\s+\w+\s*\{/.test(moduleLine(lines, at)),
  );
}

function moduleLine(lines: readonly string[], at: number): string {
  const own = lines[at] ?? "";
  if (own.includes("mod ")) return own;
  return (
    lines
      .slice(at + 1, at + 4)
      .find((line) => line.trim() !== "" && !line.startsWith("#[") && !line.startsWith("//")) ?? ""
  );
}

/** The tests that a file of source holds, as a file of their own. */
export function inlineTests({ path, text, root }: ParsedFile): readonly ParsedFile[] {
  const at = root === null ? -1 : inlineTestsAt(path, text.split("\n"));
  if (at < 0) return [];
  const module = root?.children.find(({ type, endLine }) => type === "mod_item" && endLine > at + 1) ?? null;
  return module === null ? [] : [{ path, text, root: module }];
}
