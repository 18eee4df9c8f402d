import { leftToOthers, putOff } from "../lexicon/lexicon.ts";
import { anyOf } from "../lexicon/terms.ts";
import type { Asked } from "./asked.ts";
import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { cited, code } from "./markdown.ts";

/** `where appropriate`, `as needed` leave a case open that the sentence already decides in the main. */
const onlyFitting = /^(?:where|when|as|to the extent)\b/;
const chosenByBuilders = "implementation/implementations/implementer/implementers choose*/decide*/select*";
const handedOver = [leftToOthers, putOff]
  .flatMap(({ terms }) => terms.split("|"))
  .filter((term) => !onlyFitting.test(term))
  .concat(chosenByBuilders);
const leaves = new RegExp(
  `${anyOf(handedOver.join("|")).source}(?! (?:comments?|items?|markers?|lists?)\\b)`,
);

const most = 4;

/** Where the text says itself that somebody has yet to decide. */
export function leftOpen({ sentences }: Pick<DesignFacts, "sentences">): readonly Asked[] {
  return sentences
    .filter(({ text }) => leaves.test(text.toLowerCase()))
    .slice(0, most)
    .map((sentence) => {
      const { id, text } = sentence;
      const words = code(readable({ id, quote: text }));
      return {
        question: `The text leaves this to a decision: ${words} ${cited([id])}`,
        about: [sentence],
      };
    });
}
