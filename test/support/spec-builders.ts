import type { SpecIndex } from "../../src/core/entries/spec-index.ts";
import type { Change, ChangeKind } from "../../src/core/entries/change.ts";
import { removedTexts } from "../../src/core/entries/removed-text.ts";
import type { Entry } from "../../src/core/entries/entry.ts";

/** An entry whose file holds nothing else: its first line is line 10. */
export function entryOf(text: string, more: Partial<Entry> = {}): Entry {
  const lines = text.split("\n").map((line, i) => ({ line: 10 + i, text: line }));
  return {
    id: "X1",
    kind: "point",
    file: "spec.md",
    line: 10,
    endLine: 9 + lines.length,
    parent: null,
    section: "Section",
    text,
    lines,
    level: "none",
    status: "live",
    replacedBy: [],
    references: [],
    ...more,
  };
}

export function changeOf(
  before: Entry | string | null,
  after: Entry | string | null,
  kind?: ChangeKind,
): Change {
  const old = typeof before === "string" ? entryOf(before) : before;
  const now = typeof after === "string" ? entryOf(after) : after;
  const entry = now ?? old ?? entryOf("");
  return {
    id: entry.id,
    file: entry.file,
    line: entry.line,
    kind: kind ?? (old === null ? "added" : now === null ? "removed" : "modified"),
    moved: false,
    parent: entry.parent,
    previousId: null,
    replaces: [],
    before: old,
    after: now,
  };
}

export function contextOf(entries: readonly Entry[] = [], changes: readonly Change[] = []): SpecIndex {
  return {
    entry: (id) => entries.find((entry) => entry.id === id),
    children: (id) => entries.filter((entry) => entry.parent === id),
    siblings: (entry) => entries.filter((other) => other.parent === entry.parent && other.id !== entry.id),
    referencedBy: (id) => entries.filter((entry) => entry.references.includes(id)).map((entry) => entry.id),
    isUsual: () => false,
    titlesIn: () => [],
    testData: () => [],
    addedTo: (file) =>
      changes.flatMap(({ kind, after }) => (kind === "added" && after?.file === file ? [after] : [])),
    addedElsewhere: (file) =>
      changes.flatMap(({ kind, after }) =>
        kind === "added" && after !== null && after.file !== file ? [after] : [],
      ),
    heldBy: removedTexts(changes),
    change: (id) => changes.find((change) => change.id === id),
  };
}
