import type { Family } from "../../lexicon/family.ts";
import type { Reading } from "../reading.ts";
import { waysNamed } from "../ways-named.ts";
import type { Match } from "./match-terms.ts";

const choice: Family = {
  kind: "fully-specified",
  weight: 2,
  source: "structure",
  terms: "",
};

/** A demand that names two ways and no rule for choosing. */
export function choicesIn({ fresh }: Reading): readonly Match[] {
  for (const { inFence, span } of fresh) {
    const ways = inFence ? [] : waysNamed(span.quote);
    if (ways.length > 1)
      return [{ family: choice, words: ways.join(" or "), count: 1, modifies: false, span }];
  }
  return [];
}
