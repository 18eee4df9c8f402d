import { wordsOf } from "../difference.ts";
import { isNormative } from "../passage-kind.ts";
import { readChange } from "../reading.ts";
import { nothing, type Recogniser } from "./recogniser.ts";

/** A line whose children say what is to be built. */
export const heading: Recogniser = (change, context) => {
  const { after } = change;
  if (after === null || context.children(after.id).length === 0) return null;
  if (after.kind === "condition")
    return nothing("States a condition; its children carry the behaviour.", 0.9);
  const { passages } = readChange(change);
  if (passages.some(isNormative)) return null;
  const words = wordsOf(after.text, () => false);
  const introduces = after.text.trimEnd().endsWith(":");
  const limit = introduces ? 14 : 0;
  if (words.length > limit && !/section|heading/.test(after.kind)) return null;
  if (words.length > (introduces ? 14 : 5)) return null;
  return nothing("A heading; its children carry the behaviour.", 0.85);
};
