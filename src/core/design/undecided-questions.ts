import type { Asked } from "./asked.ts";
import { isNoDemand } from "./beside-the-point.ts";
import { siblingsOf } from "./feature-siblings.ts";
import { code } from "./markdown.ts";
import type { QuestionFacts } from "./open-questions.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { stemsOf } from "./stems.ts";
import { proseOfFeature } from "./prose-of-feature.ts";
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
  isAsked: (sentence: Sentence) => boolean,
): readonly Asked[] {
  const others = [...facts.sentences, ...sentencesOf(siblingsOf(facts)), ...proseOfFeature(facts)];
  const whole = [...new Set(others.map(({ text }) => text))];
  const found = new Map<Undecided, Found[]>();
  for (const sentence of facts.sentences) {
    if (isAsked(sentence) || isNoDemand(sentence.text, textOf(sentence.id, facts.sentences))) continue;
    for (const kind of undecided) {
      const words = wordsOf(kind, sentence.text);
      if (words === null || isAnswered(kind, words, sentence.text, whole)) continue;
      found.set(kind, [...(found.get(kind) ?? []), { sentence, words }]);
      break;
    }
  }
  return undecided.flatMap((kind) => question(kind, found.get(kind) ?? []));
}

function textOf(id: string, sentences: readonly Sentence[]): string {
  return sentences.flatMap((one) => (one.id === id ? [one.text] : [])).join("\n");
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
function isAnswered(
  { answered }: Undecided,
  words: string,
  sentence: string,
  others: readonly string[],
): boolean {
  const [asked, own] = [stemsOf(words), stemsOf(demandIn(sentence))];
  return others.some((other) => {
    if (other.includes(sentence) || !answered.test(demandIn(other))) return false;
    const shared = [...stemsOf(other)].filter((stem) => own.has(stem));
    return shared.length > 1 || shared.some((stem) => asked.has(stem));
  });
}

function question({ ask }: Undecided, group: readonly Found[]): readonly Asked[] {
  if (group.length === 0) return [];
  const said = [...new Set(group.map(({ words }) => words))].slice(0, 6);
  return [{ question: `${said.map(code).join(", ")}: ${ask}`, about: group.map(({ sentence }) => sentence) }];
}
