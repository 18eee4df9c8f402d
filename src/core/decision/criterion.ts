import type { Change } from "../entries/change.ts";
import type { Span } from "../entries/entry.ts";
import type { SpecIndex } from "../entries/spec-index.ts";

export const criterionIds = [
  "deterministic",
  "fully-specified",
  "test-data",
  "performance-not-a-constraint",
  "non-obvious-interfaces",
  "several-components",
  "platform-constraints",
  "performance-choices",
] as const;

/** The first four are what Spec → Code needs; each of the last four alone calls for a design. */
export type CriterionId = (typeof criterionIds)[number];

export type Verdict = "yes" | "no" | "unclear";

export interface Answer {
  readonly id: CriterionId;
  readonly verdict: Verdict;
  /** One short sentence a spec author understands. */
  readonly because: string;
  /** Verbatim spans of the spec. */
  readonly evidence: readonly Span[];
  /** What to write into the spec so that the answer changes, concretely; absent when nothing speaks against Spec → Code. */
  readonly need?: string;
}

export interface Criterion {
  readonly id: CriterionId;
  readonly question: string;
  answer(change: Change, context: SpecIndex): Omit<Answer, "id">;
}
