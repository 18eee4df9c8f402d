import type { Change, SpecDiff } from "./change.ts";
import type { Entry, SourceFile, Spec } from "./entry.ts";
import { linesNaming, testDataOf } from "./find-test-data.ts";
import { pushTo } from "../push-to.ts";
import type { TestDataRef } from "./test-data.ts";

const mostSiblings = 200;

/** What is known around a change: lookups by ID, in constant time, over both sides of a pull request; head wins. */
export interface SpecIndex {
  entry(id: string): Entry | undefined;
  children(id: string): readonly Entry[];
  /** At most 200, in their order: all of thousands, for each of them, would take quadratic time. */
  siblings(entry: Entry): readonly Entry[];
  referencedBy(id: string): readonly string[];
  testData(id: string): readonly TestDataRef[];
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
      (children.get(family(entry)) ?? []).slice(0, mostSiblings).filter((other) => other.id !== entry.id),
    referencedBy: (id) => referencedBy.get(id) ?? [],
    testData,
    change: (id) => changes.get(id),
  };
}

/** Entries with the same key are siblings: the same parent, or the same section at the top. */
function family(entry: Entry): string {
  return entry.parent === null ? `top ${entry.file} ${entry.section}` : `id ${entry.parent}`;
}
