import type { Entry } from "./entry.ts";
import { normaliseText } from "./fingerprint.ts";
import { pushTo } from "../push-to.ts";
import { entrySimilarity } from "./entry-similarity.ts";
import { localId } from "./local-id.ts";
import { renamedFiles } from "./renamed-files.ts";
import { textSimilarity, sizeOf } from "./text-similarity.ts";

export interface Matches {
  readonly pairs: readonly { readonly before: Entry; readonly after: Entry }[];
  readonly added: readonly Entry[];
  readonly removed: readonly Entry[];
}

/** Texts shorter than this are too alike to be followed across IDs; titles that stand once are not. */
const tellingLength = 20;
const tellingTitle = 4;
/** In two files a rule without an ID must say more than this: "It MUST NOT be empty" stands in many. */
const tellingElsewhere = 80;
const alike = 0.8;
/** Comparisons of text with text that one diff may make. */
const comparisons = 200_000;

/**
 * Which entry at head is which at base: by ID and equal text, then by equal text under another ID, then by ID, then by
 * similar text among what is left. So an inserted number does not make all later ones modified. Tombstones are matched
 * by ID only: they all look alike.
 */
export function matchEntries(base: readonly Entry[], head: readonly Entry[]): Matches {
  const matching = new Matching(base, head);
  // Most are the same to the letter, which costs nothing to see.
  matching.sameKey((entry) => `${entry.id}\n${entry.text}`);
  matching.sameKey((entry) => `${entry.id}\n${normaliseText(entry.text)}`);
  matching.sameText();
  matching.sameKey((entry) => entry.id);
  matching.renamedFiles(renamedFiles(base, head));
  matching.similarText(alike);
  matching.similarText(0);
  return matching.result();
}

class Matching {
  private readonly pairs: { before: Entry; after: Entry }[] = [];
  private before: readonly Entry[];
  private after: readonly Entry[];
  /** New names of files by their old ones. */
  private renamed: ReadonlyMap<string, string> = new Map();

  constructor(before: readonly Entry[], after: readonly Entry[]) {
    this.before = before;
    this.after = after;
  }

  /** Pairs entries with equal keys in document order. */
  sameKey(key: (entry: Entry) => string): void {
    const waiting = group([...this.before].reverse(), key);
    this.take((after) => waiting.get(key(after))?.pop());
  }

  /** A text that stands once on each side among what is left has moved to another ID. */
  sameText(): void {
    const before = group(this.before.filter(telling), textOf);
    const after = group(this.after.filter(telling), textOf);
    const headById = new Map(this.after.map((entry) => [entry.id, entry]));
    this.take((entry) => {
      const here = before.get(textOf(entry));
      const found = here?.[0];
      if (!found || here.length > 1 || after.get(textOf(entry))?.length !== 1) return undefined;
      if (isUnrelated(found, entry)) return undefined;
      const successor = headById.get(found.id);
      return successor && textSimilarity(found.text, successor.text) > alike ? undefined : found;
    });
  }

  /** Of files that changed their names: what is called the same inside. */
  renamedFiles(renamed: ReadonlyMap<string, string>): void {
    this.renamed = renamed;
    if (this.renamed.size > 0) this.sameKey((entry) => `${this.fileNow(entry)}\n${localId(entry)}`);
  }

  private fileNow({ file }: Entry): string {
    return this.renamed.get(file) ?? file;
  }

  /** Those that are most alike first, so that a distant likeness takes nothing from a close one. */
  similarText(least: number): void {
    const waiting = this.before.filter(telling);
    if (waiting.length * this.after.length > comparisons) return;
    const used = new Set<Entry>();
    this.take((after) => {
      if (!telling(after)) return undefined;
      let best: Entry | undefined;
      let score = 0;
      for (const before of waiting) {
        const inFile = this.fileNow(before) === after.file;
        if (used.has(before) || (!inFile && isUnrelated(before, after))) continue;
        const found = entrySimilarity(before, after, inFile);
        if (found > score && found > least) [best, score] = [before, found];
      }
      if (best) used.add(best);
      return best;
    });
  }

  private take(find: (after: Entry) => Entry | undefined): void {
    const paired = new Set<Entry>();
    this.after = this.after.filter((after) => {
      const before = find(after);
      if (!before || paired.has(before)) return true;
      paired.add(before);
      this.pairs.push({ before, after });
      return false;
    });
    this.before = this.before.filter((entry) => !paired.has(entry));
  }

  result(): Matches {
    return { pairs: this.pairs, added: this.after, removed: this.before };
  }
}

function textOf(entry: Entry): string {
  return normaliseText(entry.text);
}

function telling(entry: Entry): boolean {
  const numberedTitle = entry.kind === "section" && !entry.id.includes("#");
  return entry.status !== "retired" && sizeOf(entry.text) >= (numberedTitle ? tellingTitle : tellingLength);
}

function isUnrelated(before: Entry, after: Entry): boolean {
  return (
    before.file !== after.file &&
    after.traits?.hasContentId === true &&
    Math.min(before.text.length, after.text.length) < tellingElsewhere
  );
}

function group(entries: readonly Entry[], key: (entry: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) pushTo(groups, key(entry), entry);
  return groups;
}
