import { listWords, plural } from "./wording.ts";

/**
 * Of a feature for which nobody asked by name: entries that a rule sent to a design by their words, and in which no question was
 * found. `ids` are those entries.
 */
export function noDocumentText(slug: string, ids: readonly string[]): string {
  const shown = ids.slice(0, 3);
  const more = ids.length - shown.length;
  const named = listWords(more > 0 ? [...shown, plural(more, "other")] : shown);
  return `${slug}: no document: words that may leave room, but no question, were found in ${named}. Who knows a decision to take first names them to get one.`;
}
