import { isMostlyTags } from "../../markdown/written-by-program.ts";
import type { Reading } from "../reading.ts";

/** A page that a program wrote: descriptions between tags are of what is there, and no demand. */
export function isMarkup({ passages }: Reading): boolean {
  return isMostlyTags(passages.map(({ span }) => span.quote).join(" "));
}
