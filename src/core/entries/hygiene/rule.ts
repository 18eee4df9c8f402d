import type { Change, SpecDiff } from "../change.ts";
import type { Entry, Finding, Spec } from "../entry.ts";

/** What a hygiene rule looks at. Entries are found by ID; of a duplicate the first counts. */
export interface HygieneFacts {
  readonly base: Spec;
  readonly head: Spec;
  readonly diff: SpecDiff;
  readonly baseById: ReadonlyMap<string, Entry>;
  readonly headById: ReadonlyMap<string, Entry>;
  readonly changeById: ReadonlyMap<string, Change>;
  /** Whether this spec keeps tombstones: then an ID that vanishes or comes back is news. */
  readonly keepsTombstones: boolean;
}

/** One question about how the spec is written. It answers only about what the pull request touched. */
export interface HygieneRule {
  /** Stable kebab-case id: `rule` of its findings. */
  readonly name: string;
  /** One sentence for the documentation. */
  readonly describes: string;
  check(facts: HygieneFacts): Finding[];
}

/** Names the first few and counts the rest. */
export function listed(ids: readonly string[], most = 4): string {
  const shown = ids.slice(0, most).join(", ");
  return ids.length > most ? `${shown} and ${ids.length - most} more` : shown;
}
