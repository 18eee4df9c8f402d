import type { Change } from "../../entries/change.ts";
import type { Entry } from "../../entries/entry.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import { type Difference, differenceOf, referencesOf, wordsOf } from "../difference.ts";
import { isNormative, passageKind } from "../passage-kind.ts";
import { readChange } from "../reading.ts";
import { nothing, type NothingToBuild, type Recogniser } from "./recogniser.ts";
import { carriesNothing } from "./word-weight.ts";

/** Words went and none came: an explanation, or a phrase that now stands in a neighbour. */
export const onlyTakenAway: Recogniser = (change, context) => {
  const { before, after } = change;
  if (before === null || after === null) return null;
  const difference = differenceOf(before.text, after.text, referencesOf(before, after));
  if (difference.added.some((word) => !carriesNothing(word))) return null;
  return movedToNeighbour(after, difference, context) ?? explanationGone(change, difference);
};

const fewestMoved = 4;

function movedToNeighbour(after: Entry, { removed }: Difference, context: SpecIndex): NothingToBuild | null {
  if (removed.length < fewestMoved) return null;
  const isReference = referencesOf(after);
  const elsewhere = context.siblings(after).find((sibling) => {
    if (context.change(sibling.id) === undefined) return false;
    const there = new Set(wordsOf(sibling.text, isReference).map((word) => word.text));
    return removed.every((word) => carriesNothing(word) || there.has(word.text));
  });
  if (elsewhere === undefined) return null;
  return nothing(`A phrase moved to ${elsewhere.id}; nothing else changed.`, 0.75);
}

const demand = /^(?:must|shall|should|not|never|only|required)$/;

function explanationGone(change: Change, { removed }: Difference): NothingToBuild | null {
  const { passages, gone, fresh } = readChange(change);
  const found = nothing("Only an explanation was taken away.", 0.7, fresh);
  const told = gone.filter((passage) => !passage.inFence);
  if (fresh.length === 0 && told.length > 0 && told.every((passage) => passageKind(passage) !== "rule"))
    return found;
  if (!passages.some(isNormative)) return null;
  if (fresh.length === 0 && told.length > 0 && !told.some(isNormative)) return found;
  return removed.some((word) => word.exact || demand.test(word.text)) ? null : found;
}
