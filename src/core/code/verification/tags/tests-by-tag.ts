import type { Cited, Place } from "../../../trace/trace-target.ts";
import { isHeadTag, testsTagged } from "./tags.ts";
import type { TestCase } from "../tests/test-cases.ts";
import type { Tests } from "../tests/read-tests.ts";

interface TaggedTests {
  readonly of: (id: string) => readonly TestCase[];
  /** Its ID stands at the head of a test file alone, of which every test names another. */
  isHeadOnly(id: string): boolean;
}

/**
 * The tests of each entry. The head of a file that lists several entries speaks for those of its tests that name none of
 * them, or this one: a test that names its own entry is for that.
 */
export function testsByTag(cited: ReadonlyMap<string, Cited>, { cases, roots }: Tests): TaggedTests {
  const placed = (place: Place): { readonly isHead: boolean; readonly found: readonly TestCase[] } => {
    const root = roots.get(place.file);
    if (root === undefined) return { isHead: false, found: [] };
    return { isHead: isHeadTag(place, cases, root), found: testsTagged(place, cases, root) };
  };
  const all = new Map(
    [...cited].map(([id, { tests }]) => [id, tests.map((place) => ({ file: place.file, ...placed(place) }))]),
  );
  const heads = new Map<string, number>();
  const named = new Set<TestCase>();
  for (const places of all.values()) {
    for (const { found } of places.filter(({ isHead }) => !isHead)) for (const one of found) named.add(one);
    for (const file of new Set(places.filter(({ isHead }) => isHead).map((place) => place.file)))
      heads.set(file, (heads.get(file) ?? 0) + 1);
  }
  const of = (id: string): readonly TestCase[] => [
    ...new Set(
      (all.get(id) ?? []).flatMap(({ file, isHead, found }) =>
        isHead && (heads.get(file) ?? 0) > 1 ? found.filter((one) => !named.has(one)) : found,
      ),
    ),
  ];
  return {
    of,
    isHeadOnly: (id) => of(id).length === 0 && (all.get(id) ?? []).some(({ found }) => found.length > 0),
  };
}
