import { dataFlow } from "./data-flow.ts";
import type { DesignFacts } from "./design-facts.ts";
import { asLine, askedBeside, openQuestions } from "./open-questions.ts";
import { publicInterfaces } from "./public-interfaces.ts";
import { testPlan } from "./test-plan.ts";

/** What the spec itself says, by section as a draft names them; null where it says nothing. */
export interface FoundSections {
  readonly interfaces: string | null;
  readonly dataFlow: string | null;
  /** Of entries with test data, and of removed ones. */
  readonly tests: readonly string[];
  readonly questions: readonly string[];
}

export function foundSections(facts: DesignFacts): FoundSections {
  return {
    interfaces: publicInterfaces(facts),
    dataFlow: dataFlow(facts),
    tests: testPlan(facts),
    questions: [...openQuestions(facts), ...askedBeside(facts)].map((one) => asLine(one, facts)),
  };
}
