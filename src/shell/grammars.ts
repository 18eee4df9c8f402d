import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { packageFile } from "../package-file.ts";

/** The tree-sitter grammar of a file, by its ending. */
export const grammars: Readonly<Record<string, string>> = {
  ts: "typescript",
  mts: "typescript",
  cts: "typescript",
  tsx: "tsx",
  js: "javascript",
  jsx: "javascript",
  mjs: "javascript",
  cjs: "javascript",
  swift: "swift",
  kt: "kotlin",
  kts: "kotlin",
  java: "java",
  go: "go",
  py: "python",
  pyi: "python",
  pyw: "python",
  cs: "c_sharp",
  csx: "c_sharp",
  dart: "dart",
  rb: "ruby",
  php: "php",
  phtml: "php",
  rs: "rust",
  ex: "elixir",
  exs: "elixir",
  toml: "toml",
};

/** Where a grammar's binary is: beside the bundle of the Action, which has no installed packages, else in its package. */
export function grammarFile(grammar: string): string {
  const name = `tree-sitter-${grammar}.wasm`;
  const bundled = fileURLToPath(packageFile(`bundle/grammars/${name}`));
  if (existsSync(bundled)) return bundled;
  return createRequire(import.meta.url).resolve(`tree-sitter-wasms/out/${name}`);
}
