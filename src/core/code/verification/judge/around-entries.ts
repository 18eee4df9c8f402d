import type { Entry } from "../../../entries/entry.ts";
import { leadInsOf } from "../../../entries/lead-ins.ts";

type Placed = Pick<Entry, "id" | "text" | "parent" | "leadIn">;

/** What entries stand under, and parents of them that are not among them: an entry of "this method" can't be read without. */
export function aroundEntries(
  entries: readonly Placed[],
  spec: readonly Placed[],
): readonly Pick<Entry, "id" | "text">[] {
  const parents = new Set(entries.flatMap(({ parent }) => parent ?? []));
  for (const { id } of entries) parents.delete(id);
  return [...leadInsOf(entries), ...spec.filter(({ id }) => parents.has(id))];
}
