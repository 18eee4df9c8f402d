import { isNoDemand } from "./beside-the-point.ts";
import type { DesignFacts } from "./design-facts.ts";
import { siblingsOf } from "./feature-siblings.ts";
import { cited, code } from "./markdown.ts";
import { type Sentence, sentencesOf } from "./sentences.ts";
import { proseOfFeature } from "./prose-of-feature.ts";
import { type Undecided, undecided } from "./undecided.ts";

interface Found {
  readonly id: string;
  readonly words: string;
}

/**
 * What the entries demand and depend on without saying it, nor anything else of their feature: one question for each kind.
 * Sentences for which `isAsked` is true are asked about elsewhere.
 */
export function undecidedQuestions(
  facts: DesignFacts,
  isAsked: (sentence: Sentence) => boolean,
): readonly string[] {
  const others = [...facts.sentences, ...sentencesOf(siblingsOf(facts)), ...proseOfFeature(facts)];
  const whole = [...new Set(others.map(({ text }) => text))];
  const found = new Map<Undecided, Found[]>();
  for (const sentence of facts.sentences) {
    if (isAsked(sentence) || isNoDemand(sentence.text, textOf(sentence.id, facts.sentences))) continue;
    for (const kind of undecided) {
      const words = wordsOf(kind, sentence.text);
      if (words === null || isAnswered(kind, words, sentence.text, whole)) continue;
      found.set(kind, [...(found.get(kind) ?? []), { id: sentence.id, words }]);
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
  return (match[1] ?? match[0]).trim();
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

const grammar =
  /^(?:must|shall|should|will|then|that|this|with|from|into|when|where|each|they|them|have|user|users|system|configur\w*|appropriate|acceptable|suitable|after|before|while|than|only|such|also|which|include\w*|support\w*|provide\w*)$/;

/** Words by their first letters, so that `retry` and `retries` are one. */
function stemsOf(text: string): ReadonlySet<string> {
  const words = text.toLowerCase().match(/[a-z]{4,}/g) ?? [];
  return new Set(
    words.filter((word) => !grammar.test(word)).map((word) => word.slice(0, 5).replace(/y$/, "i")),
  );
}

function question({ ask }: Undecided, group: readonly Found[]): readonly string[] {
  if (group.length === 0) return [];
  const said = [...new Set(group.map(({ words }) => words))].slice(0, 6);
  return [`${said.map(code).join(", ")}: ${ask} ${cited(group.map(({ id }) => id))}`];
}
