import type { SpecDiff } from "../entries/change.ts";
import type { Glossary } from "../lexicon/family.ts";
import type { Judged } from "./judge-reply.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import { recommend } from "./recommend.ts";
import type { Override, Recommendation, WorkPackage } from "./review.ts";
import { workPackagesOf } from "./work-packages.ts";

interface DecideInput {
  readonly diff: SpecDiff;
  readonly context: SpecIndex;
  /** The override that holds for an entry's present text, or null. */
  readonly overrideFor: (id: string) => Override | null;
  /** The model's answers by ID; entries without any are decided by rules. */
  readonly judged: ReadonlyMap<string, Judged>;
  /** The repository's own words. */
  readonly glossary: Glossary | null;
}

interface Decision {
  readonly recommendations: readonly Recommendation[];
  readonly workPackages: readonly WorkPackage[];
}

/** Changes → recommendations, in the order of the diff, each with its work package. */
export function decide({ diff, context, overrideFor, judged, glossary }: DecideInput): Decision {
  const alone = diff.changes.map((change) =>
    recommend(change, context, {
      override: overrideFor(change.id),
      judged: judged.get(change.id) ?? null,
      glossary,
    }),
  );
  const workPackages = workPackagesOf(alone);
  const slugOf = new Map(
    workPackages.flatMap(({ slug, entries }) => entries.map((id) => [id, slug] as const)),
  );
  const recommendations = alone.map((one) =>
    one.path === "none" ? one : { ...one, workPackage: slugOf.get(one.change.id) ?? null },
  );
  return { recommendations, workPackages };
}
