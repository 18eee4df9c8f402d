import { localId } from "./local-id.ts";

/** A passage of the spec, and the entry that it is of. */
interface Passage {
  readonly id: string;
  readonly quote: string;
}

/**
 * A quote as one reads it: without the list, quote and id marks before it, emphasis and HTML tags. Empty for a comment of
 * code, which says nothing of its own.
 */
export function readable({ id, quote }: Passage): string {
  const line = quote.replace(/<\/?[a-zA-Z][^<>]{0,400}>/g, " ").replace(/\s+/g, " ");
  const bare = line.replace(/^(?:[>\s]|[-*+]\s|\d{1,3}[.)]\s){0,20}/, "");
  const local = localId(id);
  const label = [`\`(${local})\``, `**(${local})**`, `**${local}**:`, `**${local}**`, `r[${local}]`].find(
    (one) => bare.startsWith(one),
  );
  const text = withoutEmphasis(linksAsText((label === undefined ? bare : bare.slice(label.length)).trim()));
  return /^(?:\/\/|\/\*|#\s)/.test(text) ? "" : text;
}

/** Links as their text: in a code span the target is in the way. */
function linksAsText(text: string): string {
  return text.replace(/!?\[([^\][]{1,400})\]\([^()\s]{0,1000}\)/g, "$1");
}

/** In a code span the marks of strong text would show; a pattern such as `src/**` is none. */
function withoutEmphasis(text: string): string {
  return text.replace(/(`[^`]*`)|(?<![/*])\*{2,3}(?=[^\s/*])|(?<=[^\s/*])\*{2,3}(?![/*])/g, "$1");
}
