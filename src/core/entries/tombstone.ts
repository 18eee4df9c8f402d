import type { Status } from "./entry.ts";

const maxStruck = 2_100;
const labels = /^(?:`?\\?\[[A-Za-z ]{1,30}\\?\]`?[ \t]{0,3}){0,2}/;
const retired =
  /^This (?:(?:feature )?spec(?:ification)? )?(?:clause|point|item|section|entry|requirement|feature) (?:has been|was|is) (?:now )?(?:deleted|removed|replaced|renamed|superseded|retired|withdrawn|moved)\b/i;
/** A later cell of a row: `Retired Sprint 25 — …`, `Withdrawn (2.1)`. */
const retiredCell =
  / \| [*_]{0,2}(?:retired|withdrawn|superseded)[*_]{0,2}(?: (?:in|since|as of|by|with|sprint|release|v?\d)[^|]{0,200}|[^\S\n]*(?:[:(—–-][^|]{0,200})?)(?: \||$)/i;
const deprecated = /^(?:`?\(deprecated\)`?|\*\*\([a-z, ]{0,30}deprecated\)\*\*)/i;

const strikeTag = /<\/?(?:del|s|strike)>/g;
const strikes = /~~[^~]{1,2000}~~/g;
const opensStruck = /^[^\p{L}\d~]{0,12}~~/u;
/** Words beside a struck text that say that it does not hold. */
const withdrawn =
  /^[^\p{L}]{0,12}(?:deferred|removed|deleted|dropped|withdrawn|retired|cancell?ed|obsolete|superseded|replaced|moved|merged|deprecated|out of scope|no longer|not needed)\b/iu;

/** `~~The system MUST …~~`: struck out as a whole; words beside it may say why, and no others. */
function isStruckOut(text: string): boolean {
  if (!text.includes("~~") && !text.includes("</")) return false;
  const plain = text.slice(0, maxStruck).replace(strikeTag, "~~").replace(/[*_`]/g, "");
  if (!plain.includes("~~")) return false;
  const left = plain.replace(strikes, " ");
  if (left.includes("~~") || left.length === plain.length) return false;
  const says = left.trim();
  if (!opensStruck.test(plain)) return withdrawn.test(says) && says.length * 2 < plain.length;
  return withdrawn.test(says) || !/[\p{L}\d]/u.test(says);
}

const putLater = /\b(?:deferred|postponed|out of scope)\b/i;

/** Struck out for now only: what was built from it, if anything was, stays. */
export function isDeferred(text: string): boolean {
  return isStruckOut(text) && putLater.test(text.replace(strikeTag, "~~").replace(strikes, " "));
}

/** Status an own text declares by how it begins: a tombstone's sentence, or a mark of deprecation. */
export function statusOf(text: string): Status {
  const start = text.slice(0, 300).replace(labels, "");
  if (retired.test(start) || retiredCell.test(start) || isStruckOut(text)) return "retired";
  return deprecated.test(start) ? "deprecated" : "live";
}
