import type { Change } from "../../entries/change.ts";
import { localId } from "../../entries/local-id.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";

const fewestLetters = 4;
/** Forms of one word begin alike for so long. */
const stem = 6;

/**
 * Whether words are those of a title: of the document or a feature in it, of an entry or what it stands under. They say what it is about,
 * and leave nothing open.
 */
export function isSubject(words: string, { after }: Change, context: SpecIndex): boolean {
  if (after === null) return false;
  const { isPart = false, hasContentId = false } = after.traits ?? {};
  const own = isPart || hasContentId ? [] : [localId(after)];
  const titles = stemsIn([after.section, ...own, ...context.titlesIn(after.file)].join(" "));
  const said = stemsIn(words);
  return said.size > 0 && [...said].every((word) => titles.has(word));
}

function stemsIn(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/\p{L}+/gu) ?? [];
  return new Set(words.filter((word) => word.length >= fewestLetters).map((word) => word.slice(0, stem)));
}
