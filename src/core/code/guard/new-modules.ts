import { endingOf } from "./path-facts.ts";
import { matchesIn } from "./windows.ts";
import type { Imports, LanguageUses } from "./uses/language-uses.ts";

/** What is known of the modules that a repository uses. */
export interface KnownModules {
  /** Texts that it had, by path. */
  readonly before: ReadonlyMap<string, string>;
  /** All of its paths. */
  readonly tree: readonly string[];
}

/** Modules that a repository uses or has, in the languages of one family. */
export function modulesOf(family: LanguageUses, { before, tree }: KnownModules): (module: string) => boolean {
  const { imports } = family;
  const known = new Set<string>();
  for (const [path, text] of before) {
    if (!family.endings.includes(endingOf(path))) continue;
    for (const line of text.split("\n")) for (const { module } of importsIn(line, imports)) known.add(module);
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

/** The modules that a line or statement brings in, and where their names stand. */
export function importsIn(
  text: string,
  { patterns, moduleOf }: Imports,
): readonly { readonly module: string; readonly at: number; readonly end: number }[] {
  return patterns.flatMap((pattern) =>
    matchesIn(text, pattern).flatMap(({ group = "", at, end }) => {
      const module = moduleOf(group);
      return module === null || module === "" ? [] : [{ module, at, end }];
    }),
  );
}
