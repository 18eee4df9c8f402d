import type { Span } from "../spec/entry.ts";
import { concreteness } from "./concreteness.ts";
import type { Answer, Criterion, Verdict } from "./criterion.ts";
import { readChange, type Reading } from "./reading.ts";
import { type Heard, hear, type Signal } from "./signal.ts";

/** A question that signals alone answer. */
interface Question extends Pick<Criterion, "id" | "question"> {
  readonly signals: readonly Signal[];
  /** The verdict when the signals are heard for certain. */
  readonly open: Verdict;
  readonly silent: Verdict;
  /** Why, when nothing is heard. */
  readonly because: string;
  /** What an entry full of exact values takes off the doubt; 1 when absent. */
  readonly relief?: number;
}

export function criterionOf(question: Question): Criterion {
  return {
    id: question.id,
    question: question.question,
    answer: (change) => verdictOf(question, readChange(change)),
  };
}

/** Below the first nothing is said; between the two "unclear", from the second on for certain. */
const maybe = 1.5;
const certain = 2.5;
/** Sum of the weights of what was heard; a second and third word of the same signal count half. */
export function sumOf(heard: readonly Heard[]): number {
  return heard.reduce((sum, one) => sum + one.signal.weight * (1 + 0.5 * (Math.min(one.count, 3) - 1)), 0);
}

/** An answer from signals alone: their weights, less what the exactness of the text takes off. */
function verdictOf(question: Question, reading: Reading): Omit<Answer, "id"> {
  const heard = hear(question.signals, reading);
  const score = sumOf(heard) - (question.relief ?? 1) * concreteness(reading);
  const [first] = heard;
  if (first === undefined || score < maybe) {
    return { verdict: question.silent, because: question.because, evidence: [] };
  }
  return {
    verdict: score >= certain ? question.open : "unclear",
    because: `“${tidy(first.words)}” ${first.signal.says}.`,
    evidence: spansOf(heard),
    need: first.signal.need(tidy(first.words)),
  };
}

/** Where the strongest two were heard; a sentence in which both were is quoted once. */
export function spansOf(heard: readonly Heard[]): readonly Span[] {
  const [first, second] = heard.slice(0, 2).map((one) => one.span);
  if (first === undefined) return [];
  const isSame = second === undefined || (second.line === first.line && second.quote === first.quote);
  return isSame ? [first] : [first, second];
}

/** Words as one line, for a sentence. */
export function tidy(words: string): string {
  return words.replace(/[*_`\s]+/g, " ").trim();
}
