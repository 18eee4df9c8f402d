/** One decision that the specification leaves open, as the design of the feature asks it. */
export interface OpenQuestion {
  /** Text in which code spans hold the spec's words; what a model wrote of it is not escaped. */
  readonly question: string;
  /** The entries that it is about; none where it stands beside them. */
  readonly ids: readonly string[];
  readonly place: { readonly file: string; readonly line: number } | null;
}

/** A question in a review. */
export interface ReviewQuestion extends OpenQuestion {
  /** Entries of the review that it stands with, the first in the document's order first; none where it has a place of its own. */
  readonly entries: readonly string[];
}
