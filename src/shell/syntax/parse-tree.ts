import { setFlagsFromString } from "node:v8";
import { Language, Parser, type Tree } from "web-tree-sitter";
import { grammarFile, grammars } from "../grammars.ts";

/** Milliseconds; a parser that is not done by then has no answer, and the file counts as unreadable. */
const maxParseTime = 2000;
const loaded = new Map<string, Promise<Parser>>();

/** The grammar of a file by its ending, or null. */
export function grammarOf(path: string): string | null {
  const ending = /\.([a-z]{1,5})$/i.exec(path)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(grammars, ending) ? (grammars[ending] ?? null) : null;
}

/** The tree of a text, to be deleted by who asked for it; null when it takes too long. Nothing is executed. */
export async function parseTree(grammar: string, content: string): Promise<Tree | null> {
  const parser = await parserOf(grammar);
  // Some grammars need the last line to be ended.
  const text = content.endsWith("\n") ? content : `${content}\n`;
  const end = performance.now() + maxParseTime;
  const tree = parser.parse(text, null, { progressCallback: () => performance.now() > end });
  if (tree === null) parser.reset();
  return tree;
}

function parserOf(grammar: string): Promise<Parser> {
  const known = loaded.get(grammar);
  if (known !== undefined) return known;
  const parser = load(grammar);
  loaded.set(grammar, parser);
  return parser;
}

/**
 * Grammars hold functions so large that the optimizing compiler of V8 13 (Node 24) ends the process for want of memory
 * ("Zone") when one has run often. Both ways to it are closed; parsing is as fast without.
 */
function withoutOptimizing(): void {
  setFlagsFromString("--no-wasm-tier-up");
  setFlagsFromString("--no-wasm-dynamic-tiering");
}

async function load(grammar: string): Promise<Parser> {
  withoutOptimizing();
  await Parser.init();
  const language = await Language.load(grammarFile(grammar));
  const parser = new Parser();
  parser.setLanguage(language);
  return parser;
}
