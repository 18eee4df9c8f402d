import type { Sentence } from "./sentences.ts";

/** A question, and the sentences that it is about: nothing else is asked about them. */
export interface Asked {
  readonly question: string;
  readonly about: readonly Sentence[];
}
