import type { SourceFile } from "../entries/entry.ts";
import { type Citation, citationFinder, citedForm } from "../trace/cited-ids.ts";
import { fileRole } from "./file-role.ts";

/** How a code base cites entries today, read off its own lines. */
export interface CitationHabit {
  /** The form of its comments, `ID` standing for the ID, as its conventions say or where one form is usual; else null. */
  readonly form: string | null;
  /** The form of comments in tests, where one is usual there; else null. */
  readonly testForm?: string | null;
  /** What its tests call an entry where they do so before the ID: `Requirement`; else null. */
  readonly word?: string | null;
  /** Lines that cite, as they stand. */
  readonly source: readonly string[];
  readonly tests: readonly string[];
}

const bounds = { examples: 3, line: 160, files: 4_000, proof: 10 };
/** A form is usual from this many lines and this share of all citing comments. */
const usual = { lines: 3, share: 0.4 };

/** A comment's mark and what stands between it and the ID: `// ID`, `/// @spec ID`, `# Spec: ID`, `* (ID)`. */
const before = /(?:\/\/\/?!?|\/\*\*?|^\s*\*|#|--|;;?)\s*(?:@|@?[A-Za-z][\w-]{0,15}:?\s?)?[[(`]?$/;

/**
 * `ids` are the spec's; families of them count, but for IDs made of digits alone, which versions look like. Files are the target's,
 * `conventions` what it tells contributors. Linear in their text.
 */
export function citationHabit(
  files: readonly SourceFile[],
  ids: readonly string[],
  conventions: readonly SourceFile[] = [],
): CitationHabit {
  const known = new Set(ids.filter((id) => /\d/.test(id)).map(citedForm));
  const findAll = citationFinder([...known]);
  const find = (text: string): readonly Citation[] =>
    findAll(text).filter(({ id }) => !/^\d/.test(id) || known.has(id));
  const forms = new Map<string, number>();
  const [inSource, inTests] = [new Map<string, number>(), new Map<string, number>()];
  const words = new Map<string, number>();
  const all = { comments: 0, tests: 0 };
  const examples: Record<"source" | "test", string[]> = { source: [], test: [] };
  for (const { id, role, shown } of citingLines(files, find)) {
    const form = formOf(shown, id);
    if (form !== null) {
      all.comments++;
      count(forms, form);
      count(role === "test" ? inTests : inSource, form);
    }
    if (role === "test") {
      all.tests++;
      count(words, wordBefore.exec(shown.slice(0, shown.indexOf(id)))?.[1]);
    }
    const kept = examples[role];
    if (kept.length < bounds.examples && !kept.some((other) => sameShape(other, shown)))
      kept.push(shown.trim());
  }
  const word = usualOf(words, all.tests);
  const testForm = usualOf(inTests, all.tests);
  return {
    form: followed(saidForm(conventions, find), inSource) ?? usualOf(forms, all.comments),
    ...(testForm === null ? {} : { testForm }),
    ...(word === null ? {} : { word }),
    source: examples.source,
    tests: examples.test,
  };
}

interface CitingLine {
  readonly id: string;
  readonly role: "source" | "test";
  readonly shown: string;
}

function* citingLines(
  files: readonly SourceFile[],
  find: (text: string) => readonly Citation[],
): Generator<CitingLine> {
  for (const { path, text } of files.slice(0, bounds.files)) {
    const role = fileRole(path);
    if (role !== "source" && role !== "test") continue;
    const found = find(text);
    if (found.length === 0) continue;
    const lines = text.split("\n");
    for (const { id, line } of found) {
      const shown = lines[line - 1] ?? "";
      if (shown.length <= bounds.line) yield { id, role, shown };
    }
  }
}

function count(counts: Map<string, number>, key: string | undefined): void {
  if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** A form that the conventions show, unless many lines cite and none does so: then it is meant for tests, or is no rule. */
function followed(said: string | null, inSource: ReadonlyMap<string, number>): string | null {
  if (said === null || inSource.has(said) || sum(inSource) < bounds.proof) return said;
  return usualOf(inSource, sum(inSource)) ?? said;
}

function sum(counts: ReadonlyMap<string, number>): number {
  return [...counts.values()].reduce((all, one) => all + one, 0);
}

const wordBefore = /["'`\s(]([A-Z][a-z]{2,20}) $/;

function usualOf(counts: ReadonlyMap<string, number>, all: number): string | null {
  const [best] = [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
  return best !== undefined && best[1] >= usual.lines && best[1] >= all * usual.share ? best[0] : null;
}

/** The first comment that the conventions show with an ID of the spec. */
function saidForm(
  conventions: readonly SourceFile[],
  find: (text: string) => readonly Citation[],
): string | null {
  for (const { text } of conventions) {
    for (const [, span = ""] of text.matchAll(/`([^`\n]{3,80})`/g)) {
      const id = find(span)[0]?.id;
      const form = id === undefined ? null : formOf(span, id);
      if (form !== null) return form;
    }
  }
  return null;
}

function formOf(line: string, id: string): string | null {
  const at = line.indexOf(id);
  const start = before.exec(line.slice(0, at))?.[0];
  if (start === undefined) return null;
  const open = /[[(`]$/.exec(start)?.[0];
  const close = line.charAt(at + id.length);
  const isClosed = open !== undefined && close === { "[": "]", "(": ")", "`": "`" }[open];
  return `${start.trimStart()}ID${isClosed ? close : ""}`;
}

/** Lines that differ in digits and names alone show the same. */
function sameShape(a: string, b: string): boolean {
  const shape = (line: string): string =>
    line
      .trim()
      .replace(/[A-Za-z0-9]+/g, "x")
      .slice(0, 20);
  return shape(a) === shape(b);
}
