import type { Change } from "../../entries/change.ts";
import type { Span } from "../../entries/entry.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import type { Passage } from "../reading.ts";

/** What proves that a change asks for no work. */
export interface NoWork {
  /** At most 12 words. */
  readonly reason: string;
  readonly evidence: readonly Span[];
}

/**
 * Knows one form of change that leaves nothing to build by its structure; null when this change is not of the form. A proof
 * never rests on words that are thought harmless: where a word, number, sign, unit, order or code differs there is none.
 */
export type Proof = (change: Change, context: SpecIndex) => NoWork | null;

/** A finding, with the first of `passages` as its evidence. */
export function noWork(reason: string, passages: readonly Passage[] = []): NoWork {
  return { reason, evidence: passages.slice(0, 1).map((passage) => passage.span) };
}
