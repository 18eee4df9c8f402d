import type { Asked } from "./asked.ts";
import { isNoDemand } from "./beside-the-point.ts";
import { code } from "./markdown.ts";
import type { QuestionFacts } from "./open-questions.ts";
import { pushTo } from "../push-to.ts";
import type { SaidSentence } from "./said-of-feature.ts";
import { type Sentence, textsById } from "./sentences.ts";
import { stemsOf } from "./stems.ts";
import { type Undecided, undecided } from "./undecided.ts";

interface Found {
  readonly sentence: Sentence;
  readonly words: string;
}

/**
 * What the entries demand and depend on without saying it, nor anything else of their feature: one question for each kind.
 * Sentences for which `isAsked` is true are asked about elsewhere.
 */
export function undecidedQuestions(
  facts: QuestionFacts,
  said: readonly SaidSentence[],
  isAsked: (sentence: Sentence) => boolean,
): readonly Asked[] {
  const texts = textsById(facts.sentences);
  const answersTo = answering(said);
  const detailsOf = detailing(facts);
  const found = new Map<Undecided, Found[]>();
  for (const sentence of facts.sentences) {
    if (isAsked(sentence) || isNoDemand(sentence.text, texts.get(sentence.id) ?? "")) continue;
    if (isFree(sentence.text, facts)) continue;
    for (const kind of undecided) {
      const group = found.get(kind) ?? [];
      const words = group.length < mostOfKind ? wordsOf(kind, sentence.text) : null;
      if (words === null || isAnswered(words, sentence.text, answersTo(kind))) continue;
      if (isDetailed(words, sentence.text, detailsOf(sentence.id))) continue;
      found.set(kind, [...group, { sentence, words }]);
      break;
    }
  }
  return undecided.flatMap((kind) => question(kind, found.get(kind) ?? []));
}

/** What only can be is no demand; a protocol leaves to its implementers on purpose what they should or may do, too. */
function isFree(sentence: string, { home }: QuestionFacts): boolean {
  if (/\b(?:must|shall|will|required)\b/i.test(sentence)) return false;
  return (home === null ? /\b(?:should|may|can)\b/i : /^[^.]{0,40}\bcan\b/i).test(sentence);
}

/** What the scenarios and criteria of an entry say. */
function detailing({ entriesAtHead }: QuestionFacts): (id: string) => readonly string[] {
  const known = new Map<string, string[]>();
  for (const { parent, text } of entriesAtHead) if (parent !== null) pushTo(known, parent, text);
  return (id) => known.get(id) ?? [];
}

/** An entry that only says in general what its scenarios say case by case. */
function isDetailed(words: string, sentence: string, details: readonly string[]): boolean {
  const [asked, own] = [stemsOf(words), [...stemsOf(sentence)]];
  return details.some((text) => {
    const stems = stemsOf(text);
    return own.some((stem) => asked.has(stem) && stems.has(stem));
  });
}

/** Entries that share one question. */
const mostOfKind = 100;

interface Statement {
  readonly text: string;
  readonly stems: ReadonlySet<string>;
}

/** Of all that the feature says, the statements that answer a kind of question. */
function answering(said: readonly SaidSentence[]): (kind: Undecided) => readonly Statement[] {
  const whole = said.map(({ text }) => text);
  const known = new Map<Undecided, readonly Statement[]>();
  return (kind) => {
    const statements =
      known.get(kind) ??
      whole.flatMap((text) => (kind.answered.test(demandIn(text)) ? [{ text, stems: stemsOf(text) }] : []));
    known.set(kind, statements);
    return statements;
  };
}

/** What is demanded: what stands before only says of whom and when. */
function demandIn(sentence: string): string {
  return sentence.slice(Math.max(sentence.search(/\b(?:must|shall|should|will|then|may)\b/i), 0));
}

const refused = /\b(?:must|shall|should|may|can|do|does|will)\s+not\b|\bcannot\b|\bnever\b|\bwithout\b/i;

/** The words that leave it open, or null; what only says when a demand applies, or is forbidden, leaves nothing to decide. */
function wordsOf({ demands, answered, answeredHere }: Undecided, sentence: string): string | null {
  const demand = demandIn(sentence);
  const match = demands.exec(demand);
  if (match === null || answered.test(demand) || answeredHere?.test(demand) === true) return null;
  if (refused.test(demand.slice(0, match.index))) return null;
  return (match[1] ?? match[0])
    .replace(/(?: (?:and|or|the|a|an|to|of|in|for|with|that|which)){1,4}$/i, "")
    .trim();
}

/** Whether another sentence has the answer: one that shares a word with what is asked about, or two with what is demanded. */
function isAnswered(words: string, sentence: string, statements: readonly Statement[]): boolean {
  const [asked, own] = [stemsOf(words), stemsOf(demandIn(sentence))];
  return statements.some(({ text, stems }) => {
    const shared = [...own].filter((stem) => stems.has(stem));
    if (shared.length < 2 && !shared.some((stem) => asked.has(stem))) return false;
    return !text.includes(sentence);
  });
}

function question({ ask }: Undecided, group: readonly Found[]): readonly Asked[] {
  if (group.length === 0) return [];
  const words = [...new Set(group.map((one) => one.words))].slice(0, 6);
  const question = `${words.map(code).join(", ")}: ${ask}`;
  return [{ question, about: group.map(({ sentence }) => sentence), words }];
}
