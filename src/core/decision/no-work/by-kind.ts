import type { Change } from "../../entries/change.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import { isDeferred } from "../../entries/tombstone.ts";
import { readChange } from "../reading.ts";
import { whyNotMissed } from "./take-back.ts";
import { noWork, type NoWork, type Proof } from "./proof.ts";
import { sameDemand } from "./same-demand.ts";

/** Moved, reordered, renumbered, removed, retired: the kind of change says it, where the demand is the same. */
export const byKind: Proof = (change, context) => {
  switch (change.kind) {
    case "moved":
      return stays(change, context) ? noWork("Moved; the text is the same.") : null;
    case "reordered":
      return stays(change, context) ? noWork("Reordered; the text is the same.") : null;
    case "renamed":
      if (change.before !== null && !stays(change, context)) return null;
      return noWork(renamed(change));
    case "removed":
      return removed(change, context);
    default:
      return change.after?.status === "retired" ? retired(change) : deprecated(change, context);
  }
};

function renamed({ before, after, previousId }: Change): string {
  if (before === null)
    return `Given ${after?.kind === "section" ? "a title" : "an ID"}; the text stood there before.`;
  // Its line is as it was: the number comes from the headings above it.
  const isAsWritten = before.lines[0]?.text === after?.lines[0]?.text;
  return isAsWritten
    ? "Only the headings above it changed; the text is the same."
    : `Renumbered from ${previousId ?? "another ID"}; the text is the same.`;
}

function stays(change: Change, context: SpecIndex): boolean {
  const { before, after } = change;
  return (
    before !== null && after !== null && (before.text === after.text || sameDemand(change, context) !== null)
  );
}

/** Marked as deprecated and otherwise the same. */
function deprecated(change: Change, context: SpecIndex): NoWork | null {
  const { before, after } = change;
  if (before?.status !== "live" || after?.status !== "deprecated") return null;
  const mark = /\(?\*{0,2}\(?(?:optional,? *)?deprecated\)?\*{0,2}\)?[:.]?\s*/i;
  const unmarked = { ...after, status: before.status, text: after.text.replace(mark, "") };
  const found = sameDemand({ ...change, after: unmarked }, context);
  return found === null ? null : noWork("Only marked as deprecated.");
}

function removed(change: Change, context: SpecIndex): NoWork {
  const why = whyNotMissed(change, context);
  if (why === null) return noWork("The rule was removed.");
  return noWork(why === "" ? "Removed." : `Removed; ${why}`);
}

function retired(change: Change): NoWork {
  if (isDeferred(change.after?.text ?? "")) return noWork("Deferred.");
  const by = change.after?.replacedBy ?? [];
  const reason =
    by.length > 0
      ? `Retired; ${by.slice(0, 2).join(" and ")} ${by.length > 1 ? "carry" : "carries"} the behaviour now.`
      : "The rule was retired, and names no other.";
  const isNew = change.before !== null && change.before.status !== "retired";
  return noWork(isNew ? reason : "Retired; the ID stays reserved.", readChange(change).passages);
}
