import type { Span } from "../entries/entry.ts";
import type { Passage, Reading } from "./reading.ts";
import { flat, quoteAround } from "./rules/match-terms.ts";

/** An example counts where it brings a value: in code marks, quoted, or a number. */
const introduces = /(?:\bfor example\b|\be\.g\.|\bexample:)(?=[^\n]{0,120}[`"\d])|\breturns? +[`"\d]|= *-?\d/;
/** Characters between `given` and its `then`. */
const longestSetting = 200;

/** Places in the entry that give a concrete input or output: an example, a code block, a worked value. */
export function examplesIn(reading: Reading): readonly Span[] {
  const defining = new Set(blocksOf(reading.passages).filter(defines).flat());
  const found: Span[] = [];
  for (const passage of reading.passages) {
    if (defining.has(passage)) continue;
    const at = passage.inFence ? 0 : exampleAt(flat(passage.span.quote));
    if (at >= 0) found.push(quoteAround(passage, at, 1));
  }
  return found;
}

/** The lines of code that stand together. */
function blocksOf(passages: readonly Passage[]): readonly (readonly Passage[])[] {
  const blocks: Passage[][] = [];
  for (const [at, passage] of passages.entries()) {
    if (!passage.inFence) continue;
    if (passages[at - 1]?.inFence === true) blocks.at(-1)?.push(passage);
    else blocks.push([passage]);
  }
  return blocks;
}

const declaration =
  /^\s*(?:(?:export|public|private|protected|pub|static|async|abstract|final|declare|default|open|override|suspend|inline)\s+)*(?:def|class|interface|function|func|fun|fn|type|enum|struct|trait|record|message|service|protocol|extension|impl|module|namespace|input|scalar|union|directive|schema)\s+\w/;
const asserts = /\b(?:assert\w*|expect)\b|>>>|\/\/\s*(?:=>|->|→|prints|gives)|#\s*(?:=>|->|→)/;

/** Code that declares what is to be built, or shows how, and works nothing out. */
function defines(block: readonly Passage[]): boolean {
  const lines = block.map(({ span }) => span.quote);
  return lines.some((line) => declaration.test(line)) && !lines.some((line) => asserts.test(line));
}

/** Where the first example begins, or -1. */
function exampleAt(text: string): number {
  const given = text.search(/\bgiven\b/);
  const hasResult = given >= 0 && /\bthen\b/.test(text.slice(given + 5, given + 9 + longestSetting));
  const places = [text.search(introduces), hasResult ? given : -1].filter((at) => at >= 0);
  return places.length === 0 ? -1 : Math.min(...places);
}
