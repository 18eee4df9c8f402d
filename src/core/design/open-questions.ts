import { alternatives } from "./alternatives.ts";
import type { Asked } from "./asked.ts";
import { askedInText } from "./asked-in-text.ts";
import { contradictions } from "./contradictions.ts";
import type { DesignFacts } from "./design-facts.ts";
import { leftOpen } from "./left-open.ts";
import type { Sentence } from "./sentences.ts";
import { undecidedQuestions } from "./undecided-questions.ts";

const most = 6;

/**
 * What the spec leaves open, and nothing else: what it says itself to be undecided, where it says two things, the ways that it
 * allows, what it depends on without saying it, and what it asks. A word that only sounds vague is no question.
 */
export function openQuestions(facts: DesignFacts): readonly string[] {
  const about = new Set<Sentence>();
  const own = (found: readonly Asked[]): readonly string[] =>
    found.flatMap((one) => {
      if (one.about.some((sentence) => about.has(sentence))) return [];
      for (const sentence of one.about) about.add(sentence);
      return [one.question];
    });
  const said = [leftOpen, contradictions, alternatives].flatMap((find) => own(find(facts)));
  const left = undecidedQuestions(facts, (sentence) => about.has(sentence));
  return [...new Set([...said, ...left, ...askedInText(facts)])].slice(0, most);
}
