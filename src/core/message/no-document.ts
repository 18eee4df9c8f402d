import { listWords, plural } from "./wording.ts";

/** Questions that a specification asks with no answer beside them: how many, and where the first stands. */
interface AskedBeside {
  readonly count: number;
  readonly file: string;
  readonly line: number;
}

/**
 * Of a feature for which nobody asked by name: entries that a rule sent to a design by their words, and in which no question was
 * found. `ids` are those entries; `asked` is what the specification asks itself and may answer elsewhere, or null.
 */
export function noDocumentText(slug: string, ids: readonly string[], asked: AskedBeside | null): string {
  const named = "names entries to get one.";
  if (asked !== null) {
    const place = `${asked.file}:${String(asked.line)}`;
    return `${slug}: no document: nothing is marked as open. ${plural(asked.count, "question")} of its own, from ${place} on, may be answered elsewhere in it; who knows one that is not ${named}`;
  }
  const shown = ids.slice(0, 3);
  const more = ids.length - shown.length;
  const words = listWords(more > 0 ? [...shown, plural(more, "other")] : shown);
  return `${slug}: no document: words that may leave room, but no question, were found in ${words}. Who knows a decision to take first ${named}`;
}
