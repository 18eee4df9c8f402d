import type { Sentence } from "./sentences.ts";

/** A question, and what it is about: sentences of entries, about which nothing else is asked, or a place outside them. */
export interface Asked {
  /** Markdown; spec text stands in code spans. */
  readonly question: string;
  readonly about: readonly Sentence[];
  /** The words in these sentences that leave it open. */
  readonly words?: readonly string[];
  readonly place?: { readonly file: string; readonly line: number };
}
