import type { Cited } from "../../trace/trace-target.ts";
import { titledParent } from "../../trace/title-finder.ts";

/** Whether a target names an entry, or the requirement that it is a scenario of. */
export function isNamed(id: string, cited: ReadonlyMap<string, Cited>): boolean {
  const parent = titledParent(id);
  return cited.has(id) || (parent !== null && cited.has(parent));
}

/**
 * Where entries are named, with scenarios whose requirement alone is named in source: its code is theirs as well. Their
 * tests are not added here, as some of them are for other scenarios.
 */
export function withScenarios(
  cited: ReadonlyMap<string, Cited>,
  ids: readonly string[],
): ReadonlyMap<string, Cited> {
  const result = new Map(cited);
  for (const id of ids) {
    const parent = titledParent(id);
    const outer = parent === null ? undefined : cited.get(parent);
    if (outer === undefined) continue;
    const own = cited.get(id) ?? { source: [], tests: [] };
    result.set(id, { source: own.source.length > 0 ? own.source : outer.source, tests: own.tests });
  }
  return result;
}

/** A requirement's tests are its scenarios' too, where they name no other scenario; and theirs are its own. */
export function sharedTests<Test>(
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
