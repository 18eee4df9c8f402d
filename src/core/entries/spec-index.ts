import type { Change, SpecDiff } from "./change.ts";
import type { Entry, SourceFile, Spec } from "./entry.ts";
import { linesNaming, testDataOf } from "./find-test-data.ts";
import { pushTo } from "../push-to.ts";
import { removedTexts } from "./removed-text.ts";
import type { TestDataRef } from "./test-data.ts";

const maxSiblings = 200;

/** What is known around a change: lookups by ID, in constant time, over both sides of a pull request; head wins. */
export interface SpecIndex {
  entry(id: string): Entry | undefined;
  children(id: string): readonly Entry[];
  /** At most 200, in their order: all of thousands, for each of them, would take quadratic time. */
  siblings(entry: Entry): readonly Entry[];
  referencedBy(id: string): readonly string[];
  testData(id: string): readonly TestDataRef[];
  /** Whether the spec says a word in so many of the entries which stay as they are that it is a word of the product. */
  isUsual(word: string): boolean;
  /** What a file calls itself, and the requirements and stories in it: their titles, without the numbers. */
  titlesIn(file: string): readonly string[];
  /** Entries that the pull request brings into a file, the first of them. */
  addedTo(file: string): readonly Entry[];
  /** Those that it brings into other files. */
  addedElsewhere(file: string): readonly Entry[];
  /** The changed entry that has the words of one that was removed, in their order. */
  heldBy(id: string): Entry | undefined;
  /** The changes of the same pull request. */
  change(id: string): Change | undefined;
}

export function buildSpecIndex(input: {
  readonly base: Spec;
  readonly head: Spec;
  readonly diff: SpecDiff;
  /** Files that may hold test data: test specifications, features, fixtures. */
  readonly testFiles?: readonly SourceFile[];
}): SpecIndex {
  const { base, head, diff, testFiles = [] } = input;
  const headEntries = head.files.flatMap((file) => file.entries);
  const entries = new Map<string, Entry>();
  for (const entry of [...headEntries, ...base.files.flatMap((file) => file.entries)]) {
    if (!entries.has(entry.id)) entries.set(entry.id, entry);
  }
  const children = new Map<string, Entry[]>();
  const referencedBy = new Map<string, string[]>();
  for (const entry of headEntries) {
    pushTo(children, family(entry), entry);
    for (const id of entry.references) pushTo(referencedBy, id, entry.id);
  }
  const added = new Map<string, Entry[]>();
  for (const { kind, after } of diff.changes)
    if (kind === "added" && after !== null) pushTo(added, after.file, after);
  const changes = new Map(diff.changes.map((change) => [change.id, change]));
  const named = linesNaming([...entries.values()], testFiles);
  const found = new Map<string, readonly TestDataRef[]>();
  const testData = (id: string): readonly TestDataRef[] => {
    const entry = entries.get(id);
    const places = found.get(id) ?? (entry ? testDataOf(entry, named) : []);
    found.set(id, places);
    return places;
  };
  return {
    entry: (id) => entries.get(id),
    children: (id) => children.get(`id ${id}`) ?? [],
    siblings: (entry) =>
      (children.get(family(entry)) ?? []).slice(0, maxSiblings).filter((other) => other.id !== entry.id),
    referencedBy: (id) => referencedBy.get(id) ?? [],
    testData,
    isUsual: usualIn(headEntries.filter(({ id }) => !changes.has(id))),
    titlesIn: titlesOf(head),
    addedTo: (file) => (added.get(file) ?? []).slice(0, maxSiblings),
    addedElsewhere: (file) =>
      [...added].flatMap(([path, entries]) => (path === file ? [] : entries)).slice(0, maxSiblings),
    heldBy: removedTexts(diff.changes),
    change: (id) => changes.get(id),
  };
}

/** Entries with the same key are siblings: the same parent, or the same section at the top. */
function family(entry: Entry): string {
  return entry.parent === null ? `top ${entry.file} ${entry.section}` : `id ${entry.parent}`;
}

/** The outermost heading, and the headings that are entries with parts of their own. */
function titlesOf({ files }: Spec): (file: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  const byPath = new Map(files.map((file) => [file.path, file]));
  return (path) => {
    const told = known.get(path);
    if (told !== undefined) return told;
    const titles = (byPath.get(path)?.entries ?? []).flatMap(({ section, kind, lines: [first] }) => [
      section.split(" › ")[0] ?? "",
      ...(kind === "story" && /^\s*#{1,6}\s/.test(first?.text ?? "") ? [first?.text ?? ""] : []),
    ]);
    const found = [...new Set(titles)];
    known.set(path, found);
    return found;
  };
}

const usual = { share: 0.03, entries: 8, words: 200 };

/** Answers are kept, and given for so many words only: each reads all entries. */
function usualIn(entries: readonly Entry[]): (word: string) => boolean {
  const known = new Map<string, boolean>();
  return (word) => {
    const stem = word.toLowerCase().replace(/s$/, "");
    const told = known.get(stem);
    if (told !== undefined || known.size >= usual.words) return told ?? false;
    const count = entries.filter(({ text }) => text.toLowerCase().includes(stem)).length;
    const isUsual = count >= usual.entries && count >= usual.share * entries.length;
    known.set(stem, isUsual);
    return isUsual;
  };
}
