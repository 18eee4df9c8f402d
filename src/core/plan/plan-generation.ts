import type { Path, WorkPackage } from "../decision/review.ts";

/** One follow-up pull request to be made: a design, or code in one target. */
export interface GenerationUnit {
  /** Tells the units of a spec pull request apart. */
  readonly key: string;
  readonly stage: "design" | "code";
  /** The work package's slug, or `all` where every entry goes into one pull request. */
  readonly slug: string;
  /** IDs in document order. */
  readonly entries: readonly string[];
  /** Name of the configured target; null for a design. */
  readonly target: string | null;
}

export interface GenerationFacts {
  readonly workPackages: readonly WorkPackage[];
  /** The entries asked for. */
  readonly selected: readonly { readonly id: string; readonly path: Path }[];
  /** Takes the place of every recommended path. */
  readonly path: "code" | "design" | null;
  /** Names of the targets to write code in. */
  readonly targets: readonly string[];
  /** One design for all entries, and all code of a target in one pull request. */
  readonly together: boolean;
}

/** Which pull requests a `/generate` asks for: designs first, then code package by package and target by target. */
export function planGeneration(facts: GenerationFacts): readonly GenerationUnit[] {
  const { workPackages, selected, path, targets, together } = facts;
  const toBuild = selected.filter((entry) => entry.path !== "none");
  const idsOf = (stage: "design" | "code"): ReadonlySet<string> =>
    new Set(toBuild.filter((entry) => (path ?? entry.path) === stage).map(({ id }) => id));
  const join = together ? joined : (packages: Packages): Packages => packages;
  const designs = join(packagesOf(workPackages, idsOf("design")));
  const code = join(packagesOf(workPackages, idsOf("code")));
  return [
    ...designs.map(({ slug, entries }): GenerationUnit => ({
      key: `design/${slug}`,
      stage: "design",
      slug,
      entries,
      target: null,
    })),
    ...code.flatMap(({ slug, entries }) =>
      targets.map((target): GenerationUnit => ({
        key: `code/${slug}/${target}`,
        stage: "code",
        slug,
        entries,
        target,
      })),
    ),
  ];
}

type Packages = readonly { readonly slug: string; readonly entries: readonly string[] }[];

function joined(packages: Packages): Packages {
  return packages.length > 1
    ? [{ slug: "all", entries: packages.flatMap(({ entries }) => entries) }]
    : packages;
}

/** Work packages cut down to the entries wanted. */
function packagesOf(packages: readonly WorkPackage[], wanted: ReadonlySet<string>): Packages {
  return packages.flatMap(({ slug, entries }) => {
    const kept = entries.filter((id) => wanted.has(id));
    return kept.length > 0 ? [{ slug, entries: kept }] : [];
  });
}
