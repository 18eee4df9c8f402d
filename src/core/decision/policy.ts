import type { Answer, CriterionId, Verdict } from "./criterion.ts";
import type { Path } from "./review.ts";

/** What Spec → Code needs besides test data, whose lack alone never calls for a design. */
const needed: readonly CriterionId[] = ["deterministic", "fully-specified", "performance-not-a-constraint"];
/** What calls for a design, each alone. */
const requiresDesign: readonly CriterionId[] = [
  "non-obvious-interfaces",
  "several-components",
  "platform-constraints",
  "performance-choices",
];

/** The answers that keep an entry off the direct path; `unclear` is a maybe, hence among them. */
export function blockers(answers: readonly Answer[]): readonly Answer[] {
  return answers.filter(({ id, verdict }) => isBlocking(id, verdict));
}

export function isBlocking(id: CriterionId, verdict: Verdict): boolean {
  if (needed.includes(id)) return verdict !== "yes";
  return requiresDesign.includes(id) && verdict !== "no";
}

/**
 * The fixed policy: the same answers always give the same path. Spec → Code when nothing speaks against it, else
 * Spec → Design → Code.
 */
export function pathOf(answers: readonly Answer[]): Exclude<Path, "none"> {
  return blockers(answers).length > 0 ? "design" : "code";
}

/**
 * 0 to 1, from how many answers stand behind the path and how many of them are only "unclear". `isExact`: the change holds
 * some exact value or name; without one, the direct path rests on silence alone.
 */
export function confidenceOf(answers: readonly Answer[], isExact: boolean): number {
  const opposed = blockers(answers);
  if (opposed.length === 0) {
    if (hasTestData(answers)) return 0.9;
    return isExact ? 0.8 : 0.6;
  }
  const certain = opposed.filter((answer) => answer.verdict !== "unclear").length;
  const score = 0.55 + 0.1 * certain + 0.05 * (opposed.length - certain);
  return Math.min(0.95, Math.round(score * 100) / 100);
}

export function hasTestData(answers: readonly Answer[]): boolean {
  return answers.some((answer) => answer.id === "test-data" && answer.verdict === "yes");
}
