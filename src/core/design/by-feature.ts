import type { WorkPackage } from "../decision/review.ts";
import { type Feature, freeSlug } from "./feature.ts";

type Package = Pick<WorkPackage, "slug" | "entries">;

/** Entries of a chapter past which its next package gets a document of its own. */
const mostOfChapter = 30;

/**
 * Packages of one feature together, under its name. A folder takes its entries out of any package; a package that spans
 * chapters stays whole, in the chapter of its first entry. A package without a feature stays as it is.
 */
export function byFeature(
  packages: readonly Package[],
  features: ReadonlyMap<string, Feature>,
): readonly Package[] {
  const groups = new Map<string, { readonly slug: string; readonly entries: string[] }>();
  const taken = new Set<string>();
  const put = (key: string, slug: string, ids: readonly string[]): void => {
    const group = groups.get(key) ?? { slug: freeSlug(slug, taken), entries: [] };
    taken.add(group.slug);
    group.entries.push(...ids);
    groups.set(key, group);
  };
  for (const { slug, entries } of packages) {
    const rest = entries.filter((id) => (features.get(id)?.folder ?? null) === null);
    for (const id of entries) {
      const feature = features.get(id);
      if (feature !== undefined && feature.folder !== null) put(feature.key, feature.slug, [id]);
    }
    const [first] = rest;
    if (first === undefined) continue;
    const chapter = features.get(first);
    if (chapter === undefined) put(`package ${slug}`, slug, rest);
    else put(openPart(chapter.key, groups), chapter.slug, rest);
  }
  return [...groups.values()];
}

/** The chapter's last group that is not full. */
function openPart(key: string, groups: ReadonlyMap<string, { readonly entries: readonly string[] }>): string {
  let part = 1;
  while ((groups.get(`${key} ${String(part)}`)?.entries.length ?? 0) >= mostOfChapter) part += 1;
  return `${key} ${String(part)}`;
}

/** Work packages cut down to the entries wanted. */
export function packagesOf(packages: readonly Package[], wanted: ReadonlySet<string>): readonly Package[] {
  return packages.flatMap(({ slug, entries }) => {
    const kept = entries.filter((id) => wanted.has(id));
    return kept.length > 0 ? [{ slug, entries: kept }] : [];
  });
}
