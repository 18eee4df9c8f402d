import type { ConfiguredTarget } from "./configured-target.ts";
import { fileRole } from "./context/file-role.ts";
import { parseLanguage } from "./language.ts";
import { defaultTag } from "./target.ts";

/**
 * A target that no configuration describes: its folders are those at its root that hold code and tests of the language
 * most of its code is in. `paths` are all files of the repository, `folder` is the target's part of it.
 */
export function guessTarget(name: string, folder: string, paths: readonly string[]): ConfiguredTarget {
  const start = folder === "" ? "" : `${folder}/`;
  const inside = paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  const language = mostUsed(inside.flatMap((path) => languageOf(path) ?? []));
  const ofLanguage = inside.filter((path) => languageOf(path) === language);
  const source = foldersOf(ofLanguage.filter((path) => fileRole(path) === "source"));
  const tests = foldersOf(ofLanguage.filter((path) => fileRole(path) === "test"));
  return {
    name: name.replace(/[^A-Za-z0-9._-]/g, "-"),
    path: folder,
    ...(language === null || isPlainJavaScript(language, ofLanguage) ? {} : { language }),
    source: source.length > 0 ? source : ["src"],
    tests: tests.length > 0 ? tests : ["test"],
    tag: defaultTag(language ?? undefined),
  };
}

function languageOf(path: string): string | null {
  if (!["source", "test"].includes(fileRole(path))) return null;
  return parseLanguage(path.slice(path.lastIndexOf(".") + 1));
}

/** Better no language than the wrong one: its files say what they are. */
function isPlainJavaScript(language: string, paths: readonly string[]): boolean {
  return language === "typescript" && !paths.some((path) => path.endsWith(".ts"));
}

function mostUsed(words: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/** Folders at the root, or the root itself where a file lies in it. */
function foldersOf(paths: readonly string[]): string[] {
  if (paths.some((path) => !path.includes("/"))) return [""];
  return [...new Set(paths.map((path) => path.slice(0, path.indexOf("/"))))].sort();
}
