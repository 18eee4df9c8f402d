import type { Answer, Verdict } from "./criterion.ts";
import { criterionWithId } from "./kinds-of-reasons.ts";
import type { Path } from "./review.ts";

/** The answers that keep an entry off the direct path; `unclear` is a maybe, hence among them. */
export function blockers(answers: readonly Answer[]): readonly Answer[] {
  return answers.filter(({ id, verdict }) => isBlocking(id, verdict));
}

export function isBlocking(id: string, verdict: Verdict): boolean {
  const role = criterionWithId(id)?.role;
  return role === "needed" ? verdict !== "yes" : role === "design" && verdict !== "no";
}

/**
 * The fixed policy: the same answers always give the same path. Spec → Code when nothing speaks against it, else
 * Spec → Design → Code.
 */
export function pathOf(answers: readonly Answer[]): Exclude<Path, "none"> {
  return blockers(answers).length > 0 ? "design" : "code";
}

/**
 * 0 to 1: the share of labelled changes of the same standing for which the rules' path was the engineers' path. `isExact`: the
 * change holds some exact value or name. A modified entry about which nothing is proved is as often reworded as changed.
 */
export function confidenceOf(answers: readonly Answer[], isExact: boolean, isNew: boolean): number {
  if (!isNew) return 0.5;
  const opposed = blockers(answers).length;
  if (opposed > 0) return opposed === 1 ? 0.7 : opposed === 2 ? 0.8 : 0.9;
  if (hasTestData(answers)) return 0.9;
  return isExact ? 0.85 : 0.55;
}

export function hasTestData(answers: readonly Answer[]): boolean {
  return answers.some((answer) => answer.id === "test-data" && answer.verdict === "yes");
}
