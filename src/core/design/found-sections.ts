import { abstractions } from "./abstractions.ts";
import { dataFlow } from "./data-flow.ts";
import type { DesignFacts } from "./design-facts.ts";
import { openQuestions } from "./open-questions.ts";
import { performance, platformConstraints } from "./platform-constraints.ts";
import { publicInterfaces } from "./public-interfaces.ts";
import { testPlan } from "./test-plan.ts";

/** What the spec itself says, by section as a draft names them; null where it says nothing. */
export interface FoundSections {
  readonly interfaces: string | null;
  readonly abstractions: string | null;
  readonly dataFlow: string | null;
  readonly platform: string | null;
  readonly performance: string | null;
  /** One for each entry. */
  readonly tests: readonly string[];
  readonly questions: readonly string[];
}

export function foundSections(facts: DesignFacts): FoundSections {
  return {
    interfaces: publicInterfaces(facts),
    abstractions: abstractions(facts),
    dataFlow: dataFlow(facts),
    platform: platformConstraints(facts),
    performance: performance(facts),
    tests: testPlan(facts),
    questions: openQuestions(facts),
  };
}
