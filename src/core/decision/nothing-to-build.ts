import type { Change } from "../spec/change.ts";
import type { Span } from "../spec/entry.ts";
import type { SpecIndex } from "../spec/spec-index.ts";
import { type Difference, differenceOf, referencesOf, wordsOf } from "./difference.ts";
import { isNormative, passageKind } from "./passage-kind.ts";
import { type Passage, readChange } from "./reading.ts";

/** Why a change asks for no work. */
export interface NothingToBuild {
  /** At most 12 words. */
  readonly reason: string;
  /** 0 to 1. */
  readonly confidence: number;
  readonly evidence: readonly Span[];
}

type Recogniser = (change: Change, context: SpecIndex) => NothingToBuild | null;

/** Recognises a change that leaves nothing to build, or null. Asked before the criteria; the first that knows decides. */
export function nothingToBuild(change: Change, context: SpecIndex): NothingToBuild | null {
  for (const recognise of recognisers) {
    const found = recognise(change, context);
    if (found !== null) return found;
  }
  return null;
}

const nothing = (reason: string, confidence: number, evidence: readonly Span[] = []): NothingToBuild => ({
  reason,
  confidence,
  evidence,
});

const byKind: Recogniser = (change) => {
  switch (hasNewWords(change) ? "modified" : change.kind) {
    case "editorial":
      return nothing("Only wording or formatting changed.", 0.95);
    case "moved":
      return nothing("Moved; the text is the same.", 0.95);
    case "reordered":
      return nothing("Reordered; the text is the same.", 0.95);
    case "renamed":
      return nothing(`Renumbered from ${change.previousId ?? "another ID"}; the text is the same.`, 0.9);
    case "removed":
      return nothing("Removed from the spec.", 0.85);
    case "retired":
      return retired(change);
    default:
      if (change.after?.status === "retired") return retired(change);
      return isNewlyDeprecated(change) ? nothing("Marked as deprecated; nothing new to build.", 0.75) : null;
  }
};

/** Moved, renumbered or called editorial, and yet worded anew: decided by what its words say. */
function hasNewWords({ kind, before, after }: Change): boolean {
  if (before === null || after === null || kind === "retired") return false;
  const { added, removed } = differenceOf(before.text, after.text, referencesOf(before, after));
  return added.length + removed.length > 0;
}

function isNewlyDeprecated({ before, after }: Change): boolean {
  return before?.status === "live" && after?.status === "deprecated";
}

function retired(change: Change): NothingToBuild {
  const by = change.after?.replacedBy ?? [];
  const reason =
    by.length > 0
      ? `Retired; ${by.slice(0, 2).join(" and ")} carries the behaviour now.`
      : "Retired; the ID stays reserved.";
  return nothing(
    reason,
    0.95,
    readChange(change)
      .passages.slice(0, 1)
      .map((passage) => passage.span),
  );
}

const bySection: Recogniser = (change) => {
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

const heading: Recogniser = (change, context) => {
  const { after } = change;
  if (after === null || context.children(after.id).length === 0) return null;
  if (after.kind === "condition")
    return nothing("States a condition; its children carry the behaviour.", 0.9);
  const { passages } = readChange(change);
  if (passages.some(isNormative)) return null;
  const words = wordsOf(after.text, () => false);
  const introduces = after.text.trimEnd().endsWith(":");
  const limit = introduces ? 14 : 0;
  if (words.length > limit && !/section|heading/.test(after.kind)) return null;
  if (words.length > (introduces ? 14 : 5)) return null;
  return nothing("A heading; its children carry the behaviour.", 0.85);
};

const testOnly: Recogniser = (change) => {
  const { fresh } = readChange(change);
  const told = fresh.filter((passage) => isNormative(passage) || passageKind(passage) === "test");
  if (told.length === 0) return null;
  const first = told[0];
  const all = told.every((passage) => passageKind(passage) === "test");
  const whole = change.before === null && first !== undefined && passageKind(first) === "test";
  if (!all && !whole) return null;
  return nothing(
    "Only says what tests must cover.",
    0.8,
    told.slice(0, 1).map((passage) => passage.span),
  );
};

const informative: Recogniser = (change) => {
  const { fresh } = readChange(change);
  const told = fresh.filter((passage) => !passage.inFence);
  if (told.length === 0 || told.length < fresh.length) return null;
  const notes = inParentheses(readChange(change).passages);
  const kinds = told.map((passage) => (notes.has(passage) ? "note" : passageKind(passage)));
  if (kinds.includes("rule") || kinds.includes("test")) return null;
  const [first] = told;
  const reason = informativeReasons[kinds[0] ?? "note"];
  return nothing(reason, 0.75, first === undefined ? [] : [first.span]);
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

const sameMeaning: Recogniser = (change, context) => {
  const { before, after } = change;
  if (before === null || after === null || change.kind === "restored") return null;
  const known = referencesOf(before, after);
  const isReference = (word: string): boolean => known(word) || context.entry(word) !== undefined;
  const difference = differenceOf(before.text, after.text, isReference);
  const evidence = readChange(change)
    .fresh.slice(0, 1)
    .map((passage) => passage.span);
  if (difference.added.length + difference.removed.length === 0) {
    if (difference.reordered && !samePassages(change)) return null;
    const moved = before.references.join(" ") !== after.references.join(" ");
    return nothing(
      moved ? "Only the reference changed; the rule is the same." : "Only wording or formatting changed.",
      0.9,
      evidence,
    );
  }
  return onlyWording(difference) ? nothing("Reworded; the demand is the same.", 0.7, evidence) : null;
};

function samePassages(change: Change): boolean {
  return readChange(change).fresh.length === 0;
}

/** Words that carry no demand of their own, and keywords that mean the same. */
const empty = new Set(
  "a an the this that these those of to in for on at by with from as is are be been being it its their they there which who whose will shall must has have had does do so then also just such thus therefore however e.g i.e etc see per described defined specified according following below above note".split(
    " ",
  ),
);

/** Words whose coming, going or change turns a rule. */
const turning = new Set(
  "not no never none neither nor without unless except only all any each every both either or if when until while before after first last more less greater fewer least most minimum maximum enable enabled disable disabled allow allowed deny denied forbid include included exclude excluded true false null empty optional optionally required should may can cannot default same different new old once twice again always immediately next previous synchronous asynchronous".split(
    " ",
  ),
);

const mostReplaced = 4;

/** A few plain words replaced one for another, nothing exact and nothing that turns a rule. */
function onlyWording({ added, removed }: Difference): boolean {
  const now = added.filter((word) => !empty.has(word.text));
  const old = removed.filter((word) => !empty.has(word.text));
  if ([...now, ...old].some((word) => word.exact || turning.has(word.text))) return false;
  if (now.length === 0 && old.length === 0) return true;
  return now.length <= mostReplaced && old.length <= mostReplaced && now.length > 0 && old.length > 0;
}

const onlyTakenAway: Recogniser = (change, context) => {
  const { before, after } = change;
  if (before === null || after === null) return null;
  const reading = readChange(change);
  const known = referencesOf(before, after);
  const { added, removed } = differenceOf(before.text, after.text, (word) => known(word));
  if (added.some((word) => !empty.has(word.text))) return null;
  const elsewhere = context.siblings(after).find((sibling) => {
    const there = new Set(wordsOf(sibling.text, known).map((word) => word.text));
    return (
      context.change(sibling.id) !== undefined &&
      removed.every((word) => empty.has(word.text) || there.has(word.text))
    );
  });
  if (elsewhere !== undefined && removed.length >= 4)
    return nothing(`A phrase moved to ${elsewhere.id}; nothing else changed.`, 0.75);
  const demand = /^(?:must|shall|should|not|never|only|required)$/;
  if (removed.some((word) => word.exact || demand.test(word.text)) || !reading.passages.some(isNormative))
    return null;
  return nothing("Only an explanation was taken away.", 0.7);
};

const recognisers: readonly Recogniser[] = [
  byKind,
  heading,
  sameMeaning,
  bySection,
  testOnly,
  informative,
  onlyTakenAway,
];
