import { diffWordsWithSpace } from "diff";

export interface WordDiffPart {
  readonly kind: "same" | "added" | "removed";
  readonly text: string;
}

/** Edits beyond which two texts are shown as a whole, one after the other. */
const maxEditLength = 2_000;

/** Word-level difference of two own texts, in order. Bounded: texts with little in common come as removed, then added. */
export function wordDiff(before: string, after: string): WordDiffPart[] {
  if (before.length + after.length > 200_000) return whole(before, after);
  const parts = diffWordsWithSpace(before, after, { maxEditLength }) as
    { value: string; added: boolean; removed: boolean }[] | undefined;
  if (!parts) return whole(before, after);
  return parts.map(({ value, added, removed }) => ({
    kind: added ? "added" : removed ? "removed" : "same",
    text: value,
  }));
}

function whole(before: string, after: string): WordDiffPart[] {
  const parts: WordDiffPart[] = [];
  if (before !== "") parts.push({ kind: "removed", text: before });
  if (after !== "") parts.push({ kind: "added", text: after });
  return parts;
}
