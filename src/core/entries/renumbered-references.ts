import { isEditorial } from "./editorial.ts";
import type { Entry } from "./entry.ts";
import { localId } from "./local-id.ts";

const token = /§?[\p{L}\p{N}](?:[\p{L}\p{N}_-]|\.(?=[\p{L}\p{N}]))*/gu;
const link = /\[([^[\]]{1,300})\]\([^()\s]{0,300}\)/g;

interface Pair {
  readonly before: Entry;
  readonly after: Entry;
}

/** Texts that differ only in calling other entries by the IDs which the same pull request gave them. */
export class RenumberedReferences {
  /** New names by the scope and the old name. */
  private readonly now = new Map<string, string>();

  constructor(pairs: readonly Pair[]) {
    for (const { before, after } of pairs) {
      if (before.id === after.id || !isCode(localId(before)) || !isCode(localId(after))) continue;
      if (scopeIn(before) === scopeIn(after))
        this.now.set(`${scopeIn(before)}#${localId(before)}`, localId(after));
    }
  }

  explain(pair: Pair): boolean {
    if (this.now.size === 0) return false;
    return isEditorial(plain(this.renumbered(pair.before)), plain(pair.after.text));
  }

  /** Whether the texts name other entries than the new numbers explain. */
  namesOthers({ before, after }: Pair): boolean {
    const now = codesIn(after.text);
    return codesIn(this.renumbered(before)) !== now && codesIn(before.text) !== now;
  }

  private renumbered(entry: Entry): string {
    const scope = scopeIn(entry);
    return entry.text.replace(token, (word) => {
      const bare = word.startsWith("§") ? word.slice(1) : word;
      return this.now.get(`${scope}#${word}`) ?? this.now.get(`${scope}#${bare}`) ?? word;
    });
  }
}

function scopeIn({ id }: Entry): string {
  return id.slice(0, Math.max(id.indexOf("#"), 0));
}

/** IDs that are made of words may stand in a text by chance. */
function isCode(id: string): boolean {
  return id.startsWith("§") || (/\d/.test(id) && !/[\s/]/.test(id));
}

function codesIn(text: string): string {
  return [...text.matchAll(token)].flatMap(([word]) => (/^\p{Lu}+[-_]?\d/u.test(word) ? word : [])).join(" ");
}

/** A link to a numbered section repeats its number in the anchor, which one that waits for its number does not have. */
function plain(text: string): string {
  return text.replace(link, "$1").replaceAll("§", "");
}
