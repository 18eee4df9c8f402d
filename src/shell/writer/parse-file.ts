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
    if (!tree.rootNode.hasError) return null;
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
  const error = parseDocument(content, { prettyErrors: false }).errors[0];
  return error === undefined ? null : `it is not valid YAML (${error.code})`;
}
