import type { Answer, Verdict } from "./criterion.ts";
import { concreteness } from "./concreteness.ts";
import type { Reading } from "./reading.ts";
import { type Heard, hear, type Signal } from "./signal.ts";

interface Verdicts {
  /** The verdict when the signals are heard for certain. */
  readonly open: Verdict;
  readonly silent: Verdict;
  /** Why, when nothing is heard. */
  readonly because: string;
  /** What to write into the spec to settle the words that were heard. */
  readonly need: (words: string) => string;
}

/** Below this nothing is said; from here on "unclear", from 2 on for certain. */
const maybe = 1.5;
const certain = 2.5;
/** What an entry full of exact values takes off every doubt. */
const relief = 1;

/** Sum of the weights of what was heard; a second and third word of the same signal count half. */
export function sumOf(heard: readonly Heard[]): number {
  return heard.reduce((sum, one) => sum + one.signal.weight * (1 + 0.5 * (Math.min(one.count, 3) - 1)), 0);
}

/** An answer from signals alone: their weights, less what the exactness of the text takes off. */
export function verdictOf(
  signals: readonly Signal[],
  reading: Reading,
  verdicts: Verdicts,
): Omit<Answer, "id"> {
  const heard = hear(signals, reading);
  const score = sumOf(heard) - relief * concreteness(reading);
  const strongest = [...heard].sort((a, b) => b.signal.weight - a.signal.weight);
  const first = strongest[0];
  if (first === undefined || score < maybe) {
    return { verdict: verdicts.silent, because: verdicts.because, evidence: [] };
  }
  return {
    verdict: score >= certain ? verdicts.open : "unclear",
    because: `“${tidy(first.words)}” ${first.signal.says}.`,
    evidence: strongest.slice(0, 2).map((one) => one.span),
    need: verdicts.need(tidy(first.words)),
  };
}

/** Words as one line, for a sentence. */
export function tidy(words: string): string {
  return words.replace(/[*_`\s]+/g, " ").trim();
}
