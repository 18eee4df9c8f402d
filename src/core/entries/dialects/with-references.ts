import type { Entry } from "../entry.ts";
import { localId } from "../local-id.ts";

const token = /[\p{L}\d](?:[\p{L}\d]|[-_.~](?=[\p{L}\d])){0,120}/gu;
/** Entries that one text names at most. */
const most = 50;

/**
 * Entries of one file whose texts name others of it by their own IDs: those are references, and of a tombstone what takes its
 * place. Titles and words, which may stand in a text by chance, are not looked for. Linear in the texts.
 */
export function withReferences(entries: readonly Entry[]): Entry[] {
  const byLocal = new Map<string, string>();
  for (const entry of entries) if (isCode(localId(entry))) byLocal.set(localId(entry), entry.id);
  return entries.map((entry) => {
    const named = namedIn(entry, byLocal);
    const references = [...new Set([...entry.references, ...named])];
    const replacedBy = entry.status === "retired" && entry.replacedBy.length === 0 ? named : entry.replacedBy;
    return { ...entry, references, replacedBy };
  });
}

function namedIn(entry: Entry, byLocal: ReadonlyMap<string, string>): string[] {
  const found = new Set<string>();
  for (const [word] of entry.text.matchAll(token)) {
    const id = byLocal.get(word);
    if (id !== undefined && id !== entry.id && found.size < most) found.add(id);
  }
  return [...found];
}

/** An ID of letters and a number; a number alone (`1.2`) may be any number. */
function isCode(id: string): boolean {
  return /^\p{L}\S*\d/u.test(id);
}
