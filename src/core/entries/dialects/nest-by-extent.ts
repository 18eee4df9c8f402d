import type { Draft } from "../dialect.ts";

/**
 * Sorts drafts into document order and makes the innermost draft around each one its parent. An extent that would
 * reach beyond its parent's is cut to it; a paragraph's extent ends where the next draft begins. Linear but for the sort.
 */
export function nestByExtent(drafts: readonly Draft[]): Draft[] {
  const sorted = [...drafts].sort((a, b) => a.line - b.line || b.endLine - a.endLine);
  const nested: Draft[] = [];
  const open: number[] = [];
  for (const draft of sorted) {
    while (open.length > 0 && (nested[open.at(-1) ?? -1]?.endLine ?? 0) < draft.line) open.pop();
    const parent = open.at(-1) ?? -1;
    const limit = nested[parent]?.endLine ?? Infinity;
    open.push(nested.length);
    nested.push({ ...draft, parent, endLine: Math.min(draft.endLine, limit) });
  }
  return nested;
}
