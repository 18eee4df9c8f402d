import type { Change } from "../../entries/change.ts";
import type { SpecIndex } from "../../entries/spec-index.ts";
import { normaliseText } from "../../entries/fingerprint.ts";

/**
 * Whether a rule went without a replacement, so that what was built from it is to be taken back: removed, or retired without
 * another entry that carries on. Headings and notes that went take nothing along.
 */
export function isToTakeBack(change: Change, context: SpecIndex): boolean {
  const { before, after, kind } = change;
  if (before === null || before.status === "retired" || !saysARule(before.text)) return false;
  if (kind === "retired" || after?.status === "retired") return (after?.replacedBy ?? []).length === 0;
  return kind === "removed" && !standsElsewhere(before.text, before.id, context);
}

/** Whether a changed entry of the same family holds the words now, or took the entry's place. */
function standsElsewhere(text: string, id: string, context: SpecIndex): boolean {
  const entry = context.entry(id);
  const words = normaliseText(text);
  const near = entry === undefined ? [] : context.siblings(entry);
  const parent = entry?.parent === null || entry === undefined ? undefined : context.entry(entry.parent);
  return [...near, ...(parent === undefined ? [] : [parent])].some((other) => {
    const change = context.change(other.id);
    if (change === undefined || change.after === null) return false;
    return change.replaces.includes(id) || normaliseText(change.after.text).includes(words);
  });
}

function saysARule(text: string): boolean {
  return text.split(/\s+/).length > 3 && !/^\s*#{1,6}\s[^\n]*$/.test(text);
}
