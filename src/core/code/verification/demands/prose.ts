import type { Demand } from "./demands.ts";

const keyWords = /\b(?:MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED|must|shall|should|cannot|never)\b/;

/** Whether a passage says with a key word that it binds: nobody may call it an explanation. */
export function isBinding(text: string): boolean {
  return keyWords.test(text);
}

const rationale =
  /^(?:(?:many|most|some|several|various) (?:[\w-]{1,40} ){1,6}(?:support|require|need|are|use|offer|provide|have|allow|prefer|want|choose|rely|implement|expect)\b|(?:typically|usually|often|commonly|historically|in practice|because|for instance)\b|the (?:reason|rationale|intent|purpose|motivation)\b|this (?:is because|allows|enables|helps|makes|lets)\b|it is (?:common|useful|helpful)\b)/i;

const verbs =
  /\b(?:is|are|has|have|does|do|fails?|returns?|must|shall|should|may|can|cannot|never|gets?|takes?|sets?|holds?|keeps?|means|gives?)\b/i;

/** Whether a passage holds a verb, and so says something. */
export function isProse(text: string): boolean {
  return verbs.test(text);
}

/** The title of an entry asks for nothing where its text does, and what only opens a list asks for nothing of its own. */
export function withoutTitle<T extends Omit<Demand, "number">>(
  text: string,
  demands: readonly T[],
): readonly T[] {
  const [first] = demands;
  if (first === undefined || first.literals.length > 0) return demands;
  const isAlone = /^\s*(?:\n|$)/.test(text.slice(first.end)) && /^[*#\s]*$/.test(text.slice(0, first.start));
  const words = first.quote.split(/\s+/).length;
  const isTitle =
    !verbs.test(first.quote) && !/[.!]\**$/.test(first.quote) && words <= (demands.length > 1 ? 10 : 3);
  const isOpening = first.quote.endsWith(":") && demands.length === 1;
  return (isAlone && isTitle) || isOpening ? demands.slice(1) : demands;
}

/** A condition, or what becomes of something, binds without a key word. */
const binding =
  /\b(?:when|if|unless|once|until|after|before|while|returns?|fails?|throws?|raises?|emits?|rejects?|refuses?|sends?|sets?|keeps?|removes?|adds?|moves?|becomes?|holds?|stops?|starts?|waits?|defaults?|order|kept|not|no|only|each|every|all|at (?:most|least))\b/i;

/** Demands without the sentences that only give reasons or background, where others of the entry are normative. */
export function withoutRationale<T extends Omit<Demand, "number">>(demands: readonly T[]): readonly T[] {
  if (!demands.some(({ quote }) => keyWords.test(quote))) return demands;
  return demands.filter(
    ({ quote, literals }) =>
      keyWords.test(quote) || (!rationale.test(quote) && (literals.length > 0 || binding.test(quote))),
  );
}
