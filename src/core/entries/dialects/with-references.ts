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
  for (const { 0: word, index } of entry.text.matchAll(token)) {
    const id = isOfAnother(entry, index) ? undefined : byLocal.get(word);
    if (id !== undefined && id !== entry.id && found.size < most) found.add(id);
  }
  return [...found];
}

/** `002-orders#FR-004` names the entry of that document; the same ID in this one is another. */
function isOfAnother({ text, file }: Entry, at: number): boolean {
  const document = /([\p{L}\d._/-]{1,120})#$/u.exec(text.slice(Math.max(0, at - 121), at))?.[1];
  return document !== undefined && !file.includes(document);
}

/** An ID of letters and a number; a number alone (`1.2`) may be any number. */
function isCode(id: string): boolean {
  return /^\p{L}\S*\d/u.test(id);
}
