import type { Place } from "../../trace/trace-target.ts";
import { codeSide } from "./code-side.ts";
import { contradictionOf } from "./contradictions.ts";
import type { Demand } from "./demands/demands.ts";
import { testSide } from "./test-side.ts";
import type { EntryEvidence } from "./evidence.ts";

/** `shown`: code and a test that would notice. `named only`: something speaks for it, and something is missing. */
export type DemandState = "shown" | "named only" | "not found";

export interface CheckedDemand {
  readonly demand: Demand;
  readonly state: DemandState;
  /** Lines of code and of tests that speak for it. */
  readonly source: readonly Place[];
  readonly tests: readonly Place[];
  /** What is missing, as a sentence; null when it is shown. */
  readonly because: string | null;
  /** Where that is to be seen; null where the tests are to be looked at first. */
  readonly at: Place | null;
}

/** What code, or tests, show of a demand. */
export interface Side {
  readonly places: readonly Place[];
  /** What is missing, as a sentence, or null. */
  readonly missing: string | null;
  /** Nothing at all was found. */
  readonly isAbsent: boolean;
  /** What is missing of the code is to be seen in its tests. */
  readonly isInTests?: boolean;
}

/** What a demand is checked by. */
export interface DemandEvidence extends EntryEvidence {
  /** The entry's test data is read by one of its tests. */
  readonly readsData: boolean;
}

/** Whether a demand is met as far as code and tests can show without being run. */
export function checkDemand(demand: Demand, evidence: DemandEvidence): CheckedDemand {
  const inCode = codeSide(demand, evidence);
  const inTests = testSide(demand, evidence);
  const contradiction = contradictionOf(demand, evidence);
  const found = {
    demand,
    source: contradiction === null ? inCode.places : [contradiction.place],
    tests: inTests.places,
  };
  if (contradiction !== null)
    return { ...found, state: "named only", because: contradiction.because, at: contradiction.place };
  if (inCode.missing === null && inTests.missing === null)
    return { ...found, state: "shown", because: null, at: null };
  if (inCode.missing !== null && inCode.isAbsent && inTests.missing !== null)
    return { ...found, state: "not found", because: `${inCode.missing} ${inTests.missing}`, at: null };
  const at = inCode.missing === null || inCode.isInTests === true ? null : (inCode.places[0] ?? null);
  return { ...found, state: "named only", because: inCode.missing ?? inTests.missing, at };
}
