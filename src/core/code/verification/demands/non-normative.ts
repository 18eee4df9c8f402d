import type { Demand } from "./demands.ts";

const asideWords =
  "notes?|rationale|examples?|background|motivation|remarks?|informative|non-normative|see also|discussion|explanation|why|test (?:data|vectors?|cases?)|fixtures?";

/** `**Note**: …`, `Rationale: …`, `> Note: …`, `- Example: …`; its group is what follows on the line. */
const asideLabel = new RegExp(
  `^[\\s>]*(?:[-*+]\\s+)?(?:[*_]{0,3})(?:${asideWords})(?:\\s*\\([^)\\n]{1,40}\\))?[*_]{0,3}\\s*[:.—-][*_]{0,3}(.*)$`,
  "i",
);
/** The same alone on its line, as a title: `**Rationale**`, `#### Rationale`. */
const asideTitle = new RegExp(
  `^[\\s>]*(?:#{1,6}\\s+|[*_]{1,3})(?:${asideWords})[*_]{0,3}\\s*(?:(?::[*_]{0,3}|[*_]{1,3})\\s*)?$`,
  "i",
);
const alert = /^\s*>\s*\[!(?:NOTE|TIP|IMPORTANT|CAUTION|WARNING)\]/i;
const otherTitle =
  /^[\s>]*(?:#{1,6}\s|\*\*[^*\n]{1,60}\*\*\s*(?::\s*)?$|\*\*[^*\n]{1,60}:\*\*|\*\*[^*\n]{1,60}\*\*:)/;

/** The text with notes, rationales, examples and links to test data blanked, every offset kept: vectors are checked by themselves. */
export function withoutAsides(text: string): string {
  let aside: "none" | "paragraph" | "section" | "quote" = "none";
  return text
    .split("\n")
    .map((line) => {
      if (aside === "quote" && !/^\s*>/.test(line)) aside = "none";
      if (aside === "paragraph" && (line.trim() === "" || /^\s*(?:[-*+]|\d{1,3}[.)])\s/.test(line)))
        aside = "none";
      if (aside === "section" && otherTitle.test(line)) aside = "none";
      if (alert.test(line)) aside = "quote";
      else if (asideTitle.test(line)) aside = "section";
      else if (aside === "none") {
        const rest = asideLabel.exec(line)?.[1];
        if (rest !== undefined) aside = rest.trim() === "" ? "section" : "paragraph";
      }
      return aside === "none" && !isBoldTitle(line) ? line : line.replace(/[^\n]/g, " ");
    })
    .join("\n");
}

function isBoldTitle(line: string): boolean {
  const inner = /^[\s>]*\*\*([^*\n]{1,60})\*\*\s*(?::\s*)?$/.exec(line)?.[1] ?? "";
  return inner !== "" && !/[.!`]$|\b(?:must|shall|should|may|is|are|not)\b/i.test(inner);
}

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
