import { localId } from "./local-id.ts";
import { longestSpan } from "./markdown.ts";
import type { Sentence } from "./sentences.ts";

/** A passage of the spec, and the entry whose criterion it answers. */
interface Passage {
  readonly id: string;
  readonly quote: string;
}

/**
 * A quote as one reads it: without the list, quote and id marks before it and without HTML tags. Empty for a comment of
 * code, which says nothing of its own.
 */
export function readable({ id, quote }: Passage): string {
  const line = quote.replace(/<\/?[a-zA-Z][^<>]{0,400}>/g, " ").replace(/\s+/g, " ");
  const bare = line.replace(/^(?:[>\s]|[-*+]\s|\d{1,3}[.)]\s){0,20}/, "");
  const local = localId(id);
  const label = [`\`(${local})\``, `**(${local})**`, `**${local}**:`, `**${local}**`, `r[${local}]`].find(
    (one) => bare.startsWith(one),
  );
  const text = linksAsText((label === undefined ? bare : bare.slice(label.length)).trim());
  return /^(?:\/\/|\/\*|#\s)/.test(text) ? "" : text;
}

/** Links as their text: in a code span the target is in the way. */
function linksAsText(text: string): string {
  return text.replace(/!?\[([^\][]{1,400})\]\([^()\s]{0,1000}\)/g, "$1");
}

/** The sentence of the entry that holds a passage: a passage may be cut from the middle of it. */
export function wholeSentence({ id, quote }: Passage, sentences: readonly Sentence[]): string {
  const part = readable({ id, quote });
  const wanted = withoutMarks(part);
  if (wanted === "") return part;
  const whole = sentences
    .map(({ id: of, text }) => readable({ id: of, quote: text }))
    .find((text) => withoutMarks(text).includes(wanted));
  return whole === undefined || whole.length > longestSpan ? part : whole;
}

/** A passage may be cut from within a link or an emphasis. */
function withoutMarks(text: string): string {
  return text.replace(/[[\]*_]/g, "");
}

/** The entries that hold the quote themselves; all where none does. */
export function ownersOf(
  quote: string,
  ids: readonly string[],
  texts: ReadonlyMap<string, string>,
): readonly string[] {
  const part = flat(quote).slice(0, 80);
  const own = ids.filter((id) => texts.get(id)?.includes(part) === true);
  return own.length === 0 ? ids : own;
}

/** Texts compared without line breaks, tags, emphasis and the targets of links. */
export function flat(text: string): string {
  return withoutMarks(linksAsText(text.replace(/<\/?[a-zA-Z][^<>]{0,400}>/g, " ").replace(/\s+/g, " ")));
}
