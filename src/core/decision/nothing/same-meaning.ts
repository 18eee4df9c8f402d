import type { Change } from "../../entries/change.ts";
import { type Difference, differenceOf, referencesOf } from "../difference.ts";
import { readChange } from "../reading.ts";
import { carriesNothing, turnsARule } from "./word-weight.ts";
import { nothing, type Recogniser } from "./recogniser.ts";

/** The same words, or a few plain words replaced: the demand is the same. */
export const sameMeaning: Recogniser = (change, context) => {
  const { before, after } = change;
  if (before === null || after === null || change.kind === "restored") return null;
  const known = referencesOf(before, after);
  const isReference = (word: string): boolean => known(word) || context.entry(word) !== undefined;
  const difference = differenceOf(before.text, after.text, isReference);
  const evidence = readChange(change).fresh;
  if (difference.added.length + difference.removed.length === 0) {
    if (difference.reordered && !samePassages(change)) return null;
    const moved = before.references.join(" ") !== after.references.join(" ");
    return nothing(
      moved ? "Only the reference changed; the rule is the same." : "Only wording or formatting changed.",
      0.9,
      evidence,
    );
  }
  return onlyWording(difference) ? nothing("Reworded; the demand is the same.", 0.7, evidence) : null;
};

function samePassages(change: Change): boolean {
  return readChange(change).fresh.length === 0;
}

const mostReplaced = 4;

/** A few plain words replaced one for another, nothing exact and nothing that turns a rule. */
function onlyWording({ added, removed }: Difference): boolean {
  const now = added.filter((word) => !carriesNothing(word));
  const old = removed.filter((word) => !carriesNothing(word));
  if ([...now, ...old].some(turnsARule)) return false;
  if (now.length === 0 && old.length === 0) return true;
  return now.length <= mostReplaced && old.length <= mostReplaced && now.length > 0 && old.length > 0;
}
