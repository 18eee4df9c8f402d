import { fileName } from "../../file-name.ts";
import { isWithin } from "./kind-problem.ts";
import { endingOf } from "./path-facts.ts";
import { isDataKind } from "./writable-kind.ts";
import type { TreeEntry, WritePolicy } from "./write-policy.ts";

type Written = Pick<WritePolicy, "folders" | "fixed">;

/**
 * The new files that are the first of their kind or place in the target, by which tools find what they load: in a folder that
 * it did not have, with an ending, or with a name of a form, that none of its files has. What tools look for is not asked, so
 * that no list has to have it; folders that the configuration names are none of the writer's choice.
 */
export function newInKind(
  paths: readonly string[],
  tree: readonly TreeEntry[],
  { folders, fixed }: Written,
): readonly string[] {
  const files = tree.filter(({ kind }) => kind === "file").map(({ path }) => path);
  const existing = new Set(files);
  const known = { places: foldersOf(files), traits: traitsOf(files, folders) };
  const given = new Set(fixed.map(({ path }) => path));
  return paths.filter((path) => {
    if (existing.has(path)) return false;
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    if (folder !== "" && !known.places.has(folder) && !folders.includes(folder)) return true;
    // A name that the spec's test data gave itself: tables are written as JSON.
    if (given.has(path)) return endingOf(path) !== "json" && !known.traits.has(`.${endingOf(path)}`);
    return namesOf(path).some((trait) => !known.traits.has(trait));
  });
}

function foldersOf(files: readonly string[]): ReadonlySet<string> {
  const folders = new Set<string>();
  for (const path of files)
    for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1))
      folders.add(path.slice(0, at));
  return folders;
}

/** Of source what the folders for code and tests hold counts: a tool's own settings at the root make no kind of theirs usual. */
function traitsOf(files: readonly string[], folders: readonly string[]): ReadonlySet<string> {
  return new Set(files.filter((path) => isDataKind(path) || isWithin(path, folders)).flatMap(namesOf));
}

const version = /^v?\d[\d_-]*$/;

/** What a name shows of its kind: its ending, a word before that (`limits.paths.ts`), and a sign that it begins with (`+config.ts`). */
function namesOf(path: string): readonly string[] {
  const name = fileName(path).toLowerCase();
  const sign = /^[^\p{L}\p{N}]/u.exec(name)?.[0];
  const word = /\.([^.]+)\.[^.]+$/.exec(name)?.[1];
  return [
    `.${endingOf(path)}`,
    ...(word === undefined || version.test(word) ? [] : [`.${word}.`]),
    ...(sign === undefined ? [] : [sign]),
  ];
}
