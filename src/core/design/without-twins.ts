import type { Answer } from "../decision/criterion.ts";
import type { ReviewQuestion } from "../decision/open-question.ts";
import type { Recommendation } from "../decision/review.ts";
import { pushTo } from "../push-to.ts";
import type { Asked } from "./asked.ts";

type AskedQuestion = ReviewQuestion & Pick<Asked, "about" | "words">;

/**
 * What is missing of each entry, as the designs ask it; what a rule would have the author write about the same words is left
 * out. What the rules heard elsewhere in the entry stays.
 */
export function withoutTwins(
  recommendations: readonly Recommendation[],
  questions: readonly AskedQuestion[],
): readonly Recommendation[] {
  const byEntry = new Map<string, AskedQuestion[]>();
  for (const question of questions) for (const id of question.entries) pushTo(byEntry, id, question);
  return recommendations.map((one) => asked(one, byEntry.get(one.change.id) ?? []));
}

function asked(recommendation: Recommendation, questions: readonly AskedQuestion[]): Recommendation {
  if (questions.length === 0 || recommendation.path !== "design") return recommendation;
  const about = questions.map((one) => ({
    sentences: one.about.map(({ text }) => letters(text)),
    words: (one.words ?? []).map(letters),
  }));
  const criteria = recommendation.criteria.map((answer) =>
    isTwin(answer, about) ? withoutNeed(answer) : answer,
  );
  const left = new Set(criteria.map(({ need }) => need));
  const needs = [
    ...questions.map(({ question }) => question),
    ...recommendation.needs.filter((need) => left.has(need)),
  ];
  return { ...recommendation, criteria, needs: [...new Set(needs)] };
}

interface Open {
  readonly sentences: readonly string[];
  readonly words: readonly string[];
}

/** Whether a question is about what a rule heard; what a model named is the question itself. */
function isTwin({ heard, evidence }: Answer, open: readonly Open[]): boolean {
  if (heard === undefined) return false;
  const said = letters(heard);
  const quotes = evidence.map(({ quote }) => letters(quote));
  return open.some(
    ({ sentences, words }) =>
      words.some((one) => isWithin(one, said)) &&
      sentences.some((one) => quotes.some((quote) => isWithin(one, quote))),
  );
}

function isWithin(one: string, other: string): boolean {
  return one !== "" && other !== "" && (one.includes(other) || other.includes(one));
}

function withoutNeed({ need: _, ...answer }: Answer): Answer {
  return answer;
}

function letters(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}
