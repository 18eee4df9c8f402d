import type { Answer, Verdict } from "./criterion.ts";
import { criterionWithId } from "./kinds-of-reasons.ts";

/** The answers that keep an entry off the direct path; `unclear` is a maybe, hence among them. */
export function blockers(answers: readonly Answer[]): readonly Answer[] {
  return answers.filter(({ id, verdict }) => isBlocking(id, verdict));
}

export function isBlocking(id: string, verdict: Verdict): boolean {
  const role = criterionWithId(id)?.role;
  return role === "needed" ? verdict !== "yes" : role === "design" && verdict !== "no";
}

/** Those of them that are said: beside what speaks for itself a hint says nothing. */
export function strongest(answers: readonly Answer[]): readonly Answer[] {
  const speaking = blockers(answers);
  const strong = speaking.filter(({ isHint }) => isHint !== true);
  return strong.length > 0 ? strong : speaking;
}
