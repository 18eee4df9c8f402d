import type { Change } from "../../entries/change.ts";
import { differenceOf, referencesOf } from "../difference.ts";
import { readChange } from "../reading.ts";
import { nothing, type NothingToBuild, type Recogniser } from "./recogniser.ts";

/** Moved, renumbered, removed, retired: the kind of change says it, unless the words changed as well. */
export const byKind: Recogniser = (change) => {
  switch (hasNewWords(change) ? "modified" : change.kind) {
    case "editorial":
      return nothing("Only wording or formatting changed.", 0.95);
    case "moved":
      return nothing("Moved; the text is the same.", 0.95);
    case "reordered":
      return nothing("Reordered; the text is the same.", 0.95);
    case "renamed":
      if (change.before === null) return nothing("Given an ID; the text stood there before.", 0.9);
      return nothing(`Renumbered from ${change.previousId ?? "another ID"}; the text is the same.`, 0.9);
    case "removed":
      return nothing("Removed from the spec.", 0.85);
    case "retired":
      return retired(change);
    default:
      if (change.after?.status === "retired") return retired(change);
      return isNewlyDeprecated(change) ? nothing("Marked as deprecated; nothing new to build.", 0.75) : null;
  }
};

/** Moved, renumbered or called editorial, and yet worded anew: decided by what its words say. */
function hasNewWords({ kind, before, after }: Change): boolean {
  if (before === null || after === null || kind === "retired") return false;
  const { added, removed } = differenceOf(before.text, after.text, referencesOf(before, after));
  return added.length + removed.length > 0;
}

function isNewlyDeprecated({ before, after }: Change): boolean {
  return before?.status === "live" && after?.status === "deprecated";
}

function retired(change: Change): NothingToBuild {
  const by = change.after?.replacedBy ?? [];
  const reason =
    by.length > 0
      ? `Retired; ${by.slice(0, 2).join(" and ")} ${by.length > 1 ? "carry" : "carries"} the behaviour now.`
      : "Retired; the ID stays reserved.";
  return nothing(reason, 0.95, readChange(change).passages);
}
