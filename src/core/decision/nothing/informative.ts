import { isNormative, passageKind } from "../passage-kind.ts";
import { type Passage, readChange } from "../reading.ts";
import { nothing, type Recogniser } from "./recogniser.ts";

/** A section whose title says that it sets no rule. */
export const informativeSection: Recogniser = (change) => {
  const { after } = change;
  if (after === null || !/section|heading/.test(after.kind)) return null;
  const title = after.id.replace(/^.*[#›]/, "").toLowerCase();
  const rules = readChange(change).fresh.some((passage) => isNormative(passage));
  if (!neverRules.test(title) && (rules || !informativeTitle.test(title))) return null;
  return nothing("Informative section; it sets no rule.", 0.85);
};

const neverRules =
  /^[\s\d.-]*(?:abstract|motivation|rationale|(?:table[ -]of[ -])?contents|change ?log|acknowledge?ments)[\s*-]*$/;
const informativeTitle =
  /^[\s\d.-]*(?:overview|introduction|background|history|references|glossary|terminology|about|use[ -]cases|non-goals|purpose)[\s*-]*$/;

/** Only tells what tests must cover. */
export const testOnly: Recogniser = (change) => {
  const { fresh } = readChange(change);
  const told = fresh.filter((passage) => isNormative(passage) || passageKind(passage) === "test");
  if (told.length === 0) return null;
  const first = told[0];
  const all = told.every((passage) => passageKind(passage) === "test");
  const whole = change.before === null && first !== undefined && passageKind(first) === "test";
  if (!all && !whole) return null;
  return nothing("Only says what tests must cover.", 0.8, told);
};

/** Notes, references, advice, what others do, words about the document. */
export const informative: Recogniser = (change) => {
  const { fresh } = readChange(change);
  const told = fresh.filter((passage) => !passage.inFence);
  if (told.length === 0 || told.length < fresh.length) return null;
  const notes = inParentheses(readChange(change).passages);
  const kinds = told.map((passage) => (notes.has(passage) ? "note" : passageKind(passage)));
  if (kinds.includes("rule") || kinds.includes("test")) return null;
  return nothing(informativeReasons[kinds[0] ?? "note"], 0.75, told);
};

/** Passages from one that opens with `(Note` up to the one that closes the parenthesis. */
function inParentheses(passages: readonly Passage[]): ReadonlySet<Passage> {
  const notes = new Set<Passage>();
  let open = false;
  for (const passage of passages) {
    open ||= passage.bare.startsWith("(note");
    if (open) notes.add(passage);
    if (passage.bare.endsWith(")")) open = false;
  }
  return notes;
}

const informativeReasons = {
  note: "A note; it sets no rule.",
  reference: "Only points to where the rule stands.",
  advice: "Advice to the implementer; the behaviour stands elsewhere.",
  others: "Says what the other side does, not the implementation.",
  document: "Speaks of the document, not of the software.",
  rule: "",
  test: "",
} as const;
