import { leftToOthers, putOff } from "../lexicon/lexicon.ts";
import { anyOf } from "../lexicon/terms.ts";
import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { cited, code } from "./markdown.ts";

const leaves = new RegExp(anyOf([leftToOthers, putOff].map(({ terms }) => terms).join("|")).source);

const most = 12;

/** Where the text says itself that somebody has yet to decide. */
export function leftOpen({ sentences }: DesignFacts): readonly string[] {
  return sentences
    .filter(({ text }) => leaves.test(text.toLowerCase()))
    .slice(0, most)
    .map(
      ({ id, text }) =>
        `The text leaves this to a decision: ${code(readable({ id, quote: text }))} ${cited([id])}`,
    );
}
