import { type DesignFacts, designFacts, type DesignInput } from "./design-facts.ts";
import { type FoundSections, foundSections } from "./found-sections.ts";
import { frontMatter } from "./front-matter.ts";
import { intent } from "./intent.ts";
import { featureTitle } from "./feature.ts";
import { cited, plain, shortId } from "./markdown.ts";
import { shareOf } from "./share-of.ts";
import { openQuestions } from "./open-questions.ts";
import type { CheckedDraft } from "./draft/design-draft.ts";
import {
  draftedDiagrams,
  draftedInterfaces,
  draftedQuestions,
  draftedStatements,
} from "./draft/drafted-sections.ts";
import type { FileChange } from "../code/file-change.ts";

/** What a section is written from; `draft` is null where no model took part. */
interface Sources {
  readonly facts: DesignFacts;
  readonly found: FoundSections;
  readonly draft: CheckedDraft | null;
}

type Section = readonly [title: string, text: (sources: Sources) => string | null];

/** What stands under "Decisions" until somebody decides. */
export const noDecisions = "None yet. Write down what was decided, by whom and why.";

/** In this order; one that has nothing to say is left out. */
const sections: readonly Section[] = [
  ["Intent", ({ facts }) => intent(facts)],
  [
    "Public interfaces",
    ({ facts, found, draft }) => joined([found.interfaces, draftedInterfaces(draft?.interfaces, facts)]),
  ],
  ["Main abstractions", ({ draft }) => draftedStatements(draft?.abstractions)],
  [
    "Data flow",
    ({ found, draft }) =>
      joined([draftedStatements(draft?.dataFlow), found.dataFlow, draftedDiagrams(draft?.diagrams)]),
  ],
  ["Platform constraints", ({ draft }) => draftedStatements(draft?.platform)],
  ["Performance", ({ draft }) => draftedStatements(draft?.performance)],
  ["Test plan", tests],
  [
    "Why a design",
    ({ facts, draft }) =>
      draft === null && openDecisions(facts, draft).length === 0 ? whyHere(facts) : null,
  ],
  ["Open questions", ({ facts, draft }) => numbered(openDecisions(facts, draft))],
  ["Decisions", () => noDecisions],
];

const drafted =
  "Drafted by a model, to be read as a proposal: each of its statements names the entries it follows from, and what failed a check says so. Quotes and links are the spec's own.";

/**
 * The design document of a feature. Without a draft: only what the spec itself holds, and a question for each thing the
 * spec leaves open. With one, the model's statements stand after that, each with its entries; what failed a check says so. Spec
 * text stands in fences longer than any in it, or in code spans, so nothing of it becomes live.
 */
export function designDocument(input: DesignInput, draft: CheckedDraft | null = null): FileChange {
  return documentOf(designFacts(input), draft);
}

/** As `designDocument`, from facts that were made before. */
export function documentOf(facts: DesignFacts, draft: CheckedDraft | null): FileChange {
  const sources = { facts, draft, found: foundSections(facts) };
  const body = sections
    .flatMap(([title, write]) => {
      const text = write(sources);
      return text === null ? [] : [`## ${title}\n\n${text}\n`];
    })
    .join("\n");
  const remarks = [draft === null ? null : drafted, shareOf(facts)].filter((remark) => remark !== null);
  const opening = remarks.map((remark) => `${remark}\n\n`).join("");
  const content = `${frontMatter(facts)}\n# Design: ${titleOf(facts)}\n\n${opening}${body}`;
  return { path: pathOf(facts), content };
}

function pathOf({ beside, home, folder, workPackage }: DesignFacts): string {
  return beside === true && home !== null ? `${home}/design.md` : `${folder}/${workPackage.slug}.md`;
}

/** What a team calls it: the feature; where that has no name, the entries. */
function titleOf({ members, specFiles }: DesignFacts): string {
  const changes = members.map(({ change }) => change);
  const feature = featureTitle(changes, specFiles);
  if (feature !== null) return plain(feature);
  const [first, second, ...more] = changes.map(({ id }) => shortId(id));
  if (first === undefined || second === undefined) return first ?? "nothing";
  return more.length === 0 ? `${first} and ${second}` : `${first} and ${more.length + 1} more`;
}

function joined(parts: readonly (string | null)[]): string | null {
  const all = parts.filter((part) => part !== null);
  return all.length === 0 ? null : all.join("\n\n");
}

function tests({ found, draft }: Sources): string | null {
  return joined([found.tests.length === 0 ? null : found.tests.join("\n"), draftedStatements(draft?.tests)]);
}

/** What is to be decided before code is written: as the model asks it, else as the entries leave it open. */
export function openDecisions(facts: DesignFacts, draft: CheckedDraft | null): readonly string[] {
  const asked = draftedQuestions(draft?.questions);
  return asked.length > 0 ? asked : openQuestions(facts);
}

const noneFound =
  "No open decision was found in the entries. Whoever knows one writes it under *Decisions*, with what was decided; where there is none, they can go straight to code.";

/** What sent the entries here, where nothing is found that they leave open. */
function whyHere({ members }: DesignFacts): string | null {
  const reasons = new Map<string, string[]>();
  for (const { reason, change } of members)
    if (reason !== "") reasons.set(reason, [...(reasons.get(reason) ?? []), change.id]);
  if (reasons.size === 0) return null;
  const lines = [...reasons].map(([reason, ids]) => `- ${plain(reason)} ${cited(ids)}`);
  return `It was recommended for this:\n\n${lines.join("\n")}\n\n${noneFound}`;
}

function numbered(questions: readonly string[]): string | null {
  if (questions.length === 0) return null;
  return questions.map((question, index) => `${index + 1}. ${question}`).join("\n");
}
