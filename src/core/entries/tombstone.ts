import type { Status } from "./entry.ts";

const labels = /^(?:`?\\?\[[A-Za-z ]{1,30}\\?\]`?[ \t]{0,3}){0,2}/;
const retired =
  /^This (?:(?:feature )?spec(?:ification)? )?(?:clause|point|item|section|entry|requirement|feature) (?:has been|was|is) (?:now )?(?:deleted|removed|replaced|renamed|superseded|retired|withdrawn|moved)\b/i;
const deprecated = /^(?:`?\(deprecated\)`?|\*\*\([a-z, ]{0,30}deprecated\)\*\*)/i;

/** `~~System MUST …~~ — **Deferred**`: struck out, and the words behind it say that it does not hold. */
const struck =
  /^~~[^~]{1,2000}~~[\s*_.—–:(-]{0,12}(?:deferred|removed|deleted|dropped|withdrawn|retired|cancell?ed|obsolete|superseded|replaced|moved|merged|out of scope|no longer|not needed)\b/i;

/** Status an own text declares by how it begins: a tombstone's sentence, or a mark of deprecation. */
export function statusOf(text: string): Status {
  const start = text.slice(0, 300).replace(labels, "");
  if (retired.test(start) || struck.test(text.slice(0, 2100))) return "retired";
  return deprecated.test(start) ? "deprecated" : "live";
}
