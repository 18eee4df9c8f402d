import type { Entry } from "./entry.ts";
import { localId } from "./local-id.ts";
import { pushTo } from "../push-to.ts";
import { textSimilarity } from "./text-similarity.ts";

/** More pairs of files than this are not compared. */
const maxPairs = 2_500;
const alike = 0.5;

/**
 * New names of files by their old ones: at least half of the entries of the smaller side have the same name inside both
 * and read alike. Numbers alone prove nothing, since every feature begins with `FR-001`. Each file is taken once.
 */
export function renamedFiles(before: readonly Entry[], after: readonly Entry[]): ReadonlyMap<string, string> {
  const [gone, come] = [byFile(before), byFile(after)];
  for (const file of [...gone.keys()]) if (come.delete(file)) gone.delete(file);
  const renamed = new Map<string, string>();
  if (gone.size * come.size > maxPairs) return renamed;
  for (const [file, entries] of gone) {
    const found = successor(entries, come);
    if (found === null) continue;
    come.delete(found);
    renamed.set(file, found);
  }
  return renamed;
}

function successor(entries: readonly Entry[], come: ReadonlyMap<string, readonly Entry[]>): string | null {
  const named = new Map(entries.map((entry) => [localId(entry), entry]));
  let best: string | null = null;
  let most = 0;
  for (const [file, others] of come) {
    const shared = others.filter((other) => isSame(named.get(localId(other)), other)).length;
    if (shared * 2 < Math.min(entries.length, others.length) || shared <= most) continue;
    [best, most] = [file, shared];
  }
  return best;
}

function isSame(before: Entry | undefined, after: Entry): boolean {
  return before?.kind === after.kind && textSimilarity(before.text, after.text) > alike;
}

function byFile(entries: readonly Entry[]): Map<string, Entry[]> {
  const files = new Map<string, Entry[]>();
  for (const entry of entries) pushTo(files, entry.file, entry);
  return files;
}
