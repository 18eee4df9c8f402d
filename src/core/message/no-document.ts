import type { NoDocument, OpenPlace } from "../design/why-no-document.ts";
import { listWords, plural } from "./wording.ts";

/** Why a feature gets no document, without its name. */
export function noDocumentText(none: NoDocument): string {
  if (none.why === "design") return isDesignText(none.files, none.open);
  return none.why === "elsewhere" ? askedElsewhereText : nothingOpenText(none.ids, none.asked);
}

/**
 * Of a feature for which nobody asked by name: entries that a rule sent to a design by their words, and in which no question was
 * found. `ids` are those entries; `asked` is what the specification asks itself and may answer elsewhere, or null.
 */
function nothingOpenText(ids: readonly string[], asked: OpenPlace | null): string {
  const named = "names entries to get one.";
  if (asked !== null)
    return `no document: nothing is marked as open. ${ofItsOwn(asked)} may be answered elsewhere in it; who knows one that is not ${named}`;
  const shown = ids.slice(0, 3);
  const more = ids.length - shown.length;
  const words = listWords(more > 0 ? [...shown, plural(more, "other")] : shown);
  return `no document: words that may leave room, but no question, were found in ${words}. Who knows a decision to take first ${named}`;
}

/** Of a feature whose files are themselves designs; `open` is what these leave open, or null. */
function isDesignText(files: readonly string[], open: OpenPlace | null): string {
  const are = files.length === 1 ? "is itself a design" : "are themselves designs";
  const verb = open?.count === 1 ? "is" : "are";
  const left = open === null ? "" : ` ${ofItsOwn(open)} ${verb} for its authors to answer there.`;
  return `no document: ${listWords(files)} ${are}.${left} Who wants one beside it all the same names entries to get one.`;
}

function ofItsOwn({ count, file, line }: OpenPlace): string {
  return `${plural(count, "question")} of its own, from ${file}:${String(line)} on,`;
}

/** Of a feature whose questions another document of the same run asks. */
const askedElsewhereText = "no document: another one of this run asks all that it leaves open.";
