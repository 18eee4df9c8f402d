import type { Reading } from "../reading.ts";

const mostTags = 0.3;

/** A page that a program wrote: descriptions between tags are of what is there, and no demand. */
export function isMarkup({ passages }: Reading): boolean {
  const text = passages.map(({ span }) => span.quote).join(" ");
  const tags = text.match(/<[^<>\n]{1,400}>/g) ?? [];
  return tags.join("").length > mostTags * text.length;
}
