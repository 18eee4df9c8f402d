import type { Entry } from "../entries/entry.ts";

/** Which entry encloses which; the first of an ID counts. */
export function parentsOf(entries: readonly Pick<Entry, "id" | "parent">[]): (id: string) => string | null {
  const parents = new Map<string, string | null>();
  for (const { id, parent } of entries) if (!parents.has(id)) parents.set(id, parent);
  return (id) => parents.get(id) ?? null;
}
