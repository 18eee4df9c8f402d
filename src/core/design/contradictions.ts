import type { Asked } from "./asked.ts";
import type { DesignFacts } from "./design-facts.ts";
import { readable } from "./evidence-lines.ts";
import { cited, code } from "./markdown.ts";
import { proseOfFeature } from "./prose-of-feature.ts";

const same = /\bacross (?:all |the |multiple )?(?:[A-Za-z]+ )?([a-z]{3,20})s\b/;

/** What is to be the same across all of a kind in one sentence of the feature, and each one's own in another. */
export function contradictions(facts: DesignFacts): readonly Asked[] {
  const prose = proseOfFeature(facts);
  return facts.sentences.flatMap((sentence) => {
    const kind = same.exec(sentence.text)?.[1];
    if (kind === undefined) return [];
    const own = new RegExp(
      `\\beach ${kind}\\b.{0,60}\\b(?:independent(?:ly)?|its own|separate(?:ly)?)\\b`,
      "i",
    );
    const other = prose.find(({ text }) => own.test(text));
    if (other === undefined) return [];
    const said = [sentence.text, other.text].map((quote) => code(readable({ id: sentence.id, quote })));
    return [
      {
        question: `Which holds? The specification says both: ${said.join("; ")} ${cited([sentence.id])}`,
        about: [sentence],
      },
    ];
  });
}
