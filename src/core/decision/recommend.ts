import type { Change } from "../entries/change.ts";
import { criteria } from "./criteria/index.ts";
import type { Answer } from "./criterion.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import { needsOf } from "./needs.ts";
import { nothingToBuild } from "./nothing-to-build.ts";
import type { NoWork } from "./no-work/proof.ts";
import { concreteness } from "./concreteness.ts";
import { confidenceOf, pathOf } from "./policy.ts";
import { readChange } from "./reading.ts";
import { reasonOf, shorten } from "./reason.ts";
import type { Override, Recommendation } from "./review.ts";
import { wholeChange } from "./whole-change.ts";

export interface Decided {
  /** An override given for the entry's present text, or null. */
  readonly override: Override | null;
  /** The model's answers for the entry's present text, or null. */
  readonly judged: readonly Answer[] | null;
}

/** The recommendation for one change, without its work package. The same input always gives the same output. */
export function recommend(change: Change, context: SpecIndex, decided: Decided): Recommendation {
  const found = nothingToBuild(change, context);
  const own = found === null ? judgedBy(change, decided.judged, context) : nothingFound(change, found);
  const { override } = decided;
  if (override === null) return own;
  return {
    ...own,
    path: override.path,
    confidence: 1,
    reason: shorten(override.because ?? `Set to ${override.path} by ${override.by}.`),
    decidedBy: "override",
    override,
  };
}

function judgedBy(change: Change, judged: readonly Answer[] | null, context: SpecIndex): Recommendation {
  const whole = wholeChange(change, context);
  const answers = criteria.map((criterion) => {
    const byModel = judged?.find((answer) => answer.id === criterion.id);
    return byModel ?? { id: criterion.id, ...criterion.answer(whole, context) };
  });
  const reading = readChange(whole);
  return {
    change,
    path: pathOf(answers),
    confidence: confidenceOf(answers, concreteness(reading) > 0),
    reason: reasonOf(answers, reading),
    needs: needsOf(answers, reading, change.after, context),
    criteria: answers,
    testData: context.testData(change.id),
    decidedBy: judged === null ? "rules" : "model",
    override: null,
    workPackage: null,
  };
}

/** A proof is certain; what is left is that the reading of the page was wrong. */
const provedConfidence = 0.97;

function nothingFound(change: Change, found: NoWork): Recommendation {
  return {
    change,
    path: "none",
    confidence: provedConfidence,
    reason: shorten(found.reason),
    needs: [],
    criteria: [],
    testData: [],
    decidedBy: "rules",
    override: null,
    workPackage: null,
  };
}
