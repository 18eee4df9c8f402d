import { leftToOthers, putOff } from "../lexicon/lexicon.ts";
import { anyOf } from "../lexicon/terms.ts";
import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { cited, code } from "./markdown.ts";

const leaves = new RegExp(anyOf([leftToOthers, putOff].map(({ terms }) => terms).join("|")).source);

const most = 12;

/** Whether these words of a spec say that somebody has yet to decide: `leftOpen` asks about their sentence. */
export function saysLeftOpen(words: string): boolean {
  return leaves.test(words.toLowerCase());
}

/** Where the text says itself that somebody has yet to decide. */
export function leftOpen({ sentences }: DesignFacts): readonly string[] {
  return sentences
    .filter(({ text }) => saysLeftOpen(text))
    .slice(0, most)
    .map(
      ({ id, text }) =>
        `The text leaves this to a decision: ${code(readable({ id, quote: text }))} ${cited([id])}`,
    );
}
