import { shownText, type UnseenMarkup } from "../markdown/page/shown-text.ts";
import { visibleText, withStandIns, type HiddenText } from "../markdown/hidden-text.ts";

/** What of an entry's text a reader does not see; it takes time to find in a long text, so the review looks for it. */
export interface HiddenInEntry {
  readonly characters: readonly HiddenText[];
  /** Texts of images, titles and the like that say a sentence. */
  readonly sentences: readonly { readonly kind: UnseenMarkup["kind"]; readonly count: number }[];
}

/** A word or two is usual in an alternative text, and kept from models in silence. */
const sentenceWords = 6;

/** Null: all of it is seen. */
export function hiddenIn(entry: string): HiddenInEntry | null {
  const { hidden } = visibleText(entry);
  const counts = new Map<UnseenMarkup["kind"], number>();
  for (const { kind, text } of shownText(withStandIns(entry), null).unseen)
    // Comments are counted by themselves.
    if (visibleText(text).text.split(/\s+/).length >= sentenceWords)
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
  if (hidden.length + counts.size === 0) return null;
  return { characters: hidden, sentences: [...counts].map(([kind, count]) => ({ kind, count })) };
}
