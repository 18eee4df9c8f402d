import type { Span } from "../spec/entry.ts";
import type { Reading } from "./reading.ts";
import { flat, quoteAround } from "./signal.ts";

const introduces = /(?:for example|e\.g\.|example:|\bgiven\b.{0,200}\bthen\b|\breturns? +[`"\d]|= *-?\d)/;

/** Places in the entry that give a concrete input or output: an example, a code block, a worked value. */
export function examplesIn(reading: Reading): readonly Span[] {
  const found: Span[] = [];
  for (const passage of reading.passages) {
    const at = passage.inFence ? 0 : flat(passage.span.quote).search(introduces);
    if (at >= 0) found.push(quoteAround(passage, at, 1));
  }
  return found;
}
