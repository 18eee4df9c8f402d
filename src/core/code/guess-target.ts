import type { ConfiguredTarget } from "./configured-target.ts";
import { fileRole } from "./file-role.ts";
import { protectedPathProblem } from "./guard/protected-path.ts";
import { type Language, languageName, parseLanguage } from "./language.ts";

/**
 * A target that no configuration describes: its folders are those that hold code and tests of the language most of its
 * code is in, each package's own in a repository of several. `paths` are all files of the repository, `folder` is the target's part of it.
 */
export function guessTarget(name: string, folder: string, paths: readonly string[]): ConfiguredTarget {
  const start = folder === "" ? "" : `${folder}/`;
  const inside = paths.filter((path) => path.startsWith(start)).map((path) => path.slice(start.length));
  const language = mostUsed(inside.flatMap((path) => languageOf(path) ?? []));
  const ofLanguage = inside.filter(
    (path) => languageOf(path) === language && protectedPathProblem(path) === null,
  );
  const source = outermost(ofLanguage.filter((path) => fileRole(path) === "source").map(sourceFolder));
  const tests = outermost(ofLanguage.filter((path) => fileRole(path) === "test").map(testFolder));
  return {
    name: name.replace(/[^A-Za-z0-9._-]/g, "-"),
    path: folder,
    ...(language === null || isPlainJavaScript(language, ofLanguage) ? {} : { language }),
    source: source.length > 0 ? source : ["src"],
    tests: tests.length > 0 ? tests : ["test"],
  };
}

/** Of what is written in most files; from this part of it on, another language may as well be meant. */
const asMuch = 1 / 2;
/** Written beside each other in one code base. */
const together: readonly ReadonlySet<Language>[] = [new Set(["java", "kotlin"])];

/** What a guess at a target would leave to chance, in words that end a sentence; null where its files tell. */
export function targetDoubt(folder: string, paths: readonly string[]): string | null {
  const inside = paths.filter((path) => folder === "" || path.startsWith(`${folder}/`));
  const counts = new Map<Language, number>();
  for (const language of inside.flatMap((path) => languageOf(path) ?? []))
    counts.set(language, (counts.get(language) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  if (first === undefined) return "holds no code of a language known here";
  if (second === undefined || second[1] < first[1] * asMuch) return null;
  if (together.some((family) => family.has(first[0]) && family.has(second[0]))) return null;
  const words = [first, second].map(
    ([language, count]) => `${languageName(language)} (${String(count)} ${count === 1 ? "file" : "files"})`,
  );
  return `holds ${words.join(" and ")}`;
}

function languageOf(path: string): Language | null {
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

const sourceWords = /^(?:src|source|sources|lib|app|cmd|pkg|internal)$/i;
const testWords =
  /^(?:tests?|__tests__|specs?|testing|e2e|unittests?|integration-?tests?)$|(?:^|[._-])[Tt]ests?$|[a-z]Tests$/;
/** Folders that hold packages, each with folders of its own. */
const containers = /^(?:packages|libs|apps|modules|crates|plugins|components|services)$/i;

/** `packages/server/src`, `src/main`, `ably`, or the root: where a file's kind begins. */
function sourceFolder(path: string): string {
  return folderAt(path, sourceWords);
}

/** `packages/server/test`, `src/test`, `tests`; where tests stand beside the code, the folder of the code. */
function testFolder(path: string): string {
  return folderAt(path, testWords, sourceFolder);
}

function folderAt(path: string, words: RegExp, otherwise?: (path: string) => string): string {
  const folders = path.split("/").slice(0, -1);
  const at = folders.findIndex((folder) => words.test(folder));
  if (at >= 0) {
    const isMain = /^(?:main|commonMain)$/.test(folders[at + 1] ?? "");
    return folders.slice(0, isMain ? at + 2 : at + 1).join("/");
  }
  if (otherwise !== undefined) return otherwise(path);
  return folders.slice(0, containers.test(folders[0] ?? "") ? 2 : 1).join("/");
}

/** Each folder once, sorted, without those inside another; the root where most files stand in it. */
function outermost(folders: readonly string[]): string[] {
  const atRoot = folders.filter((folder) => folder === "").length;
  const all = [...new Set(folders)];
  if (atRoot > 0 && atRoot >= folders.length - atRoot) return [""];
  const others = all.filter((folder) => folder !== "");
  return others.filter((folder) => !others.some((other) => folder.startsWith(`${other}/`))).sort();
}
