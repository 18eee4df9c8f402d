import type { Change } from "../../entries/change.ts";
import type { Span } from "../../entries/entry.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import type { Passage } from "../reading.ts";

/** Why a change asks for no work. */
export interface NothingToBuild {
  /** At most 12 words. */
  readonly reason: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Span[];
}

/** Knows one kind of change that leaves nothing to build; null when this change is not of the kind. */
export type Recogniser = (change: Change, context: SpecIndex) => NothingToBuild | null;

/** A finding, with the first of `passages` as its evidence. */
export function nothing(
  reason: string,
  confidence: number,
  passages: readonly Passage[] = [],
): NothingToBuild {
  return { reason, confidence, evidence: passages.slice(0, 1).map((passage) => passage.span) };
}
