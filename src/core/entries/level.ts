import type { Level } from "./entry.ts";

/** The strongest word of RFC 2119 in a text, in any case. `none` says nothing about being normative. */
export function levelOf(text: string): Level {
  if (/\b(?:must|shall|required)\b/i.test(text)) return "must";
  if (/\b(?:should|recommended)\b/i.test(text)) return "should";
  if (/\b(?:may|optional)\b/i.test(text)) return "may";
  return "none";
}
