import type { Status } from "./entry.ts";

const labels = /^(?:`?\\?\[[A-Za-z ]{1,30}\\?\]`?[ \t]{0,3}){0,2}/;
const retired =
  /^This (?:(?:feature )?spec(?:ification)? )?(?:clause|point|item|section|entry|requirement|feature) (?:has been|was|is) (?:now )?(?:deleted|removed|replaced|renamed|superseded|retired|withdrawn|moved)\b/i;
const deprecated = /^(?:`?\(deprecated\)`?|\*\*\([a-z, ]{0,30}deprecated\)\*\*)/i;

/** Status an own text declares by how it begins: a tombstone's sentence, or a mark of deprecation. */
export function statusOf(text: string): Status {
  const start = text.slice(0, 300).replace(labels, "");
  if (retired.test(start)) return "retired";
  return deprecated.test(start) ? "deprecated" : "live";
}
