import { importedByTools, type Place, scripting } from "./executed-at-root.ts";
import { loadedPlaces } from "./loaded-places.ts";
import { isDeep, type PathFacts } from "./path-facts.ts";
import { hasToolName } from "./tool-names.ts";

/** Folders at the root of a package whose files people and CI run by hand; a target may name one of them as its source. */
const runFolders = words(
  "scripts script tools tooling hack ci dagger gulp grunt jenkins rakelib xtask magefiles tuist fastlane pants_plugins",
);

/** Folders that mean so in some languages only. */
const runFoldersOf: Readonly<Record<string, ReadonlySet<string>>> = {
  exs: words("config"),
  rb: words("config bin deploy tasks formula casks recipes cookbooks"),
  py: words("dags"),
  cs: words("build _build"),
  rs: words("build"),
  pm: words("inc"),
  jl: words("deps"),
  r: words("inst data"),
  dart: words("hook tool"),
  scala: words("project"),
  java: words("project"),
  groovy: words("vars jobs"),
  swift: words("plugins"),
};
const runFoldersOfScripts = words(
  "bin build deploy release tasks migrations tool packaging infra ops __mocks__",
);

/** Whether source or data of this name at this place is run or loaded by a tool without anybody naming it. */
export function isExecuted(path: string, facts: PathFacts): boolean {
  const asFile = loadedAs(path.toLowerCase());
  return isRun(path, facts) || (asFile !== null && isRun(asFile, facts));
}

/** A folder that is loaded as a file of its name is: `fabfile/__init__.py` as `fabfile.py`, `gulpfile.js/index.js` as `gulpfile.js`. */
function loadedAs(path: string): string | null {
  const found = /^(.*[^/])\/(?:__(?:init|main)__\.(py)|index\.[cm]?[jt]sx?)$/.exec(path);
  if (found === null) return null;
  const [, folder = "", python] = found;
  if (python !== undefined) return `${folder}.py`;
  return /\.[cm]?[jt]s$/.test(folder) ? folder : null;
}

function isRun(path: string, facts: PathFacts): boolean {
  return isLoadedByName(path, facts) || isInRunFolder(placeOf(path, facts), path, facts);
}

/** Whether a tool looks for a file of this name, or at this place. */
export function isLoadedByName(path: string, facts: PathFacts): boolean {
  return hasToolName(placeOf(path, facts)) || loadedPlaces.some((loaded) => loaded.test(path.toLowerCase()));
}

function placeOf(path: string, facts: PathFacts): Place {
  const at = path.lastIndexOf("/");
  const folder = path.slice(0, Math.max(0, at));
  const spelled = path.slice(at + 1);
  const name = spelled.toLowerCase();
  const dot = name.lastIndexOf(".");
  const ending = dot > 0 ? name.slice(dot + 1) : "";
  return {
    name,
    stem: dot > 0 ? name.slice(0, dot) : name,
    ending,
    atRoot: facts.isRoot(folder),
    isDeep: isDeep(folder, facts),
    hasSource: facts.hasSource(folder, ending),
    isInPackage: isInPackage(folder, ending, facts),
    mayMeetPytest: facts.mayHavePython,
    isClassName: /^[A-Z][A-Za-z0-9]{0,100}\.[a-z]{1,6}$/.test(spelled) && /[a-z]/.test(spelled.slice(0, dot)),
  };
}

/** Cargo runs a build beside its manifest only; what reads manifests of Swift looks for them outside of the sources. */
function isInPackage(folder: string, ending: string, facts: PathFacts): boolean {
  if (ending === "rs") return facts.isBelow(folder, "Cargo.toml");
  const isSwift = ending === "swift" && /(?:^|\/)(?:sources|tests|src)\//i.test(`${folder}/`);
  return isSwift && facts.isBelow(folder, "Package.swift");
}

function isInRunFolder({ ending }: Place, path: string, facts: PathFacts): boolean {
  const own = runFoldersOf[ending];
  const segments = path.split("/");
  return segments.slice(0, -1).some((segment, at) => {
    const name = segment.toLowerCase();
    const isRun =
      runFolders.has(name) ||
      own?.has(name) === true ||
      (scripting.has(ending) && runFoldersOfScripts.has(name)) ||
      (ending === "py" && importedByTools.has(name));
    if (!isRun || !facts.isRoot(segments.slice(0, at).join("/"))) return false;
    const folder = segments.slice(0, at + 1).join("/");
    return !facts.folders.some((named) => named === folder || named.startsWith(`${folder}/`));
  });
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(" "));
}
