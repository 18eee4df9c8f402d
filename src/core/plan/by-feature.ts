import type { Feature } from "../design/feature.ts";
import type { GenerationUnit } from "./plan-generation.ts";

type Package = Pick<GenerationUnit, "slug" | "entries">;

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
  const put = (key: string, slug: string, ids: readonly string[]): void => {
    const group = groups.get(key) ?? { slug: freeSlug(slug, groups), entries: [] };
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

function freeSlug(slug: string, groups: ReadonlyMap<string, { readonly slug: string }>): string {
  const taken = new Set([...groups.values()].map((group) => group.slug));
  let free = slug;
  for (let next = 2; taken.has(free); next += 1) free = `${slug}-${String(next)}`;
  return free;
}
