import type { Span } from "../entries/entry.ts";
import type { Reading } from "./reading.ts";
import { flat, quoteAround } from "./rules/match-terms.ts";

/** An example counts where it brings a value: in code marks, quoted, or a number. */
const introduces = /(?:\bfor example\b|\be\.g\.|\bexample:)(?=[^\n]{0,120}[`"\d])|\breturns? +[`"\d]|= *-?\d/;
/** Characters between `given` and its `then`. */
const longestSetting = 200;

/** Places in the entry that give a concrete input or output: an example, a code block, a worked value. */
export function examplesIn(reading: Reading): readonly Span[] {
  const found: Span[] = [];
  for (const passage of reading.passages) {
    const at = passage.inFence ? 0 : exampleAt(flat(passage.span.quote));
    if (at >= 0) found.push(quoteAround(passage, at, 1));
  }
  return found;
}

/** Where the first example begins, or -1. */
function exampleAt(text: string): number {
  const given = text.search(/\bgiven\b/);
  const hasResult = given >= 0 && /\bthen\b/.test(text.slice(given + 5, given + 9 + longestSetting));
  const places = [text.search(introduces), hasResult ? given : -1].filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
