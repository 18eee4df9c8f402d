import { parseDocument } from "yaml";
import { nestsTooDeep } from "../../core/yaml-nesting.ts";
import type { Tree } from "web-tree-sitter";
import { grammarOf, parseTree } from "../syntax/parse-tree.ts";

/**
 * Says where a file does not parse, or null; null also for a kind of file it does not know. Only reads: nothing of the
 * target is executed. JSON and YAML have their own parsers; the rest are tree-sitter grammars.
 */
export async function parseFile(path: string, content: string): Promise<string | null> {
  const ending = /\.([a-z]{1,10})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  if (ending === "json" || ending === "geojson") return jsonProblem(content);
  if (ending === "yml" || ending === "yaml") return yamlProblem(content);
  const grammar = grammarOf(path);
  if (grammar === null) return null;
  const tree = await parseTree(grammar, content);
  if (tree === null) return "it takes too long to parse";
  try {
    if (!tree.rootNode.hasError) return blankInCode(tree.rootNode, content);
    const line = firstError(tree.rootNode)?.startPosition.row ?? 0;
    return `it does not parse as ${grammar}, at or near line ${line + 1}`;
  } finally {
    tree.delete();
  }
}

type Node = Tree["rootNode"];

/** Walks down the side that holds the error, so the cost is the tree's depth times its width. */
function firstError(root: Node): Node | null {
  let node = root;
  while (!node.isError && !node.isMissing) {
    const next = node.children.find((child) => child !== null && (child.hasError || child.isMissing));
    if (next === undefined || next === null) return node;
    node = next;
  }
  return node;
}

const otherBlank = /[^\P{Zs} ]/gu;
/** What grammars call the smallest part in which text stands, and parts with code in it whose names are alike. */
const text = /string|comment|char|rune|text|heredoc|template|regex|content/;
const code = /substitution|interpolation$|interpolated_expression|concatenated/;

/** Where a blank that is no space stands between signs of code: whatever quotation marks around it look like. */
function blankInCode(root: Node, content: string): string | null {
  for (const { 0: blank, index } of content.matchAll(otherBlank)) {
    const type = root.descendantForIndex(index, index + blank.length)?.type ?? "";
    if (text.test(type) && !code.test(type)) continue;
    const line = content.slice(0, index).split("\n").length;
    return `a blank that is no space stands in its code, in line ${String(line)}`;
  }
  return null;
}

function jsonProblem(content: string): string | null {
  try {
    JSON.parse(content);
    return null;
  } catch {
    return "it is not valid JSON";
  }
}

function yamlProblem(content: string): string | null {
  if (nestsTooDeep(content)) return "it nests too deep to be parsed";
  const document = parseDocument(content, { prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) return `it is not valid YAML (${error.code})`;
  try {
    document.toJS();
    return null;
  } catch {
    return "it is not valid YAML (an alias that names nothing, or too many)";
  }
}
