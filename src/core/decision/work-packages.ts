import type { Change } from "../entries/change.ts";
import type { Recommendation, WorkPackage } from "./review.ts";

/** A package that grows past this is no longer one design and one pull request. */
const mostMembers = 15;

/**
 * Puts changed entries that belong together into packages: an entry and its parent, entries of the same parent (or of
 * the same section when they have none), and entries that refer to each other. Entries with nothing to build belong to none.
 */
export function workPackagesOf(recommendations: readonly Recommendation[]): readonly WorkPackage[] {
  const toBuild = recommendations.filter((one) => one.path !== "none");
  const place = new Map(toBuild.map((one, i) => [one.change, i]));
  const groups = group(toBuild.map((one) => one.change));
  const slugs = new Map<string, number>();
  return groups.map((members) => {
    const places = [...members].map((change) => place.get(change) ?? 0).sort((a, b) => a - b);
    const own = places.flatMap((at) => toBuild.slice(at, at + 1));
    const path = own.some((one) => one.path === "design") ? "design" : "code";
    return {
      slug: uniqueSlug(rootOf(own.map((one) => one.change)), slugs),
      path,
      entries: own.map((one) => one.change.id),
    };
  });
}

/** Sets of changes, in the order of their first member. */
function group(changes: readonly Change[]): readonly Set<Change>[] {
  const groupOf = new Map<Change, Set<Change>>();
  for (const change of changes) groupOf.set(change, new Set([change]));
  const join = (a: Change, b: Change): void => {
    const one = groupOf.get(a);
    const other = groupOf.get(b);
    if (one === undefined || other === undefined || one === other) return;
    if (one.size + other.size > mostMembers) return;
    for (const member of other) {
      one.add(member);
      groupOf.set(member, one);
    }
  };
  const byId = new Map(changes.map((change) => [change.id, change]));
  joinFamilies(changes, byId, join);
  for (const change of changes) {
    for (const reference of change.after?.references ?? []) {
      const other = byId.get(reference);
      if (other !== undefined) join(change, other);
    }
  }
  return [...new Set(changes.map((change) => groupOf.get(change)))].filter((set) => set !== undefined);
}

function joinFamilies(
  changes: readonly Change[],
  byId: ReadonlyMap<string, Change>,
  join: (a: Change, b: Change) => void,
): void {
  const firstOf = new Map<string, Change>();
  const wholes = new Map<string, Change>();
  for (const change of changes)
    if (!isPart(change) && !wholes.has(change.file)) wholes.set(change.file, change);
  for (const change of changes) {
    const parent = change.parent === null ? undefined : byId.get(change.parent);
    if (parent !== undefined) join(parent, change);
    const family = JSON.stringify([change.file, change.parent ?? `section ${sectionOf(change)}`]);
    const first = firstOf.get(family);
    if (first === undefined) firstOf.set(family, change);
    else join(first, change);
    // Entities and success criteria are no work of their own.
    const whole = wholes.get(change.file);
    if (isPart(change) && change.parent === null && whole !== undefined) join(whole, change);
  }
}

function isPart({ after, before }: Change): boolean {
  return (after ?? before)?.traits?.isPart === true;
}

function sectionOf(change: Change): string {
  return (change.after ?? change.before)?.section ?? "";
}

/** The ID a package is named after: the parent its members share, or its first member's. */
function rootOf(changes: readonly Change[]): string {
  const [first] = changes;
  if (first === undefined) return "entries";
  const { parent } = first;
  const shared = changes.length > 1 && changes.every((one) => one.parent === parent);
  return shared && parent !== null ? parent : first.id;
}

function uniqueSlug(id: string, taken: Map<string, number>): string {
  const plain = id
    .replace(/^.*#/, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 40)
    .replace(/^-|-$/g, "");
  const stem = plain === "" ? "entry" : plain;
  let slug = stem;
  let next = taken.get(stem) ?? 1;
  while (taken.has(slug)) slug = `${stem}-${String((next += 1))}`;
  taken.set(stem, next);
  taken.set(slug, taken.get(slug) ?? 1);
  return slug;
}
