import type { Passage, Reading } from "./reading.ts";

const exactThings =
  /`[^`\n]+`|"[^"\n]{1,80}"|(?<![a-z0-9])\d+(?:\.\d+)*(?![a-z0-9])|\b[A-Z][A-Z0-9]*_[A-Z0-9_]+\b/g;
/** Numbers that only count or name: list markers, IDs, titles, priorities. They make nothing exact. */
const markers =
  /^[\s#>*-]*\d{1,3}[.)]\s|\b[A-Z]{1,5}-?\d+[a-z0-9.]*\b|\b(?:Requirement|User Story|Story|REQ)[ -]?\d+(?:\.\d+)*/gm;
const links = /\[`?([^\]`\n]*)`?\]\([^()\n]*\)/g;
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
  if (passage.inFence) return 2;
  const text = passage.span.quote.replace(markers, " ").replace(links, " ");
  return text.match(exactThings)?.length ?? 0;
}
