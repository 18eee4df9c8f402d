import { endingOf, endingsWith, isSourceBeginning, type PathFacts } from "./path-facts.ts";
import type { TreeEntry } from "./write-policy.ts";

/**
 * Why source may not be new at this place, or null. The root of a repository or package is where tools look for files of their
 * own, under names that no list has all of: new source stands there, or in a new folder there, only where its language does.
 */
export function newPlaceProblem(path: string, facts: PathFacts, tree: readonly TreeEntry[]): string | null {
  const ending = endingOf(path);
  if (ending === "t" && !tree.some((entry) => entry.path.endsWith(".pm")))
    return "is a test of Perl, of which the repository has no module";
  // A folder of Go is a package, the root among them: what runs there says so in the file.
  if (ending === "go" || tree.some((entry) => entry.path === path)) return null;
  const segments = path.split("/");
  const upTo = (count: number): string => segments.slice(0, count).join("/");
  let root = segments.length - 1;
  while (!facts.isRoot(upTo(root))) {
    if (root > 0 && facts.folders.includes(upTo(root))) return null;
    root -= 1;
  }
  if (root > 0 && facts.folders.includes(upTo(root))) return null;
  if (root === segments.length - 1)
    return facts.hasSource(upTo(root), ending)
      ? null
      : "is new at a root where no source of its language stands, where tools look for files of their own";
  const first = segments[root] ?? "";
  if (isSourceBeginning(first) || hasLanguage(`${upTo(root + 1)}/`, ending, tree)) return null;
  return `is in a new folder of a root (${first}), where tools look for folders of their own`;
}

function hasLanguage(start: string, ending: string, tree: readonly TreeEntry[]): boolean {
  const endings = endingsWith(ending);
  return tree.some(
    ({ path, kind }) => kind === "file" && path.startsWith(start) && endings.has(endingOf(path)),
  );
}
