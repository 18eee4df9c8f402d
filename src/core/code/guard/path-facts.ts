import type { TreeEntry } from "./write-policy.ts";
import { fileName } from "../../file-name.ts";

/** What a path's place is judged by. */
export interface PathFacts {
  /** Whether a folder is the root of the repository or of a package in it; `""` is the repository. */
  readonly isRoot: (folder: string) => boolean;
  /** Folders that the configuration names for code and tests. */
  readonly folders: readonly string[];
  /** Whether the repository has source of this kind in the folder itself, other than files that tools load. */
  readonly hasSource: (folder: string, ending: string) => boolean;
  /** Whether a manifest of this name stands in a folder above, and none in the folder itself. */
  readonly isBelow: (folder: string, manifest: string) => boolean;
  /** Whether the repository has Python, or nothing is known of its files. */
  readonly mayHavePython: boolean;
}

const manifests = new Set(
  "package.json deno.json pyproject.toml setup.py setup.cfg Cargo.toml mix.exs pubspec.yaml Gemfile Package.swift composer.json".split(
    " ",
  ),
);
/** Endings that one language is written in. */
const families = [
  "ts tsx mts cts js jsx mjs cjs vue svelte",
  "c h cc cpp cxx hh hpp hxx ipp m mm",
  "py pyi pyx",
  "ex exs",
  "pl pm",
];

/** Source of Python, and what sets up its tests. */
const python =
  /\.(?:pyi?|pyx|ipynb)$|(?:^|\/)(?:pyproject\.toml|pytest\.(?:ini|toml)|tox\.ini|setup\.cfg|pipfile)$/i;

/** A path at no place that is known: only the repository's root is one. */
export const nowhere: PathFacts = {
  isRoot: (folder) => folder === "",
  folders: [],
  hasSource: () => false,
  isBelow: () => false,
  mayHavePython: true,
};

/** What a tree tells of places. `isTool` says of a file whether a tool loads it, which then makes no folder one of source. */
export function pathFacts(
  tree: readonly TreeEntry[],
  folders: readonly string[],
  isTool: (path: string) => boolean,
): PathFacts {
  const isIn = (path: string, folder: string): boolean =>
    folder === ""
      ? !path.includes("/")
      : path.startsWith(`${folder}/`) && !path.includes("/", folder.length + 1);
  return {
    folders,
    mayHavePython: tree.length === 0 || tree.some(({ path }) => python.test(path)),
    isRoot: (folder) =>
      folder === "" ||
      tree.some(({ path }) => path.startsWith(`${folder}/`) && manifests.has(path.slice(folder.length + 1))),
    isBelow: (folder, manifest) => {
      const found = tree.filter(({ path }) => path === manifest || path.endsWith(`/${manifest}`));
      const folders = found.map(({ path }) => path.slice(0, -manifest.length));
      const own = folder === "" ? "" : `${folder}/`;
      return !folders.includes(own) && folders.some((other) => own.startsWith(other));
    },
    hasSource: (folder, ending) => {
      const endings = endingsWith(ending);
      return tree.some(
        ({ path, kind }) =>
          kind === "file" && isIn(path, folder) && endings.has(endingOf(path)) && !isTool(path),
      );
    },
  };
}

/** All endings of the language that one of them belongs to. */
export function endingsWith(ending: string): ReadonlySet<string> {
  return new Set(
    families.map((family) => family.split(" ")).find((family) => family.includes(ending)) ?? [ending],
  );
}

export function endingOf(path: string): string {
  const name = fileName(path);
  const dot = name.lastIndexOf(".");
  return dot > 0 ? name.slice(dot + 1).toLowerCase() : "";
}

/** Folders in which source or tests begin. */
const beginning =
  /^(?:src|source|sources|libs?|app|apps|main|packages|modules|crates|(?:unit|integration)?tests?|specs?|__tests__|testing|e2e|include|t)$/i;

export function isSourceBeginning(folder: string): boolean {
  return beginning.test(folder);
}

/**
 * Folders between a folder and the root of the source or tests that it belongs to: the one that the configuration names, or
 * the first of a package, and those in which it begins (`src/main`, `src/test`).
 */
export function isDeep(folder: string, facts: PathFacts): boolean {
  const segments = folder === "" ? [] : folder.split("/");
  const upTo = (count: number): string => segments.slice(0, count).join("/");
  let base = segments.length;
  while (base > 0 && !facts.isRoot(upTo(base)) && !facts.folders.includes(upTo(base))) base -= 1;
  let begun = base;
  while (begun < segments.length && isSourceBeginning(segments[begun] ?? "")) begun += 1;
  if (begun === base && facts.isRoot(upTo(base))) begun += 1;
  return segments.length > begun;
}
