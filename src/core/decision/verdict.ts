import type { Span } from "../entries/entry.ts";
import { concreteness } from "./concreteness.ts";
import type { Answer, Criterion, Verdict } from "./criterion.ts";
import { readChange, type Reading } from "./reading.ts";
import { type Heard, hear, type Signal } from "./signal.ts";

/** A question that signals alone answer. */
interface Question extends Omit<Criterion, "answer"> {
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
  return { ...question, answer: (change) => verdictOf(question, readChange(change)) };
}

/** Below the first nothing is said; between the two "unclear", from the second on for certain. */
export const maybe = 1.5;
const certain = 2.5;
/** The weight of a single hint. */
const hint = 1;

/**
 * How much of a doubt is left: the weights of what was heard, a second and third word of the same signal counting half,
 * less `relief` in proportion to how exact the text is (0 to 1). Where nothing exact stands beside it, a single hint is
 * enough for a maybe, as nothing says how it is meant.
 */
export function doubtOf(heard: readonly Heard[], exactness: number, relief: number): number {
  if (heard.length === 0) return 0;
  const sum = heard.reduce(
    (weight, one) => weight + one.signal.weight * (1 + 0.5 * (Math.min(one.count, 3) - 1)),
    0,
  );
  if (exactness > 0) return Math.max(0, sum - relief * exactness);
  return sum >= hint ? Math.max(sum, maybe) : sum;
}

/** An answer from signals alone: their weights, less what the exactness of the text takes off. */
function verdictOf(question: Question, reading: Reading): Omit<Answer, "id"> {
  const heard = hear(question.signals, reading);
  const score = doubtOf(heard, concreteness(reading), question.relief ?? 1);
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
