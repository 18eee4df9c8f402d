import type { SpecDiff } from "../change.ts";
import type { Entry, Finding, Spec } from "../entry.ts";
import { changedLeadIn } from "./changed-lead-in.ts";
import { childOfTombstone } from "./child-of-tombstone.ts";
import { danglingReference } from "./dangling-reference.ts";
import { duplicateId } from "./duplicate-id.ts";
import { malformedMarker } from "./malformed-marker.ts";
import { renumberedId } from "./renumbered-id.ts";
import { reusedId } from "./reused-id.ts";
import type { HygieneFacts, HygieneRule } from "./rule.ts";
import { tombstoneReference } from "./tombstone-reference.ts";
import { vagueWord } from "./vague-word.ts";
import { vanishedId } from "./vanished-id.ts";

/** In the order in which findings are shown: what breaks something first. */
export const hygieneRules: readonly HygieneRule[] = [
  malformedMarker,
  changedLeadIn,
  duplicateId,
  reusedId,
  renumberedId,
  vanishedId,
  danglingReference,
  tombstoneReference,
  childOfTombstone,
  vagueWord,
];

/**
 * What is wrong or doubtful in how the pull request leaves the spec. Only about what it touched: what stood there
 * before is nobody's business now. Linear in the entries and their references.
 */
export function hygiene(base: Spec, head: Spec, diff: SpecDiff): Finding[] {
  const facts = gatherFacts(base, head, diff);
  return hygieneRules.flatMap((rule) => rule.check(facts));
}

function gatherFacts(base: Spec, head: Spec, diff: SpecDiff): HygieneFacts {
  return {
    base,
    head,
    diff,
    baseById: byId(base),
    headById: byId(head),
    changeById: new Map(diff.changes.map((change) => [change.id, change])),
    keepsTombstones: keepsTombstones(base),
  };
}

function byId(spec: Spec): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const file of spec.files) {
    for (const entry of file.entries) if (!entries.has(entry.id)) entries.set(entry.id, entry);
  }
  return entries;
}

/** At least three tombstones and one in a hundred entries: then it is a habit and no accident. */
function keepsTombstones(spec: Spec): boolean {
  let retired = 0;
  let all = 0;
  for (const file of spec.files) {
    for (const entry of file.entries) {
      all += 1;
      if (entry.status === "retired") retired += 1;
    }
  }
  return retired >= 3 && retired >= 0.01 * all;
}
