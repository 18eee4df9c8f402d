import type { Span } from "../entries/entry.ts";
import type { Family } from "../lexicon/family.ts";

export type Verdict = "yes" | "no" | "unclear";

export interface Answer {
  readonly id: string;
  readonly verdict: Verdict;
  /** One short sentence a spec author understands; of a rule that heard words, these in quotes. */
  readonly because: string;
  /** Verbatim spans of the spec. */
  readonly evidence: readonly Span[];
  /** What to write into the spec so that the answer changes, concretely; absent when nothing speaks against Spec → Code. */
  readonly need?: string;
  /** Words that a rule heard; none where a model judged. */
  readonly heard?: string;
  /** What speaks does not speak for itself. */
  readonly isHint?: boolean;
}

/** A kind of reason that an answer can have. */
export interface Criterion {
  readonly id: string;
  /** What holds when the answer is "yes", in the words of the comment. */
  readonly title: string;
  /** What holds when a `needed` one is not answered "yes". */
  readonly otherwise?: string;
  /** `needed`: Spec → Code needs a "yes"; `design`: a "yes" alone calls for a design; `data`: decides nothing. */
  readonly role: "needed" | "design" | "data";
  /** How the judge is told of it, in which place; without words its ID says enough, without a place it comes last. */
  readonly judged?: { readonly place?: number; readonly words?: string };
  /** Words by which the rules hear it, beside those of the lexicon. */
  readonly families?: readonly Family[];
}
