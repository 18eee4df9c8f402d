import type { LinkTargets } from "./link-labels.ts";
import type { Until } from "./open-quote.ts";

/** A stretch of a text that the page does not show, and what stays in its place. */
export interface UnseenRange {
  readonly from: number;
  readonly to: number;
  readonly left: string;
}

/** A footnote, and the labels that are called in it. */
export interface Note {
  readonly label: string;
  readonly from: number;
  readonly to: number;
  readonly calls: ReadonlySet<string>;
}

/** The label of a footnote, as written between its brackets. */
export interface NoteLabel {
  readonly label: string;
  readonly from: number;
  readonly to: number;
}

export interface UnseenIn {
  readonly ranges: readonly UnseenRange[];
  readonly notes: readonly Note[];
  /** Labels that are called outside of footnotes. */
  readonly calls: ReadonlySet<string>;
  /** Where the labels of its notes stand, at their calls too. */
  readonly labels: readonly NoteLabel[];
  /** What references may lead to. */
  readonly targets: LinkTargets;
  /** What ends the comment, element or attribute that it leaves open, and that what follows belongs to; null: there is none. */
  readonly until: Until | null;
}
