import type { Change } from "../entries/change.ts";
import type { Answer } from "./criterion.ts";
import { criteria } from "./criteria/index.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import type { Judged } from "./judge-reply.ts";
import { needsOf } from "./needs.ts";
import { nothingToBuild } from "./nothing-to-build.ts";
import { isToTakeBack } from "./no-work/take-back.ts";
import { concreteness } from "./concreteness.ts";
import { blockers, confidenceOf, pathOf } from "./policy.ts";
import { readChange } from "./reading.ts";
import { reasonOf, shorten } from "./reason.ts";
import type { Override, Recommendation } from "./review.ts";

interface Decided {
  /** An override given for the entry's present text, or null. */
  readonly override: Override | null;
  /** The model's judgement of the entry's present text, or null. */
  readonly judged: Judged | null;
}

/**
 * The recommendation for one change, without its work package: what is proved, else what a model judged, else what the rules
 * say; a person's decision stands above all. The same input always gives the same output.
 */
export function recommend(change: Change, context: SpecIndex, decided: Decided): Recommendation {
  const proved = nothingToBuild(change, context);
  const { override, judged } = decided;
  const own =
    proved !== null
      ? { ...provedNothing, reason: shorten(proved.reason) }
      : judged !== null
        ? judgedBy(judged, change, context)
        : byRules(change, context);
  const takeBack = isToTakeBack(change, context);
  const recommendation = { change, takeBack, override: null, workPackage: null, ...own };
  if (override === null) return recommendation;
  return {
    ...recommendation,
    path: override.path,
    confidence: 1,
    reason: shorten(override.because ?? `Set to ${override.path} by ${override.by}.`),
    decidedBy: "override",
    override,
  };
}

type Own = Pick<
  Recommendation,
  "path" | "confidence" | "reason" | "needs" | "criteria" | "testData" | "decidedBy"
>;

/** A proof is certain; what is left is that the page was read wrongly. */
const provedNothing = {
  path: "none",
  confidence: 0.97,
  needs: [],
  criteria: [],
  testData: [],
  decidedBy: "proof",
} as const;

/** Measured on labelled changes: how often a model's verified judgement agrees with engineers. */
const judgedConfidence = { code: 0.9, design: 0.9, none: 0.9 } as const;

function judgedBy(judged: Judged, change: Change, context: SpecIndex): Own {
  const { path, because, reasons } = judged;
  const own = {
    path,
    confidence: judgedConfidence[path],
    reason: shorten(because),
    decidedBy: "model",
  } as const;
  if (path === "none") return { ...own, needs: [], criteria: [], testData: [] };
  const data = criteria.flatMap((criterion) =>
    criterion.id === "test-data" ? [{ id: criterion.id, ...criterion.answer(change, context) }] : [],
  );
  const answers = [...reasons, ...data];
  return {
    ...own,
    needs: needsOf(answers, readChange(change), change.after, context),
    criteria: answers,
    testData: context.testData(change.id),
  };
}

function byRules(change: Change, context: SpecIndex): Own {
  const answers = criteria.map((criterion) => ({ id: criterion.id, ...criterion.answer(change, context) }));
  const reading = readChange(change);
  const speaking = blockers(answers);
  // What a kind of its own says is not said again as "something is missing".
  const isRepeated = ({ id, because }: Answer): boolean =>
    id === "fully-specified" && speaking.some((other) => other.id !== id && other.because === because);
  return {
    path: pathOf(answers),
    confidence: confidenceOf(answers, concreteness(reading) > 0, change.before === null),
    reason: reasonOf(answers, reading),
    needs: needsOf(answers, reading, change.after, context),
    criteria: answers.filter(
      (answer) => answer.id === "test-data" || (speaking.includes(answer) && !isRepeated(answer)),
    ),
    testData: context.testData(change.id),
    decidedBy: "rules",
  };
}
