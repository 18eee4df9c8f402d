import type { Cited } from "../../../trace/trace-target.ts";
import { titledParent } from "../../../trace/title-finder.ts";

/** Whether a target names an entry, or the requirement that it is a scenario of. */
export function isNamed(id: string, cited: ReadonlyMap<string, Cited>): boolean {
  const parent = titledParent(id);
  return cited.has(id) || (parent !== null && cited.has(parent));
}

/** `RT1` of `RT1b`, `3.2` of `3.2.1`, with what makes it unique; null for an ID without such parts. */
function numberedParent(id: string): string | null {
  const [, parent = null] =
    /^(.*[A-Za-z]\d{1,6})[a-z]\d{0,3}$/.exec(id) ?? /^(.*\d\.\d{1,4})\.\d{1,4}$/.exec(id) ?? [];
  return parent;
}

/**
 * Where entries are named, with those whose own is not where the entry that they are a point of is, and with scenarios whose requirement alone is named in source: its code is theirs as well. Their
 * tests are not added here, as some of them are for other scenarios.
 */
export function withInheritedTags(
  cited: ReadonlyMap<string, Cited>,
  ids: readonly string[],
): ReadonlyMap<string, Cited> {
  const result = new Map(cited);
  for (const id of ids) {
    const parent = titledParent(id) ?? numberedParent(id);
    const outer = parent === null ? undefined : cited.get(parent);
    if (outer === undefined) continue;
    const own = cited.get(id) ?? { source: [], tests: [] };
    result.set(id, { source: own.source.length > 0 ? own.source : outer.source, tests: own.tests });
  }
  return result;
}

/** A requirement's tests are its scenarios' too, where they name no other scenario; and theirs are its own. */
export function inheritedTests<Test>(
  id: string,
  ids: readonly string[],
  own: (id: string) => readonly Test[],
): readonly Test[] {
  const parent = titledParent(id);
  if (parent === null) {
    const parts = ids.filter((other) => titledParent(other) === id);
    return parts.length === 0 ? own(id) : [...new Set([...own(id), ...parts.flatMap(own)])];
  }
  if (own(id).length > 0) return own(id);
  const others = new Set(ids.filter((other) => other !== id && titledParent(other) === parent).flatMap(own));
  return own(parent).filter((one) => !others.has(one));
}
