import type { Change } from "../../entries/change.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";

/** Whether an entry changed its place, and its place is part of what it demands. */
export function placeMatters(change: Change, context: SpecIndex): boolean {
  if (change.moved || change.kind === "moved") return changesCondition(change, context);
  return change.kind === "reordered" && isStep(change, context);
}

const condition = /\b(?:if|when|while|unless|until|where|for each|otherwise)\b|:$/i;

/** Under another parent that sets a condition a rule holds in another case. */
function changesCondition({ before, after }: Change, context: SpecIndex): boolean {
  if (before?.parent === after?.parent) return false;
  return [before?.parent, after?.parent].some((id) => {
    const parent = typeof id === "string" ? context.entry(id) : undefined;
    return parent !== undefined && (parent.kind === "condition" || condition.test(parent.text.trim()));
  });
}

const sequence =
  /\b(?:order|steps?|sequence|first|then|before|after|precedence|priority|procedure|algorithm)\b/i;

/** Where the parent lays out steps, and for scenarios, the order is the rule. */
function isStep({ after }: Change, context: SpecIndex): boolean {
  if (after === null) return false;
  const parent = after.parent === null ? undefined : context.entry(after.parent);
  const numbered = after.lines.some(({ text }) => /^\s*\d{1,3}[.)]\s/.test(text));
  return numbered || /step/.test(after.kind) || sequence.test(parent?.text ?? "");
}
