import type { Passage, Reading } from "../reading.ts";

const motive = /^\(?(?:why\b[^:]{0,60}|rationale|motivation|reason|background)(?=:)/;
const ownBlock = /^\s*(?:[-*+]\s|\d{1,3}[.)]\s|#|>|\||\*\*)/;

/** Paragraphs that say why something is asked for: they ask for nothing. */
export function motivesIn({ passages }: Reading): ReadonlySet<Passage> {
  const found = new Set<Passage>();
  let last: Passage | null = null;
  for (const passage of passages) {
    const { line, quote } = passage.span;
    const goesOn: boolean = last !== null && line <= last.span.endLine + 1 && !ownBlock.test(quote);
    last = motive.test(passage.bare) || goesOn ? passage : null;
    if (last !== null) found.add(last);
  }
  return found;
}
