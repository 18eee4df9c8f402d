import { Language, Parser } from "web-tree-sitter";
import { parseDocument } from "yaml";
import { grammarFile, grammars } from "../grammars.ts";

/** Milliseconds; a parser that is not done by then has no answer, and the file counts as unreadable. */
const longestParse = 2000;
const loaded = new Map<string, Promise<Parser>>();

/**
 * Says where a file does not parse, or null; null also for a kind of file it does not know. Only reads: nothing of the
 * target is executed. JSON and YAML have their own parsers; the rest are tree-sitter grammars.
 */
export async function parseCheck(path: string, content: string): Promise<string | null> {
  const ending = /\.([a-z]{1,5})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  if (ending === "json") return jsonProblem(content);
  if (ending === "yml" || ending === "yaml") return yamlProblem(content);
  const grammar = Object.hasOwn(grammars, ending) ? grammars[ending] : undefined;
  if (grammar === undefined) return null;
  const parser = await parserOf(grammar);
  // Some grammars need the last line to be ended.
  const text = content.endsWith("\n") ? content : `${content}\n`;
  const end = performance.now() + longestParse;
  const tree = parser.parse(text, null, { progressCallback: () => performance.now() > end });
  if (tree === null) {
    parser.reset();
    return "it takes too long to parse";
  }
  try {
    if (!tree.rootNode.hasError) return null;
    const line = firstError(tree.rootNode)?.startPosition.row ?? 0;
    return `it does not parse as ${grammar}, at or near line ${line + 1}`;
  } finally {
    tree.delete();
  }
}

function parserOf(grammar: string): Promise<Parser> {
  const known = loaded.get(grammar);
  if (known !== undefined) return known;
  const parser = load(grammar);
  loaded.set(grammar, parser);
  return parser;
}

async function load(grammar: string): Promise<Parser> {
  await Parser.init();
  const language = await Language.load(grammarFile(grammar));
  const parser = new Parser();
  parser.setLanguage(language);
  return parser;
}

type Node = NonNullable<ReturnType<Parser["parse"]>>["rootNode"];

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
  const error = parseDocument(content, { prettyErrors: false }).errors[0];
  return error === undefined ? null : `it is not valid YAML (${error.code})`;
}
