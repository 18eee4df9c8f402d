import { endingOf } from "./path-facts.ts";
import { matchesIn } from "./windows.ts";
import type { FullPaths, Imports, LanguageUses } from "./uses/language-uses.ts";

/** What is known of the modules that a repository uses. */
export interface KnownModules {
  /** Texts that it had, by path. */
  readonly before: ReadonlyMap<string, string>;
  /** All of its paths. */
  readonly tree: readonly string[];
}

/** A module, and where a text names it. */
interface Named {
  readonly module: string;
  readonly name: string;
  readonly at: number;
  readonly end: number;
}

/**
 * The modules that a line or statement of a file brings in, or uses by their whole names, in a language of one family: those that
 * its repository neither uses nor has.
 */
export function newModules(
  { endings, imports }: LanguageUses,
  known: KnownModules,
): (content: string) => (text: string) => readonly Named[] {
  const isKnown = modulesOf(endings, imports, known);
  const { fullPaths } = imports;
  return (content) => {
    const own = new Set(fullPaths?.ownNames?.(content));
    // By its whole name a module may be used on every line: the first one tells of it.
    const seen = new Map<string, string>();
    const isFirst = ({ module, name }: Named, text: string): boolean => {
      if (own.has(name.split(/::|[.\\]/, 1)[0] ?? name)) return false;
      if (!seen.has(module)) seen.set(module, text);
      return seen.get(module) === text;
    };
    return (text) =>
      [
        ...namedIn(text, imports),
        ...fullPathsIn(text, imports).filter((named) => isFirst(named, text)),
      ].filter(({ module }) => !isKnown(module));
  };
}

function modulesOf(
  endings: readonly string[],
  imports: Imports,
  { before, tree }: KnownModules,
): (module: string) => boolean {
  const known = new Set<string>();
  for (const [path, text] of before) {
    if (!endings.includes(endingOf(path))) continue;
    for (const line of text.split("\n"))
      for (const { module } of [...namedIn(line, imports), ...fullPathsIn(line, imports)]) known.add(module);
    for (const [, first, name = first ?? ""] of imports.declares === undefined
      ? []
      : text.matchAll(imports.declares))
      for (const module of [imports.moduleOf(name), imports.moduleOf(`${name}.X`)])
        if (module !== null) known.add(module);
  }
  return (module) => known.has(module) || imports.harmless.test(module) || isPlaced(module, imports, tree);
}

function isPlaced(module: string, { placesOf }: Imports, tree: readonly string[]): boolean {
  const places = placesOf?.(module) ?? [];
  return tree.some((path) => places.some((place) => `/${path}`.includes(place)));
}

function fullPathsIn(text: string, { moduleOf, fullPaths }: Imports): readonly Named[] {
  return fullPaths === undefined ? [] : namedIn(text, { moduleOf, ...fullPaths });
}

function namedIn(
  text: string,
  { patterns, moduleOf }: Required<Pick<FullPaths, "patterns" | "moduleOf">>,
): readonly Named[] {
  return patterns.flatMap((pattern) =>
    matchesIn(text, pattern).flatMap(({ group: name = "", at, end }) => {
      const module = moduleOf(name);
      return module === null || module === "" ? [] : [{ module, name, at, end }];
    }),
  );
}
