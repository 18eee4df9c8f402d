import type { Passage, Reading } from "../reading.ts";

const motive =
  /^\(?(?:why\b[^:]{0,60}(?=:)|(?:rationale|motivation|reason|background)(?=:)|this (?:requirement|rule|constraint|restriction)? ?(?:ensures|guarantees|allows|enables|avoids|prevents)\b)/;
const item = /^\s*(?:[-*+]|\d{1,3}[.)])\s/;
const ownBlock = /^\s*(?:[-*+]\s|\d{1,3}[.)]\s|#|>|\||\*\*)/;

/** Paragraphs, and the lists they announce, that say why something is asked for: they ask for nothing. */
export function motivesIn({ passages }: Reading): ReadonlySet<Passage> {
  const found = new Set<Passage>();
  let last: Passage | null = null;
  let isList = false;
  for (const passage of passages) {
    const { line, quote } = passage.span;
    const end: number = last?.span.endLine ?? -1;
    const isListed: boolean = isList && item.test(quote) && line <= end + 2;
    const goesOn: boolean = last !== null && line <= end + 1 && !ownBlock.test(quote);
    const isOne = motive.test(passage.bare);
    isList = isListed || (isOne && /:\W{0,4}$/.test(quote));
    last = isOne || isListed || goesOn ? passage : null;
    if (last !== null) found.add(last);
  }
  return found;
}
