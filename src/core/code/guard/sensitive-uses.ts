import type { FileChange } from "../file-change.ts";
import { importsIn, type KnownModules, modulesOf } from "./new-modules.ts";
import { endingOf } from "./path-facts.ts";
import { spellings } from "./spellings.ts";
import { statements } from "./statements.ts";
import { families } from "./uses/every-family.ts";
import { directives } from "./uses/directives.ts";
import { everywhere } from "./uses/everywhere.ts";
import { type LanguageUses, newModule, type UseKind } from "./uses/language-uses.ts";
import { matchesIn } from "./windows.ts";
import { isDataKind } from "./writable-kind.ts";

/** A line that the change brings in and that a reviewer should read first. */
export interface SensitiveUse {
  readonly path: string;
  /** 1-based, in the file as written. */
  readonly line: number;
  readonly kind: UseKind;
}

/** A line is of the first kind that it shows. */
const kinds: readonly UseKind[] = [
  "a process",
  "the network",
  "the environment",
  "code made at run time",
  "the build",
  "a comment of HTML",
  newModule,
];

const prose = new Set(["md", "mdx", "rst", "adoc"]);

interface Found {
  readonly kind: UseKind;
  readonly at: number;
  readonly end: number;
}
type Look = (text: string) => readonly Found[];

/**
 * What the change newly uses of the machine it will run on, and of modules that the repository did not use before: only lines that
 * the file did not have. Comments count: where one ends is the language's to say, and in several of them code may stand in
 * what looks like one. Help for a reader, and no proof.
 */
export function sensitiveUses(
  files: readonly FileChange[],
  before: ReadonlyMap<string, string>,
  tree: readonly string[] = [],
): readonly SensitiveUse[] {
  const looks = new Map<string, Look>();
  return files.flatMap(({ path, content }) => {
    const ending = endingOf(path);
    const look = looks.get(ending) ?? lookFor(path, ending, { before, tree });
    looks.set(ending, look);
    return usesIn(content ?? "", before.get(path) ?? "", look).map((use) => ({ path, ...use }));
  });
}

function lookFor(path: string, ending: string, known: KnownModules): Look {
  const own = families.filter(({ endings }) => endings.includes(ending));
  const others = own.length > 0 || isDataKind(path) || prose.has(ending) ? own : families;
  const inCode = isDataKind(path) || prose.has(ending) ? [] : directives;
  const patterns = [...everywhere, ...inCode, ...others.flatMap(({ uses }) => uses)].sort(
    ([a], [b]) => kinds.indexOf(a) - kinds.indexOf(b),
  );
  const imports = own.map((family) => ({ family, isKnown: modulesOf(family, known) }));
  return (text) => [
    ...patterns.flatMap(([kind, pattern]) =>
      matchesIn(text, pattern).map(({ at, end }): Found => ({ kind, at, end })),
    ),
    ...imports.flatMap(({ family, isKnown }) => newImports(text, family, isKnown)),
  ];
}

function newImports(
  text: string,
  { imports }: LanguageUses,
  isKnown: (module: string) => boolean,
): readonly Found[] {
  return importsIn(text, imports)
    .filter(({ module }) => !isKnown(module))
    .map(({ at, end }) => ({ kind: newModule, at, end }));
}

function usesIn(
  content: string,
  before: string,
  look: Look,
): readonly { readonly line: number; readonly kind: UseKind }[] {
  const known = new Set(before.split("\n").map((line) => line.trim()));
  const written = content.split("\n");
  const isNew = (at: number): boolean => {
    const line = written[at]?.trim() ?? "";
    return line !== "" && !known.has(line);
  };
  const told = new Map<number, UseKind>();
  for (const lines of spellings(written)) {
    for (const [at, line] of lines.entries()) {
      const kind = isNew(at) && tellsMore(told.get(at)) ? look(line)[0]?.kind : undefined;
      if (kind !== undefined) told.set(at, kind);
    }
    tellOfStatements(lines, look, isNew, told);
  }
  return [...told].sort(([a], [b]) => a - b).map(([at, kind]) => ({ line: at + 1, kind }));
}

/** What only several lines together say is told at the first of them that is new. */
function tellOfStatements(
  lines: readonly string[],
  look: Look,
  isNew: (at: number) => boolean,
  told: Map<number, UseKind>,
): void {
  for (const { text, lineAt } of statements(lines)) {
    for (const { kind, at, end } of look(text)) {
      const [first, last] = [lineAt(at), lineAt(end - 1)];
      const spanned = Array.from({ length: last - first + 1 }, (_, step) => first + step);
      const line = spanned.find((one) => told.has(one)) ?? spanned.find(isNew);
      if (last > first && line !== undefined && tellsMore(told.get(line))) told.set(line, kind);
    }
  }
}

function tellsMore(told: UseKind | undefined): boolean {
  return told === undefined || told === newModule;
}
