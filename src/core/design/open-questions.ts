import { alternatives } from "./alternatives.ts";
import type { Asked } from "./asked.ts";
import type { DesignFacts } from "./design-facts.ts";
import { leftInProse } from "./left-in-prose.ts";
import { leftOpen } from "./left-open.ts";
import { cited, label } from "./markdown.ts";
import type { Sentence } from "./sentences.ts";
import { undecidedQuestions } from "./undecided-questions.ts";

/** One decision that the specification leaves open. */
interface OpenQuestion {
  /** Markdown; spec text stands in code spans. */
  readonly question: string;
  /** The entries that it is about; none where it stands beside them. */
  readonly ids: readonly string[];
  readonly place: { readonly file: string; readonly line: number } | null;
}

const most = 6;

/**
 * What the spec leaves open, and nothing else: what it says itself to be undecided, the ways that it allows, what it depends on
 * without saying it, and what it asks. A word that only sounds vague is no question.
 */
export function openQuestions(facts: QuestionFacts): readonly OpenQuestion[] {
  const about = new Set<Sentence>();
  const own = (found: readonly Asked[]): readonly Asked[] =>
    found.filter((one) => {
      if (one.about.some((sentence) => about.has(sentence))) return false;
      for (const sentence of one.about) about.add(sentence);
      return true;
    });
  const said = [leftOpen, alternatives].flatMap((find) => own(find(facts)));
  const left = undecidedQuestions(facts, (sentence) => about.has(sentence));
  const found = new Map<string, OpenQuestion>();
  for (const { question, about: sentences, place = null } of [...said, ...left, ...leftInProse(facts)]) {
    const ids = [...(found.get(question)?.ids ?? []), ...sentences.map(({ id }) => id)];
    found.set(question, { question, ids: [...new Set(ids)], place });
  }
  return [...found.values()].slice(0, most);
}

/** What the questions of some entries are found in. */
export type QuestionFacts = Pick<
  DesignFacts,
  "sentences" | "members" | "home" | "review" | "specFiles" | "entriesAtHead"
>;

/** As a document asks it: with the entries or the line that it comes from. */
export function asLine({ question, ids, place }: OpenQuestion, link: DesignFacts["link"]): string {
  if (place === null) return `${question} ${cited(ids)}`;
  const { file, line } = place;
  return `${question} ([${label(file)}:${String(line)}](${link(file, line)}))`;
}
