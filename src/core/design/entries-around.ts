import { isPartOf } from "../decision/is-part-of.ts";
import type { PlacedEntry } from "../code/requested-entries.ts";
import { pushTo } from "../push-to.ts";

/** What one reads beside the entries of a package to understand them, and what goes without a design. */
export interface EntriesAround {
  /** By ID of a member: the entry that encloses it, where that is not of the package and says something. */
  readonly above: ReadonlyMap<string, PlacedEntry>;
  /** By ID of a member: its criteria and scenarios that are not of the package. */
  readonly parts: ReadonlyMap<string, readonly PlacedEntry[]>;
}

/** A requirement was judged with its scenarios, and a scenario means little without its requirement. */
export function entriesAround(
  members: readonly PlacedEntry[],
  atHead: readonly PlacedEntry[],
): EntriesAround {
  const own = new Set(members.map(({ id }) => id));
  const byId = new Map<string, PlacedEntry>();
  const byParent = new Map<string, PlacedEntry[]>();
  for (const entry of atHead) {
    if (!byId.has(entry.id)) byId.set(entry.id, entry);
    if (entry.parent === null || own.has(entry.id)) continue;
    pushTo(byParent, entry.parent, entry);
  }
  const above = members.flatMap((member) => {
    const parent = member.parent === null || own.has(member.parent) ? undefined : byId.get(member.parent);
    return parent === undefined || parent.text.trim() === "" ? [] : [[member.id, parent] as const];
  });
  const parts = members.map((member) => {
    const children = byParent.get(member.id) ?? [];
    return [member.id, children.filter((child) => isPartOf(child, member))] as const;
  });
  return { above: new Map(above), parts: new Map(parts) };
}
