import { isEditorial } from "./editorial.ts";
import type { Entry } from "./entry.ts";

const token = /§?[\p{L}\p{N}](?:[\p{L}\p{N}_-]|\.(?=[\p{L}\p{N}]))*/gu;
const link = /\[([^[\]]{1,300})\]\([^()\s]{0,300}\)/g;

/** Texts that differ only in calling other entries by the IDs which the same pull request gave them. */
export class RenumberedReferences {
  private readonly now = new Map<string, string>();

  constructor(pairs: readonly { readonly before: Entry; readonly after: Entry }[]) {
    for (const { before, after } of pairs)
      if (before.id !== after.id && isCode(before.id) && isCode(after.id)) this.now.set(before.id, after.id);
  }

  explain(before: string, after: string): boolean {
    if (this.now.size === 0) return false;
    return isEditorial(plain(this.renumbered(before)), plain(after));
  }

  private renumbered(text: string): string {
    return text.replace(token, (word) => {
      const bare = word.startsWith("§") ? word.slice(1) : word;
      return this.now.get(word) ?? this.now.get(bare) ?? word;
    });
  }
}

/** IDs that are made of words may stand in a text by chance. */
function isCode(id: string): boolean {
  return !id.includes("#") && /\d|^§/.test(id);
}

/** A link to a numbered section repeats its number in the anchor, which one that waits for its number does not have. */
function plain(text: string): string {
  return text.replace(link, "$1").replaceAll("§", "");
}
