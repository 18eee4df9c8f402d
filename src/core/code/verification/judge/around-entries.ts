import type { Entry } from "../../../entries/entry.ts";

type Placed = Pick<Entry, "id" | "text" | "parent">;

/** Parents of entries that are not among them: an entry of "this method" can't be read without. */
export function aroundEntries(entries: readonly Placed[], spec: readonly Placed[]): readonly Placed[] {
  const parents = new Set(entries.flatMap(({ parent }) => parent ?? []));
  for (const { id } of entries) parents.delete(id);
  return spec.filter(({ id }) => parents.has(id));
}
