import type { Tree, TreeCursor } from "web-tree-sitter";
import { type ParsedFile, SyntaxNode } from "../../core/code/syntax/syntax-node.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { elixirTree } from "./elixir-tree.ts";
import { grammarOf, parseTree } from "./parse-tree.ts";

/** Nodes of one file; nobody writes a larger one by hand. */
const maxNodes = 400_000;
/** Characters of all files that are parsed; the rest is read as text only. */
const maxTotal = 12_000_000;

/** Parses files of the languages known here, in their order. */
export async function parseSyntax(files: readonly SourceFile[]): Promise<readonly ParsedFile[]> {
  const parsed: ParsedFile[] = [];
  let total = 0;
  for (const { path, text } of files) {
    total += text.length;
    const grammar = grammarOf(path);
    const tree = grammar === null || total > maxTotal ? null : await parseTree(grammar, readable(path, text));
    const root = tree === null ? null : plainTree(tree, text);
    parsed.push({ path, text, root: root !== null && grammar === "elixir" ? elixirTree(root, text) : root });
    tree?.delete();
  }
  return parsed;
}

/** Swift's `#expect(…)` is younger than its grammar; every offset is kept. */
function readable(path: string, text: string): string {
  return path.endsWith(".swift") ? text.replace(/#(?=(?:expect|require)\b)/g, "_") : text;
}

/** The tree as plain objects: the parser's own live in its memory and have to be freed. */
function plainTree(tree: Tree, text: string): SyntaxNode | null {
  const cursor = tree.walk();
  try {
    return copied(cursor, text);
  } finally {
    cursor.delete();
  }
}

function copied(cursor: TreeCursor, text: string): SyntaxNode | null {
  const root = nodeAt(cursor, text, null);
  let at = root;
  for (let count = 1; count < maxNodes; count++) {
    if (cursor.gotoFirstChild()) {
      at = appended(cursor, text, at);
      continue;
    }
    while (at.parent !== null && !cursor.gotoNextSibling()) {
      cursor.gotoParent();
      at = at.parent;
    }
    if (at.parent === null) return root;
    at = appended(cursor, text, at.parent);
  }
  return null;
}

function appended(cursor: TreeCursor, text: string, parent: SyntaxNode): SyntaxNode {
  const node = nodeAt(cursor, text, parent);
  parent.children.push(node);
  return node;
}

function nodeAt(cursor: TreeCursor, text: string, parent: SyntaxNode | null): SyntaxNode {
  return new SyntaxNode(text, parent, {
    type: cursor.nodeType,
    named: cursor.nodeIsNamed,
    field: cursor.currentFieldName,
    start: cursor.startIndex,
    end: cursor.endIndex,
    line: cursor.startPosition.row + 1,
    endLine: cursor.endPosition.row + 1,
  });
}
