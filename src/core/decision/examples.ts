import type { Span } from "../entries/entry.ts";
import type { Passage, Reading } from "./reading.ts";
import { flat, quoteAround } from "./rules/match-terms.ts";

/** An example counts where it brings what goes in and what comes out: two values in code marks, quoted, or numbers. */
const introduces = /(?<!\()(?:\bfor example\b|\be\.g\.|\bexample:)/;
const values = /`[^`\n]+`|"[^"\n]+"|(?<![\w.])\d[\w.,:]*/g;
/** Characters in which they stand. */
const longestExample = 200;
/** Characters between `given` and its `then`. */
const longestSetting = 200;

interface Example {
  readonly span: Span;
  /** It came with the change; one that stood before may show something else of the entry. */
  readonly isFresh: boolean;
}

/** Places in the entry that give a concrete input or output: an example, a code block, a worked value. */
export function examplesIn({ passages }: Reading): readonly Example[] {
  const defining = new Set(blocksOf(passages).filter(defines).flat());
  return passages.flatMap((passage): Example[] => {
    if (defining.has(passage)) return [];
    const at = passage.inFence ? 0 : exampleAt(passage.span.quote);
    return at < 0 ? [] : [{ span: quoteAround(passage, at, 1), isFresh: passage.fresh }];
  });
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

const asserts = /\b(?:assert\w*|expect)\b|>>>|\/\/\s*(?:=>|->|→|prints|gives)|#\s*(?:=>|->|→)/;

/** Code that declares what is to be built, leaves gaps or shows how, and works nothing out. */
function defines(block: readonly Passage[]): boolean {
  return !block.some(({ span }) => asserts.test(span.quote));
}

/** Where the first example begins, or -1. */
function exampleAt(quote: string): number {
  const text = flat(quote);
  const brings = (at: number): boolean =>
    at >= 0 && (quote.slice(at, at + longestExample).match(values) ?? []).length > 1;
  const given = text.search(/\bgiven\b/);
  const hasResult = given >= 0 && /\bthen\b/.test(text.slice(given + 5, given + 9 + longestSetting));
  const places = [text.search(introduces), hasResult ? given : -1].filter(brings);
  return places.length === 0 ? -1 : Math.min(...places);
}
