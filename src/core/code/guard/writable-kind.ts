import { parseLanguage } from "../language.ts";

/**
 * How names of source files end, by language: what people of one code base write in. A language not listed has only the
 * endings that nothing else claims, so a target of it says so in its configuration.
 */
const sourceEndings: Readonly<Record<string, string>> = {
  typescript: "ts tsx mts cts js jsx mjs cjs vue svelte",
  swift: "swift m mm h",
  kotlin: "kt java",
  java: "java kt groovy",
  go: "go",
  python: "py pyi pyx",
  csharp: "cs fs vb razor",
  dart: "dart",
  ruby: "rb rbs",
  php: "php phpt",
  rust: "rs",
  c: "c h",
  cpp: "c cc cpp cxx h hh hpp hxx ipp",
  objectivec: "m mm h swift",
  scala: "scala java",
  elixir: "ex exs",
  erlang: "erl hrl",
  clojure: "clj cljs cljc",
  haskell: "hs",
  ocaml: "ml mli",
  lua: "lua",
  perl: "pl pm t",
  r: "r",
  julia: "jl",
  zig: "zig",
  nim: "nim",
  crystal: "cr",
  fsharp: "fs fsi",
  elm: "elm",
  solidity: "sol",
};

const otherNames: Readonly<Record<string, string>> = {
  "c++": "cpp",
  "objective-c": "objectivec",
  objc: "objectivec",
  rs: "rust",
  "f#": "fsharp",
  ex: "elixir",
};

const everyEnding = [...new Set(Object.values(sourceEndings).flatMap((endings) => endings.split(" ")))];

/** Endings, without the dot, of source and test files in a language as a configuration names it; all that are known for none. */
export function endingsOf(language: string | undefined): readonly string[] {
  if (language === undefined) return everyEnding;
  const word = language.trim().toLowerCase();
  const endings = sourceEndings[parseLanguage(word) ?? otherNames[word] ?? word];
  return endings?.split(" ") ?? everyEnding;
}

/** Kinds of file that tests read as data, and scenarios that they run. */
export const dataEndings: ReadonlySet<string> = new Set(
  "json jsonl ndjson yaml yml txt csv tsv xml snap golden ambr approved feature".split(" "),
);

/** Whether the name is that of code in one of the endings; all that are known when none are given. */
export function isSourceKind(name: string, endings: readonly string[] = everyEnding): boolean {
  const ending = endingOf(name);
  if (ending === "exs") return endings.includes(ending) && name.endsWith("_test.exs");
  return ending !== null && endings.includes(ending);
}

/** Whether the name is that of data which a test may read. */
export function isDataKind(name: string): boolean {
  const ending = endingOf(name);
  return ending !== null && dataEndings.has(ending);
}

function endingOf(name: string): string | null {
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : null;
}
