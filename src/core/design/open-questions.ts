import type { OpenQuestion } from "../decision/open-question.ts";
import type { Asked } from "./asked.ts";
import type { DesignFacts } from "./design-facts.ts";
import { judgedOpen } from "./judged-open.ts";
import { askedInProse, leftInProse } from "./left-in-prose.ts";
import { leftOpen } from "./left-open.ts";
import { label, withSpans } from "./markdown.ts";
import { citedOf } from "./names.ts";
import { sentenceLines } from "./sentence-lines.ts";
import { saidOfFeature } from "./said-of-feature.ts";
import type { Sentence } from "./sentences.ts";
import { undecidedQuestions } from "./undecided-questions.ts";

/** More are not read at once; the last says how many there are. What the author asks himself is rarely that much. */
const mostFound = 12;
const mostOfAuthor = 60;
const mostJudged = 40;

/** Sentences that are looked through: more than the largest known feature has. */
const mostSentences = 3_000;

/** What is asked, and where it is open. */
type Found = OpenQuestion & Pick<Asked, "about" | "words">;

/**
 * What the spec leaves open, and nothing else: what a model's judgement named, what the text says itself to be undecided, and what
 * it depends on without saying it. A word that only sounds vague is no question, nor are two ways: mostly whoever uses it chooses.
 */
export function openQuestions(facts: QuestionFacts): readonly Found[] {
  const judged = merged(judgedOpen(facts.members)).slice(0, mostJudged);
  const read = { ...facts, sentences: toRead(facts.sentences.slice(0, mostSentences), judged) };
  const said = saidOfFeature(read);
  const about = new Set<Sentence>();
  const own = (found: readonly Asked[]): readonly Asked[] =>
    found.filter((one) => {
      if (one.about.some((sentence) => about.has(sentence))) return false;
      for (const sentence of one.about) about.add(sentence);
      return true;
    });
  const putOff = own(leftOpen(read));
  const left = undecidedQuestions(read, said, (sentence) => about.has(sentence));
  const here = (found: readonly Found[]): readonly Found[] =>
    found.filter((one) => facts.askedElsewhere?.has(questionKey(one)) !== true);
  return [
    ...judged,
    ...bounded(here(merged(putOff)), mostOfAuthor),
    ...bounded(here(merged(left)), mostFound),
    ...bounded(here(merged(leftInProse(read))), mostOfAuthor),
  ];
}

/** What the specification asks with no answer beside it: open or answered elsewhere, which takes somebody who reads it. */
export function askedBeside(facts: QuestionFacts): readonly OpenQuestion[] {
  return bounded(merged(askedInProse(facts)), mostOfAuthor);
}

/** What the questions of some entries are found in. */
export type QuestionFacts = Pick<
  DesignFacts,
  "sentences" | "members" | "home" | "review" | "specFiles" | "entriesAtHead" | "ownDesign" | "askedElsewhere"
>;

/** The same for what is asked in the same words, wherever it is open. */
export function questionKey({ question }: Pick<OpenQuestion, "question">): string {
  return question.toLowerCase().replace(/\s+/g, " ");
}

/** Of an entry about which a model said what would settle it, nothing else is asked. */
function toRead(sentences: readonly Sentence[], judged: readonly Found[]): readonly Sentence[] {
  const ids = new Set(judged.flatMap((one) => one.ids));
  return sentences.filter(({ id }) => !ids.has(id));
}

/** The same question about several entries is one. */
function merged(asked: readonly Asked[]): readonly Found[] {
  const found = new Map<string, Found>();
  for (const { place = null, ...one } of asked) {
    const about = [...(found.get(one.question)?.about ?? []), ...one.about];
    found.set(one.question, { ...one, about, ids: [...new Set(about.map(({ id }) => id))], place });
  }
  return [...found.values()];
}

/** The first of them; where there are more, how many and where they stand. */
function bounded(found: readonly Found[], most: number): readonly Found[] {
  const rest = found.slice(most);
  const [first] = rest;
  if (first === undefined) return found;
  const about = rest.flatMap((one) => one.about);
  const ids = [...new Set(about.map(({ id }) => id))];
  const question = `${String(rest.length)} more of this kind, not listed here${ids.length === 0 ? ", from this line on" : ""}`;
  return [...found.slice(0, most), { question, about: [], ids, place: first.place }];
}

/** As a document asks it: with the entries or the line that it comes from. */
export function asLine(
  { question, ids, place, about = [] }: OpenQuestion & Partial<Pick<Asked, "about">>,
  facts: Pick<DesignFacts, "link" | "members">,
): string {
  const words = withSpans(question);
  if (place === null) return `${words} (${citedOf({ ids, about }, facts)}${sentenceLines(about, facts)})`;
  const { file, line } = place;
  return `${words} ([${label(file)}:${String(line)}](${facts.link(file, line)}))`;
}
