import type { FileChange } from "../file-change.ts";
import { type Comment, enclosedLines } from "./comments.ts";
import { orderComments, orderWords } from "./comment-orders.ts";
import { linesInTexts } from "./enclosing-texts.ts";
import { namedPlaces } from "./named-places.ts";
import { type KnownModules, newModules } from "./new-modules.ts";
import { endingOf } from "./path-facts.ts";
import { spellings, unescaped } from "./spellings.ts";
import { pairs, statements, statementsOfCode } from "./statements.ts";
import { families } from "./uses/every-family.ts";
import { directives } from "./uses/directives.ts";
import { everywhere } from "./uses/everywhere.ts";
import { newModule, order, toolPlace, type UseKind, useKinds, weakerTest } from "./uses/language-uses.ts";
import { ofData } from "./uses/of-data.ts";
import { weakerTests } from "./weaker-tests.ts";
import { matchesIn } from "./windows.ts";
import { isDataFile } from "../../data-file.ts";
import { isDataKind } from "./writable-kind.ts";

/** A line that the change brings in and that a reviewer should read first. */
export interface SensitiveUse {
  readonly path: string;
  /** 1-based, in the file as written. */
  readonly line: number;
  readonly kind: UseKind;
}

const prose = new Set(["md", "mdx", "rst", "adoc"]);

interface Found {
  readonly kind: UseKind;
  readonly at: number;
  readonly end: number;
}
type Look = (text: string) => readonly Found[];
type LookOfFile = (content: string) => Look;
interface Reading {
  readonly look: Look;
  /** How lines are put together that say something only together. */
  readonly joined: readonly (typeof statements)[];
}

/**
 * What the change newly uses of the machine it will run on, and of modules that the repository did not use before: only lines that
 * the file did not have. Comments count: where one ends is the language's to say, and in several of them code may stand in
 * what looks like one. `tag` is how entries are cited, which is no order. Help for a reader, and no proof.
 */
export function sensitiveUses(
  files: readonly FileChange[],
  before: ReadonlyMap<string, string>,
  tree: readonly string[] = [],
  tag = "",
): readonly SensitiveUse[] {
  const looks = new Map<string, LookOfFile>();
  const isOrder = knownOrders(before, tag);
  return files.flatMap(({ path, content }) => {
    const ending = endingOf(path);
    const lookOf = looks.get(ending) ?? lookFor(path, ending, { before, tree });
    looks.set(ending, lookOf);
    const text = content ?? "";
    const look = lookOf(text);
    const joined = isData(path) ? [statements, pairs] : [statements, statementsOfCode];
    const orders = prose.has(ending) ? [] : orderComments(text, isOrder);
    const had = before.get(path) ?? "";
    const weaker = isData(path) ? [] : weakerTests(text, had, ending);
    return [
      ...usesIn(text, had, { look, joined }, orders).map((use): SensitiveUse => ({ path, ...use })),
      ...weaker.map((at): SensitiveUse => ({ path, line: at + 1, kind: weakerTest })),
    ];
  });
}

/** Says of a word of an order whether the repository has it; its files are read for that once there is one. */
function knownOrders(before: ReadonlyMap<string, string>, tag: string): (word: string) => boolean {
  let words: ReadonlySet<string> | undefined;
  return (word) => (words ??= orderWords([...before.values(), `// ${tag}`, tag])).has(word);
}

function isData(path: string): boolean {
  return isDataKind(path) || isDataFile(path);
}

function lookFor(path: string, ending: string, known: KnownModules): LookOfFile {
  const own = families.filter(({ endings }) => endings.includes(ending));
  const isOfData = isData(path);
  const others = own.length > 0 || isOfData || prose.has(ending) ? own : families;
  const isCode = !isOfData && !prose.has(ending);
  const patterns = [
    ...everywhere,
    ...(isOfData ? ofData : isCode ? directives : []),
    ...others.flatMap(({ uses }) => uses),
  ];
  const modules = own.map((family) => newModules(family, known));
  const inText = (
    text: string,
    modulesIn: readonly ReturnType<(typeof modules)[number]>[],
  ): readonly Found[] =>
    [
      ...patterns.flatMap(([kind, pattern]) =>
        matchesIn(text, pattern).map(({ at, end }): Found => ({ kind, at, end })),
      ),
      ...(isCode ? namedPlaces(text).map(({ at, end }): Found => ({ kind: toolPlace, at, end })) : []),
      ...modulesIn.flatMap((named) =>
        named(text).map(({ at, end }): Found => ({ kind: newModule, at, end })),
      ),
    ].sort((one, other) => useKinds.indexOf(one.kind) - useKinds.indexOf(other.kind));
  return (content) => {
    const modulesIn = modules.map((of) => of(content));
    const look: Look = (text) => inText(text, modulesIn);
    return isOfData ? (text) => [...look(text), ...inStrings(text, look)] : look;
  };
}

/** What only the text that data stands for shows. Of where that is no more is known than the line. */
function inStrings(line: string, look: Look): readonly Found[] {
  return unescaped(line).flatMap((text) => look(text).map(({ kind }) => ({ kind, at: 0, end: 1 })));
}

function usesIn(
  content: string,
  before: string,
  { look, joined }: Reading,
  orders: readonly Comment[],
): readonly { readonly line: number; readonly kind: UseKind }[] {
  const written = content.split("\n");
  const isNew = newLines(written, before.split("\n"));
  const told = new Map<number, UseKind>();
  const found = new Map<string, readonly Found[]>();
  const lookOnce: Look = (text) => {
    const known = found.get(text) ?? look(text);
    found.set(text, known);
    return known;
  };
  for (const lines of spellings(written)) {
    for (const [at, line] of lines.entries()) {
      const kind = isNew(at) && tellsMore(told.get(at)) ? lookOnce(line)[0]?.kind : undefined;
      if (kind !== undefined) told.set(at, kind);
    }
    for (const join of joined) tellOfStatements(join(lines), lookOnce, isNew, told);
  }
  for (const { first, last } of orders) {
    const line = Array.from({ length: last - first + 1 }, (_, step) => first + step).find(isNew);
    if (line !== undefined && !told.has(line)) told.set(line, order);
  }
  return withoutRepeats(told, written).map(([at, kind]) => ({ line: at + 1, kind }));
}

/** In their order; a line that names a module tells of it once, however often it stands there. */
function withoutRepeats(
  told: ReadonlyMap<number, UseKind>,
  written: readonly string[],
): readonly (readonly [number, UseKind])[] {
  const named = new Set<string>();
  return [...told]
    .sort(([a], [b]) => a - b)
    .filter(([at, kind]) => {
      const line = written[at]?.trim() ?? "";
      const isRepeat = kind === newModule && named.has(line);
      named.add(line);
      return !isRepeat;
    });
}

/**
 * Which lines the file did not have; one that stood only in a comment or text of several lines, and does no more, is new. Each form of
 * those is asked by itself, as what looks like one may be none.
 */
function newLines(written: readonly string[], before: readonly string[]): (at: number) => boolean {
  const all = new Set(before.map((line) => line.trim()));
  const now = [enclosedLines(written), ...linesInTexts(written)];
  const known = [enclosedLines(before), ...linesInTexts(before)].map(
    (enclosed) => new Set(before.filter((_line, at) => !enclosed.has(at)).map((line) => line.trim())),
  );
  return (at) => {
    const line = written[at]?.trim() ?? "";
    if (line === "" || !all.has(line)) return line !== "";
    return known.some((outside, form) => !outside.has(line) && now[form]?.has(at) !== true);
  };
}

/** What only several lines together say is told at the first of them that is new. */
function tellOfStatements(
  joined: ReturnType<typeof statements>,
  look: Look,
  isNew: (at: number) => boolean,
  told: Map<number, UseKind>,
): void {
  for (const { text, lineAt } of joined) {
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
