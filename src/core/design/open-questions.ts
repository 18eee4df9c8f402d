import type { DesignFacts } from "./design-facts.ts";
import { leftOpen, saysLeftOpen } from "./left-open.ts";
import { memberQuestions } from "./member-questions.ts";

/** What the spec leaves open: what it says itself to be undecided, and criteria without a clear answer. */
export function openQuestions(facts: DesignFacts): readonly string[] {
  return [...new Set([...leftOpen(facts), ...memberQuestions(facts, saysLeftOpen)])];
}
