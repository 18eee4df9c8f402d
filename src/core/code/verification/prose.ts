import type { Demand } from "./demands.ts";

const keyWords = /\b(?:MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED|must|shall|should|cannot|never)\b/;

const rationale =
  /^(?:(?:many|most|some|several|various) (?:[\w-]{1,40} ){1,6}(?:support|use|offer|provide|have|allow|prefer|want|choose|rely|implement|expect)\b|(?:typically|usually|often|commonly|historically|in practice|because|for instance)\b|the (?:reason|rationale|intent|purpose|motivation)\b|this (?:is because|allows|enables|helps|makes|lets)\b|it is (?:common|useful|helpful)\b)/i;

/** Demands without the sentences that only give reasons or background, where others of the entry are normative. */
export function withoutRationale<T extends Omit<Demand, "number">>(demands: readonly T[]): readonly T[] {
  if (!demands.some(({ quote }) => keyWords.test(quote))) return demands;
  return demands.filter(({ quote }) => keyWords.test(quote) || !rationale.test(quote));
}
