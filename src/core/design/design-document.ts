import { type DesignFacts, designFacts, type DesignInput } from "./design-facts.ts";
import { type FoundSections, foundSections } from "./found-sections.ts";
import { frontMatter } from "./front-matter.ts";
import { intent } from "./intent.ts";
import { shortId } from "./markdown.ts";
import { noInterfaces } from "./public-interfaces.ts";
import type { CheckedDraft } from "./draft/design-draft.ts";
import {
  draftedDiagrams,
  draftedInterfaces,
  draftedQuestions,
  draftedStatements,
  draftedTests,
} from "./draft/drafted-sections.ts";
import type { FileChange } from "../code/file-change.ts";

/** What a section is written from; `draft` is null where no model took part. */
interface Sources {
  readonly facts: DesignFacts;
  readonly found: FoundSections;
  readonly draft: CheckedDraft | null;
}

type Section = readonly [title: string, text: (sources: Sources) => string];

/** Every design document has these, in this order, none empty. */
const sections: readonly Section[] = [
  ["Intent", ({ facts }) => intent(facts)],
  ["Public interfaces", interfaces],
  ["Main abstractions", abstractions],
  ["Data flow", dataFlow],
  [
    "Platform constraints",
    ({ found, draft }) =>
      joined([found.platform, draftedStatements(draft?.platform)]) ?? "Nothing in the entries.",
  ],
  [
    "Performance",
    ({ found, draft }) =>
      joined([found.performance, draftedStatements(draft?.performance)]) ?? "Nothing in the entries.",
  ],
  ["Test plan", tests],
  ["Open questions", questions],
  ["Decisions", () => "None yet. Write down what was decided, by whom and why."],
];

const drafted =
  "Drafted by a model, to be read as a proposal: each of its statements names the entries it follows from, and what failed a check says so. Quotes and links are the spec's own.";

/**
 * The design document of a work package. Without a draft: only what the spec itself holds, every statement with the id
 * of its entry, and a question for each thing the spec leaves open; what is not in the spec is left to people, and
 * said so. With one, the model's statements stand after that, each with its entries; what failed a check says so. Spec
 * text stands in fences longer than any in it, or in code spans, so nothing of it becomes live.
 */
export function designDocument(input: DesignInput, draft: CheckedDraft | null = null): FileChange {
  return documentOf(designFacts(input), draft);
}

/** As `designDocument`, from facts that were made before. */
export function documentOf(facts: DesignFacts, draft: CheckedDraft | null): FileChange {
  const sources = { facts, draft, found: foundSections(facts) };
  const body = sections.map(([title, text]) => `## ${title}\n\n${text(sources)}\n`).join("\n");
  const remark = draft === null ? "" : `${drafted}\n\n`;
  const content = `${frontMatter(facts)}\n# Design: ${titleOf(facts)}\n\n${remark}${body}`;
  return { path: `${facts.folder}/${facts.workPackage.slug}.md`, content };
}

/** What the document is of: a slug is the work package's, of which only a part may need a design. */
function titleOf({ members }: DesignFacts): string {
  const [first, second, ...more] = members.map(({ change }) => shortId(change.id));
  if (first === undefined || second === undefined) return first ?? "nothing";
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${more.length + 1} more`;
}

function joined(parts: readonly (string | null)[]): string | null {
  const all = parts.filter((part) => part !== null);
  return all.length === 0 ? null : all.join("\n\n");
}

function interfaces({ facts, found, draft }: Sources): string {
  return joined([found.interfaces, draftedInterfaces(draft?.interfaces, facts)]) ?? noInterfaces(facts);
}

function abstractions({ found, draft }: Sources): string {
  return (
    joined([draftedStatements(draft?.abstractions), found.abstractions]) ??
    "The entries name no identifiers. Name the parts that take part, and what each is for."
  );
}

function dataFlow({ found, draft }: Sources): string {
  return (
    joined([draftedStatements(draft?.dataFlow), found.dataFlow, draftedDiagrams(draft?.diagrams)]) ??
    "The entries draw nothing, and hardly refer to each other. Say what goes from where to where, also when something fails."
  );
}

function tests({ facts, found, draft }: Sources): string {
  return draftedTests(found.tests, draft?.tests, facts);
}

function questions({ found, draft }: Sources): string {
  const all = [...found.questions, ...draftedQuestions(draft?.questions)];
  return all.length === 0
    ? "None found."
    : all.map((question, index) => `${index + 1}. ${question}`).join("\n");
}
