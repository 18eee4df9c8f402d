import type { Change } from "../../entries/change.ts";
import type { Entry } from "../../entries/entry.ts";
import { bindingOf, holderOf } from "../../entries/scoping-title.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";

/** Whether an entry changed its place, and its place is part of what it demands. */
export function placeMatters(change: Change, context: SpecIndex): boolean {
  const { before, after } = change;
  if (change.kind === "reordered") return isStep(change, context);
  if (before === null || after === null || (!change.moved && change.kind !== "moved")) return false;
  return changesCondition(before, after, context) || changesScope(before, after);
}

const condition = /\b(?:if|when|while|unless|until|where|for each|otherwise)\b|:$/i;

/** Under another parent that sets a condition a rule holds in another case. */
function changesCondition(before: Entry, after: Entry, context: SpecIndex): boolean {
  if (before.parent === after.parent) return false;
  return [before.parent, after.parent].some((id) => {
    const parent = id === null ? undefined : context.entry(id);
    return parent !== undefined && (parent.kind === "condition" || condition.test(parent.text.trim()));
  });
}

const standsAlone =
  /\b(?:must|shall|should|may|can|cannot|will|is|are|was|were|has|have|does|do)\b|^(?:\W*)(?:the|an?|each|every|all|any|no|if|when)\b/i;

/** Titles above it that bind otherwise; a rule without a subject and a verb of its own takes them from its title. */
function changesScope(before: Entry, after: Entry): boolean {
  const [old = [], now = []] = [before, after].map(({ section }) => section.split(" › "));
  const saidBy = (titles: readonly string[], others: readonly string[]): string =>
    titles
      .filter((title) => !others.includes(title))
      .map((title) => `${bindingOf(title)} ${holderOf(title)}`.trim())
      .join(" ");
  if (saidBy(old, now) !== saidBy(now, old)) return true;
  return old.at(-1) !== now.at(-1) && !standsAlone.test(after.text);
}

const sequence =
  /\b(?:order|steps?|sequence|first|then|before|after|precedence|priority|procedure|algorithm)\b/i;
/** Opens a rule that holds where none above it does. */
const lastOf = /^\W*(?:otherwise|else|in all other cases|all others)\b/i;

/** Where the parent lays out steps, and for scenarios, the order is the rule. */
function isStep({ after }: Change, context: SpecIndex): boolean {
  if (after === null) return false;
  const parent = after.parent === null ? undefined : context.entry(after.parent);
  const numbered = after.lines.some(({ text }) => /^\s*\d{1,3}[.)]\s/.test(text));
  if (numbered || /step/.test(after.kind) || sequence.test(parent?.text ?? "")) return true;
  const title = after.section.split(" › ").at(-1) ?? "";
  return sequence.test(title) || [after, ...context.siblings(after)].some(({ text }) => lastOf.test(text));
}
