/** Of a line that names a module which no file of the repository named before. */
export const newModule = "a module that was not used before";

/** Of a comment that a tool or an agent may take for an order. */
export const order = "a comment that a tool or an agent may obey";
/** Of data by which what reads it may choose code to run. */
export const namesCode = "data that names code";
/** Of a file with which tools may do something by its name or place. */
export const newPlace = "a new kind of file, or a new folder";

/** Of code that names what a tool runs, or an agent obeys, by its place. */
export const toolPlace = "a place that tools run or agents obey";

/** Of tests that check less than before. */
export const weakerTest = "a test that is skipped, gone or without its assertions";

/** Everything that is told, worst first. */
export const useKinds = [
  "a process",
  "code made at run time",
  toolPlace,
  "the network",
  "the environment",
  "the build",
  namesCode,
  order,
  weakerTest,
  "a comment of HTML",
  newModule,
  newPlace,
] as const;

export type UseKind = (typeof useKinds)[number];

/** How the languages of one family reach out of the program. Names that mean nothing else; a miss is possible. */
export interface LanguageUses {
  /** Endings of its files, without the dot. */
  readonly endings: readonly string[];
  readonly uses: readonly (readonly [UseKind, RegExp])[];
  readonly imports: Imports;
}

/** How a family names what a file uses of others. */
export interface Imports {
  /** Of one statement, each with the module as its first group. */
  readonly patterns: readonly RegExp[];
  /** The part of a name that counts: `@scope/name/deep` is `@scope/name`; null for what is the repository's own by its form. */
  readonly moduleOf: (name: string) => string | null;
  /** Modules that reach nothing. */
  readonly harmless: RegExp;
  /** Names that a file declares as its own: `package io.ably.lib`. */
  readonly declares?: RegExp;
  /** Where the repository would have a module of that name: part of a path with `/` around it, or how one ends. */
  readonly placesOf?: (module: string) => readonly string[];
  /** Absent: in this language nothing is used that was not brought in. */
  readonly fullPaths?: FullPaths;
}

/** How a module is used by its whole name, with nothing that brings it in. */
export interface FullPaths {
  /** Each with the name as its first group. */
  readonly patterns: readonly RegExp[];
  /** As of a name that is brought in; absent: the same. */
  readonly moduleOf?: (name: string) => string | null;
  /** Names of the file itself, which stand first in what looks like a whole name. */
  readonly ownNames?: (content: string) => Iterable<string>;
}

/** The first segments of a name. */
export function firstOf(name: string, count: number, separator: string): string {
  return name.split(separator).slice(0, count).join(separator);
}
