import { type DesignFacts, designFacts, type DesignInput } from "./design-facts.ts";
import { type FoundSections, foundSections } from "./found-sections.ts";
import { frontMatter } from "./front-matter.ts";
import { entryLines, mostListed } from "./entry-lines.ts";
import { besideEntries } from "./beside-questions.ts";
import { type AskedPlaces, intent } from "./intent.ts";
import { documentTitle } from "./document-title.ts";
import { plain, shortId } from "./markdown.ts";
import { isAbout } from "./names.ts";
import { asLine, askedBeside, openQuestions } from "./open-questions.ts";
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
export const noDecisions =
  "None yet. Move each question here once it is settled: what was decided, by whom and why.";

/** In this order; one that has nothing to say is left out. */
const sections: readonly Section[] = [
  ["Intent", ({ facts, draft }) => (draft === null ? intentAsked(facts) : intent(facts))],
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
  ["Open questions", ({ facts, draft }) => questions(openDecisions(facts, draft))],
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

/** Whether the entries themselves leave anything to a design; a draft may find more. */
export function leavesNothingOpen(facts: DesignFacts): boolean {
  return openQuestions(facts).length === 0;
}

/** As `designDocument`, from facts that were made before. */
export function documentOf(facts: DesignFacts, draft: CheckedDraft | null): FileChange {
  const opening = draft === null ? null : drafted;
  const body = draft === null && leavesNothingOpen(facts) ? nothingOpen(facts) : written(facts, draft);
  const members = draft === null ? shownIn(facts) : facts.members;
  const parts = [
    `${frontMatter({ ...facts, members })}\n# Design: ${documentTitle({ ...facts, members })}`,
    opening,
    body,
  ];
  return { path: pathOf(facts), content: parts.filter((part) => part !== null).join("\n\n") };
}

function written(facts: DesignFacts, draft: CheckedDraft | null): string {
  const sources = { facts, draft, found: foundSections(draft === null ? askedAbout(facts) : facts) };
  return sections
    .flatMap(([title, write]) => {
      const text = write(sources);
      return text === null ? [] : [`## ${title}\n\n${text}\n`];
    })
    .join("\n");
}

/** Without a draft only what is asked about is laid out: an entry also where one of its scenarios is. */
function askedAbout(facts: DesignFacts): DesignFacts {
  const found = openQuestions(facts);
  const asked = new Set(found.flatMap((one) => one.ids));
  const about = found.flatMap((one) => one.about);
  const isAsked = (one: DesignFacts["members"][number]): boolean =>
    (asked.has(one.change.id) && (!isTwice(one, facts) || isAbout(one, about))) ||
    (facts.around.parts.get(one.change.id) ?? []).some((part) => asked.has(part.id));
  const ids = new Set(facts.members.filter(isAsked).map(({ change }) => change.id));
  const members = facts.members.filter(isAsked);
  const definitions = facts.definitions.filter(({ entries }) => entries.some((id) => ids.has(id)));
  return { ...facts, members, definitions, entries: facts.entries.filter(({ id }) => ids.has(id)) };
}

/** The members that a document without a draft shows: who merges it approves what it says of them, and of no others. */
function shownIn(facts: DesignFacts): DesignFacts["members"] {
  const { members } = askedAbout(facts);
  const own = new Set(members.map(({ change }) => change.id));
  const beside = besideEntries(placesAsked(facts).beside, facts).filter(({ change }) => !own.has(change.id));
  const shown = [...members, ...beside.slice(0, mostListed)];
  return shown.length > 0 ? shown : facts.members.slice(0, mostListed);
}

function isTwice({ change }: DesignFacts["members"][number], { members }: DesignFacts): boolean {
  return members.filter((one) => one.change.id === change.id).length > 1;
}

function pathOf({ beside, home, folder, workPackage }: DesignFacts): string {
  return beside === true && home !== null ? `${home}/design.md` : `${folder}/${workPackage.slug}.md`;
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
  return asked.length > 0 ? asked : openQuestions(facts).map((one) => asLine(one, facts));
}

/** Where nothing is found that the entries leave open: each in a line, what sent it here, and nothing else. */
function nothingOpen(facts: DesignFacts): string {
  const { members } = facts;
  const shown = members.slice(0, mostListed);
  const heard = shown.flatMap(({ change, path, reason }) =>
    reason === "" || path === "code" ? [] : [`- ${shortId(change.id)}: ${plain(reason)}`],
  );
  const found = "None was found in these entries. What the review heard in them:";
  const beside = askedBeside(facts).map(
    (one) => `- ${asLine(one, facts).replace(/^The specification asks: /, "")}`,
  );
  return [
    `## Intent\n\n${entryLines(members, facts)}`,
    heard.length === 0 ? nobodyAsks : `## Open questions\n\n${found}\n\n${heard.join("\n")}`,
    ...(beside.length === 0 ? [] : [`${askedThere}\n\n${beside.join("\n")}`]),
    goOn,
    `## Decisions\n\n${noDecisions}\n`,
  ].join("\n\n");
}

const nobodyAsks = "## Open questions\n\nNone was found in these entries.";
const askedThere =
  "The specification asks with no answer beside it; what another statement of it answers needs no decision:";
const goOn =
  "Whoever knows a decision that has to be taken first writes it below; where nobody does, the way is straight to code.";

/** How a question is settled, in one line before the first. */
const howToSettle =
  "Answer each in the spec, or below under Decisions. Merging this document approves it; the code then follows both.";

function questions(asked: readonly string[]): string | null {
  if (asked.length === 0) return null;
  const list = asked.map((question, index) => `${index + 1}. ${question}`).join("\n");
  return `${howToSettle}\n\n${list}`;
}

/** What is asked about, quoted and linked, without a draft's part. */
export function intentAsked(facts: DesignFacts): string | null {
  return intent(askedAbout(facts), placesAsked(facts));
}

function placesAsked(facts: DesignFacts): AskedPlaces {
  const asked = openQuestions(facts);
  return {
    sentences: asked.flatMap(({ about }) => about.map(({ text }) => text)),
    beside: asked.flatMap(({ question, place }) => (place === null ? [] : [{ question, file: place.file }])),
  };
}
