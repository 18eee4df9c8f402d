import type { Path, WorkPackage } from "../decision/review.ts";
import { byFeature, packagesOf } from "../design/by-feature.ts";
import type { Feature } from "../design/feature.ts";

/** One follow-up pull request to be made: a design, or code in one target. */
export interface GenerationUnit {
  /** Tells the units of a spec pull request apart. */
  readonly key: string;
  readonly stage: "design" | "code";
  /** The feature's or work package's slug, that of the open pull request it goes into, or `all` where every entry goes into one. */
  readonly slug: string;
  /** IDs in document order. */
  readonly entries: readonly string[];
  /** Name of the configured target; null for a design. */
  readonly target: string | null;
}

/** A follow-up that is open: what is asked for again is added to it or made anew in it, and nothing leaves it. */
export interface StandingFollowUp {
  readonly stage: "design" | "code";
  readonly slug: string;
  /** Name of the configured target; of no meaning for a design. */
  readonly target: string | null;
  readonly entries: readonly string[];
}

interface Selected {
  readonly id: string;
  readonly path: Path;
  readonly text?: string;
  /** A rule that went without a replacement, asked for by its ID: what was built from it is to be removed. */
  readonly takeBack?: boolean;
}

interface GenerationFacts {
  readonly workPackages: readonly WorkPackage[];
  /** The entries asked for; `text` is what each says now, where code of entries that say the same is to come together. */
  readonly selected: readonly Selected[];
  /** Takes the place of every recommended path. */
  readonly path: "code" | "design" | null;
  /** Names of the targets to write code in. */
  readonly targets: readonly string[];
  /** One design for all entries, and all code of a target in one pull request. */
  readonly together: boolean;
  readonly standing?: readonly StandingFollowUp[];
  /** By entry ID: designs of one feature come together; where absent, package by package. */
  readonly features?: ReadonlyMap<string, Feature>;
}

/** Which pull requests a `/generate` asks for: designs first, feature by feature, then code package by package and target by target. */
export function planGeneration(facts: GenerationFacts): readonly GenerationUnit[] {
  const { workPackages, selected, path, targets, together, standing = [], features = new Map() } = facts;
  const toBuild = selected.filter((entry) => entry.path !== "none");
  const idsOf = (stage: "design" | "code"): ReadonlySet<string> =>
    new Set(toBuild.filter((entry) => (path ?? entry.path) === stage).map(({ id }) => id));
  const join = together ? joined : (packages: Packages): Packages => packages;
  const designs = join(byFeature(packagesOf(workPackages, idsOf("design")), features));
  const code = join([
    ...alikeTogether(packagesOf(workPackages, idsOf("code")), toBuild),
    ...takenBack(selected),
  ]);
  const open = (stage: "design" | "code", target: string | null): readonly StandingFollowUp[] =>
    standing.filter((one) => one.stage === stage && (stage === "design" || one.target === target));
  const order = new Map(workPackages.flatMap(({ entries }) => entries).map((id, at) => [id, at]));
  return [
    ...withStanding(designs, open("design", null), order).map(({ slug, entries }): GenerationUnit => ({
      key: `design/${slug}`,
      stage: "design",
      slug,
      entries,
      target: null,
    })),
    ...targets
      .flatMap((target) =>
        withStanding(code, open("code", target), order).map(({ slug, entries }): GenerationUnit => ({
          key: `code/${slug}/${target}`,
          stage: "code",
          slug,
          entries,
          target,
        })),
      )
      .sort((a, b) => placeOf(a, order) - placeOf(b, order)),
  ];
}

type Package = Pick<GenerationUnit, "slug" | "entries">;
type Packages = readonly Package[];

/** What is to be removed is one change of its own. */
function takenBack(selected: readonly Selected[]): Packages {
  const entries = selected
    .filter(({ path, takeBack }) => path === "none" && takeBack === true)
    .map(({ id }) => id);
  return entries.length === 0 ? [] : [{ slug: "take-back", entries }];
}

function placeOf({ entries }: Package, order: ReadonlyMap<string, number>): number {
  return order.get(entries[0] ?? "") ?? order.size;
}

function joined(packages: Packages): Packages {
  return packages.length > 1
    ? [{ slug: "all", entries: packages.flatMap(({ entries }) => entries) }]
    : packages;
}

/** Shorter texts are alike by chance. */
const shortestAlike = 40;

/** Packages of which an entry says the same as one of another are one piece of work, and one pull request. */
function alikeTogether(packages: Packages, selected: GenerationFacts["selected"]): Packages {
  const textOf = new Map(selected.map(({ id, text }) => [id, (text ?? "").replace(/\s+/g, " ").trim()]));
  const groups: Package[][] = [];
  const groupOf = new Map<string, Package[]>();
  for (const one of packages) {
    const texts = one.entries
      .map((id) => textOf.get(id) ?? "")
      .filter((text) => text.length >= shortestAlike);
    const known = texts.map((text) => groupOf.get(text)).find((group) => group !== undefined);
    const group = known ?? [];
    if (known === undefined) groups.push(group);
    group.push(one);
    for (const text of texts) groupOf.set(text, group);
  }
  return groups.map((group) => {
    const entries = group.flatMap((one) => one.entries);
    const slug = group[0]?.slug ?? "";
    return group.length === 1
      ? { slug, entries }
      : { slug: `${slug}-and-${entries.length - 1}-more`, entries };
  });
}

/**
 * An entry that an open pull request holds is made anew there, with all that it holds; the rest of its package goes with it, or
 * into the open pull request of the package's own name. So what is open only grows, in whatever order entries are asked for.
 */
function withStanding(
  packages: Packages,
  standing: readonly StandingFollowUp[],
  order: ReadonlyMap<string, number>,
): Packages {
  const bySlug = new Map<string, Set<string>>();
  const put = (slug: string, ids: readonly string[]): void => {
    const own = standing.find((one) => one.slug === slug)?.entries ?? [];
    const entries = bySlug.get(slug) ?? new Set(own);
    for (const id of ids) entries.add(id);
    bySlug.set(slug, entries);
  };
  for (const { slug, entries } of packages) {
    const holders = new Map<StandingFollowUp, string[]>();
    const rest: string[] = [];
    for (const id of entries) {
      const holder = standing.find((one) => one.entries.includes(id));
      if (holder === undefined) rest.push(id);
      else holders.set(holder, [...(holders.get(holder) ?? []), id]);
    }
    for (const [holder, ids] of holders) put(holder.slug, ids);
    const [most] = [...holders].sort(([, a], [, b]) => b.length - a.length);
    if (rest.length > 0) put(most?.[0].slug ?? slug, rest);
  }
  const place = (id: string): number => order.get(id) ?? order.size;
  return [...bySlug].map(([slug, entries]) => ({
    slug,
    entries: [...entries].sort((a, b) => place(a) - place(b)),
  }));
}
