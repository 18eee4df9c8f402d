import type { ChangeQuery } from "../change-query.ts";
import { type Citation, citationFinder, idNearness, idSegments } from "../../../trace/cited-ids.ts";
import type { IndexedFile } from "../target-index.ts";

/** A citation, and how near its ID is to what is sought: 1 for a changed entry, towards 0 for the rest of its family. */
export interface SoughtCitation extends Citation {
  readonly nearness: number;
}

/** What files cite of the families of the sought IDs; files that cite nothing of them are absent. */
export function soughtCitations(
  files: readonly IndexedFile[],
  query: ChangeQuery,
): Map<IndexedFile, readonly SoughtCitation[]> {
  const find = citationFinder(query.ids.map(({ id }) => id));
  const known = new Map<string, number>();
  const nearness = (id: string): number => {
    let value = known.get(id);
    if (value === undefined) {
      const segments = idSegments(id);
      value = Math.max(
        ...query.ids.map((sought) => sought.weight * idNearness(sought.segments, segments)),
        0,
      );
      known.set(id, value);
    }
    return value;
  };
  const found = new Map<IndexedFile, readonly SoughtCitation[]>();
  for (const file of files) {
    const citations = find(file.text);
    if (citations.length > 0)
      found.set(
        file,
        citations.map(({ id, line }) => ({ id, line, nearness: nearness(id) })),
      );
  }
  return found;
}

/** Nearness from which an ID counts as a parent, sibling, child or reference, and not just as one of the family. */
export const nearEnough = 0.3;
