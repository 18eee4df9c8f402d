import { sentences } from "../markdown/sentences.ts";
import type { Entry } from "./entry.ts";
import { textSimilarity } from "./text-similarity.ts";

const alike = 0.8;
/** Enough in one place for entries that are called by their own words: the words are what changes. */
const alikeInPlace = 0.5;

/**
 * How much two entries of different IDs say the same, 0 to 1, where it is enough to take one for the other; else 0.
 * `inFile` says that both stand in one file, whatever its name was before. Linear in their texts.
 */
export function entrySimilarity(before: Entry, after: Entry, inFile: boolean): number {
  if (before.kind !== after.kind) return 0;
  const others = readings(after);
  const found = Math.max(...readings(before).map((one, i) => ofAboutOneLength(one, others[i] ?? "")));
  return found > threshold(before, after, inFile) ? found : 0;
}

/** Half as long or twice as long is another text. */
function ofAboutOneLength(before: string, after: string): number {
  const shorter = Math.min(before.length, after.length);
  return shorter * 2 < Math.max(before.length, after.length) ? 0 : textSimilarity(before, after);
}

/** The text; of a row only its description, of a scenario also with its title, of a statement also its first sentence alone. */
function readings({ kind, text, id }: Entry): string[] {
  if (kind === "row") return [text.split("\n", 1)[0] ?? ""];
  if (kind === "scenario") return [text, `${id.slice(id.lastIndexOf("/") + 1)} ${text}`];
  return kind === "statement" ? [text, sentences(text.slice(0, 1000))[0]?.text ?? ""] : [text];
}

function threshold(before: Entry, after: Entry, inFile: boolean): number {
  if (!inFile) return alike;
  const worded = after.kind === "statement" || after.kind === "group";
  if (worded && before.section === after.section) return alikeInPlace;
  return after.kind === "scenario" && before.parent === after.parent ? alikeInPlace : alike;
}
