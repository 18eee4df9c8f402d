import type { Passage, Reading } from "./reading.ts";

const exactThings =
  /`[^`\n]+`|"[^"\n]{1,80}"|(?<![a-z0-9])\d+(?:\.\d+)*(?![a-z0-9])|\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g;
const perPoint = 12;

/**
 * 0 to 1: how much of the change is exact. Code spans, quoted strings, numbers and constants count; one for every
 * twelve words is as exact as specs get.
 */
export function concreteness(reading: Reading): number {
  let exact = 0;
  let words = 0;
  for (const passage of reading.fresh) {
    exact += exactIn(passage);
    words += passage.bare.split(" ").length;
  }
  return words === 0 ? 0 : Math.min(1, (exact * perPoint) / words);
}

function exactIn(passage: Passage): number {
  return passage.inFence ? 2 : (passage.span.quote.match(exactThings)?.length ?? 0);
}
