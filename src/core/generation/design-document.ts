import { abstractions } from "./design/abstractions.ts";
import { dataFlow } from "./design/data-flow.ts";
import { type DesignFacts, designFacts, type DesignInput } from "./design/design-facts.ts";
import { frontMatter } from "./design/front-matter.ts";
import { intent } from "./design/intent.ts";
import { openQuestions } from "./design/open-questions.ts";
import { performance, platformConstraints } from "./design/platform-constraints.ts";
import { publicInterfaces } from "./design/public-interfaces.ts";
import { testPlan } from "./design/test-plan.ts";
import type { FileChange } from "./file-change.ts";

export type { DesignInput } from "./design/design-facts.ts";

type Section = readonly [title: string, text: (facts: DesignFacts) => string];

/** Every design document has these, in this order, none empty. */
const sections: readonly Section[] = [
  ["Intent", intent],
  ["Public interfaces", publicInterfaces],
  ["Main abstractions", abstractions],
  ["Data flow", dataFlow],
  ["Platform constraints", platformConstraints],
  ["Performance", performance],
  ["Test plan", testPlan],
  ["Open questions", openQuestions],
  ["Decisions", () => "None yet. Write down what was decided, by whom and why."],
];

/**
 * The design document of a work package without a model: only what the spec itself holds, every statement with the id
 * of its entry, and a question for each thing the spec leaves open. What is not in the spec is left to people, and
 * said so. Spec text stands in fences longer than any in it, or in code spans, so nothing of it becomes live.
 */
export function designDocument(input: DesignInput): FileChange {
  const facts = designFacts(input);
  const body = sections.map(([title, text]) => `## ${title}\n\n${text(facts)}\n`).join("\n");
  const content = `${frontMatter(facts)}\n# Design: ${input.workPackage.slug}\n\n${body}`;
  return { path: `${input.folder}/${input.workPackage.slug}.md`, content };
}
