import type { Dialect } from "../../src/core/entries/dialect.ts";
import { standingOf } from "../../src/core/entries/standing.ts";
import type { Entry } from "../../src/core/entries/entry.ts";

/** What a dialect makes of lines of Markdown: entries by ID, and findings. */
export function read(dialect: Dialect, path: string, ...lines: string[]) {
  const source = { path, text: lines.join("\n") };
  const { entries, findings } = dialect.entries(source);
  const of = (id: string): Entry => {
    const found = entries.find((entry) => entry.id === id);
    if (!found) throw new Error(`No entry ${id}; there are ${entries.map((entry) => entry.id).join(", ")}`);
    return found;
  };
  return {
    confidence: dialect.recognises(source, standingOf(path)),
    entries,
    findings,
    ids: entries.map((entry) => entry.id),
    of,
    text: (id: string) => of(id).text,
    parent: (id: string) => of(id).parent,
    lines: (id: string) => [of(id).line, of(id).endLine],
  };
}

interface Entries {
  readonly entries: readonly Entry[];
}

/** What entries are called, and where they stand. */
export function placesOf({ entries }: Entries): unknown[][] {
  return entries.map((entry) => [
    entry.id,
    entry.kind,
    entry.parent,
    entry.section,
    entry.line,
    entry.endLine,
  ]);
}

/** How the entries of `a.md` are called inside it, where they stand and what they say. */
export function outlineOf({ entries }: Entries): unknown[][] {
  const inside = (id: string | null): string | null => id?.replace("a.md#", "") ?? null;
  return entries.map(({ id, kind, parent, line, endLine, text }) => {
    return [inside(id), kind, inside(parent), line, endLine, text];
  });
}
