import type { Change } from "../entries/change.ts";
import type { SpecIndex } from "../entries/spec-index.ts";
import type { Glossary } from "../lexicon/family.ts";
import type { Judged } from "./judge-reply.ts";
import { isToTakeBack } from "./no-work/take-back.ts";
import { nothingToBuild } from "./nothing-to-build.ts";
import { blockers } from "./policy.ts";
import type { Override, Recommendation } from "./review.ts";
import { byRules } from "./rules/by-rules.ts";
import { shorten } from "./shorten.ts";
import { testDataAnswer } from "./test-data-answer.ts";

interface Decided {
  /** An override given for the entry's present text, or null. */
  readonly override: Override | null;
  /** The model's judgement of the entry's present text, or null. */
  readonly judged: Judged | null;
  readonly glossary?: Glossary | null;
}

/**
 * The recommendation for one change, without its work package: what is proved, else what a model judged, else what the rules
 * say; a person's decision stands above all. The same input always gives the same output.
 */
export function recommend(change: Change, context: SpecIndex, decided: Decided): Recommendation {
  const { override, judged, glossary = null } = decided;
  const proved = nothingToBuild(change, context);
  const own =
    proved !== null
      ? { ...provedNothing, reason: shorten(proved.reason) }
      : judged !== null
        ? judgedBy(judged, change, context)
        : ruledOn(change, context, glossary);
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
  return withNeeds({ ...own, criteria: [...reasons, testDataAnswer(change, context)] }, change, context);
}

function ruledOn(change: Change, context: SpecIndex, glossary: Glossary | null): Own {
  const { isJudged, ...ruling } = byRules(change, context, glossary);
  return withNeeds({ ...ruling, decidedBy: isJudged ? "rules" : "nobody" }, change, context);
}

function withNeeds(own: Omit<Own, "needs" | "testData">, { id }: Change, context: SpecIndex): Own {
  const open = blockers(own.criteria).filter(({ need }) => need !== undefined);
  const strong = open.filter(({ isHint }) => isHint !== true);
  // Beside what speaks for itself, a hint asks for nothing of its own.
  const needs = (strong.length > 0 ? strong : open).flatMap(({ need }) => need ?? []);
  return { ...own, needs: [...new Set(needs)], testData: context.testData(id) };
}
