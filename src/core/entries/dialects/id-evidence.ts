import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { familyOf, isOfOthers, isRequirementId, mayNameMatter } from "./id-families.ts";
import { type IdPlace, isReferringFile, isReferringTitle, refers } from "./id-place.ts";
import { statesRule } from "./normative.ts";
import { standingOf } from "../standing.ts";
import { isShortFor } from "./short-for.ts";

/** Larger numbers without leading zeros are mostly sizes or versions: AES-256. */
const maxCounted = 99;
const fewWords = 3;
const maxLines = 30;
/** The ID is the subject of what follows, and so a name: "**AES-256** MUST be used". */
const asSubject = /^(?:\p{Ll}|(?:MUST|SHALL|SHOULD|MAY|REQUIRED)\b)/u;
/** A test says what to do and what to expect, a task what to make. */
const orders =
  /^(?:(?:verify|check|test|try|confirm|validate|given|open|click|enter|type|press|select|log in|sign in|put|read|send|call|start|run|load|submit|upload|go to)|(?:implement|add|create|write|build|set up|refactor|update|migrate|document|design|deploy|integrate|fix))\b|\bexpect(?:ed|s)?(?: results?)?\s*[:：]/iu;
/** Sections of what is not asked for: taken for granted, decided, asked or feared. A "Notes app" is none. */
const asides =
  /\b(?:decisions?|assumptions?|questions?|open points?|risks?|issues?|bugs?|examples?|notes?|tests?|testing|cases|references?)(?:$|\s+(?:and|or|&|of|for|on)\s|\s*[/,:(–—›])/iu;
/** Titles that say what letters such as WP, DES or TIER mostly count. */
const countsOthers =
  /\b(?:work packages?|plan|steps?|figures?|tables?|qa|quality assurance|checks?|design|architecture|proposals?|standards?|stages?|levels?|tiers?|tips?)\b/iu;
/** A range (`TD1-TD5`) or a placeholder (`[SECTION_2_NAME]`). */
const isComposed = /\d[-_.]\p{L}/u;

interface Family {
  readonly prefix: string;
  readonly places: readonly IdPlace[];
  readonly numbers: ReadonlySet<number>;
}

/**
 * The prefixes that a file shows to name its rules although neither their letters nor a long count say so: what they name
 * states rules, brackets or headings set them off in a row, or they are short for the title.
 */
export function shownPrefixes(scan: ScannedSource, places: readonly IdPlace[]): ReadonlySet<string> {
  const defining = places.filter(({ rank, isSetOff }) => rank > 0 && isSetOff);
  const hasOwn = defining.some(({ rank, draft }) => rank >= 2 && isRequirementId(draft.id));
  const isShown = (family: Family): boolean => {
    if (!countsOtherThings(family.prefix)) return isFamily(scan, family);
    if (isReferringFile(scan.path) || !isMatterOfFile(scan, family)) return false;
    return !hasOwn || isShortForRules(family);
  };
  return new Set(familiesOf(defining).flatMap((family) => (isShown(family) ? [family.prefix] : [])));
}

/** As `isOfOthers`; a letter behind an area, as in AUTH-P1, counts what the area wants it to. */
function countsOtherThings(prefix: string): boolean {
  const words = prefix.split(/[-_.]/u);
  return words.some((word, at) => (at === 0 || word.length > 1) && isOfOthers(`${word}-1`));
}

function familiesOf(places: readonly IdPlace[]): Family[] {
  const families = new Map<string, { prefix: string; places: IdPlace[]; numbers: Set<number> }>();
  for (const place of places) {
    const { prefix, first } = familyOf(place.draft.id);
    if (prefix === "" || isComposed.test(place.draft.id)) continue;
    const known = families.get(prefix) ?? { prefix, places: [], numbers: new Set() };
    known.places.push(place);
    known.numbers.add(first);
    families.set(prefix, known);
  }
  return [...families.values()];
}

/** Letters that stand for nothing else. */
function isFamily(scan: ScannedSource, family: Family): boolean {
  if (family.places.some(({ draft }) => asides.test(draft.section))) return false;
  const isRuling = isMost(family, (place) => rulesByItself(scan, place));
  if (isJoined(family)) return (isRuling && isEach(family, isCounted)) || isNumbered(scan, family);
  if (!/^\p{Lu}{2,}$/u.test(family.prefix) || !isFromOne(family)) return false;
  const isWritten = isEach(family, ({ rank }) => rank >= 2) && says(scan, family);
  return isRuling || (isWritten && (isEach(family, isBracketed) || isShortForTitle(family)));
}

/** Joined letters and numbers that say something: in a row; in a file called a specification also one alone. */
function isNumbered(scan: ScannedSource, family: Family): boolean {
  if (!says(scan, family)) return false;
  const isShort = isShortForTitle(family);
  if (isInRow(family)) return isFromOne(family) || isShort || isEach(family, isLabelled);
  if (!/^(?:named|likely)$/.test(standingOf(scan.path)) || !isEach(family, isCounted)) return false;
  return isShort && isEach(family, ({ rank }) => rank >= 2);
}

/** In brackets, in a column of IDs or before a heading's title, as no name stands. */
function isLabelled({ rank, isLabel, draft }: IdPlace): boolean {
  return isLabel === true || (rank === 3 && (draft.first ?? "").trim() !== "");
}

/** Letters that mostly count tests, work, norms, …: here they are short for what the file is about, or all state rules. */
function isMatterOfFile(scan: ScannedSource, family: Family): boolean {
  if (!says(scan, family) || isAboutOthers(scan, family)) return false;
  if (isMost(family, (place) => orders.test(plainStart(wordsOf(scan, place))))) return false;
  const isRuling = isEach(family, (place) => rulesByItself(scan, place));
  const isShort = isEach(family, ({ rank }) => rank >= 2) && isShortForTitle(family);
  return isFromOne(family) ? isShort || (isRuling && mayNameMatter(family.prefix)) : isShort && isRuling;
}

function isAboutOthers(scan: ScannedSource, { places }: Family): boolean {
  const title = scan.headings.find(({ level }) => level === 1)?.text ?? "";
  return places.some(({ draft }) => {
    const titles = draft.section.split(" › ");
    const isOwn = (one: string): boolean => (one === title ? isReferringTitle(one) : refers.test(one));
    return titles.some((one) => isOwn(one) || asides.test(one) || countsOthers.test(one));
  });
}

function isBracketed({ isLabel }: IdPlace): boolean {
  return isLabel === true;
}

function isEach({ places }: Family, holds: (place: IdPlace) => boolean): boolean {
  return places.every(holds);
}

function isMost({ places }: Family, holds: (place: IdPlace) => boolean): boolean {
  return places.filter(holds).length * 2 > places.length;
}

function isJoined({ prefix, places }: Family): boolean {
  return /[-_.]/.test(prefix) || places.every(({ draft }) => familyOf(draft.id).isJoined);
}

function isCounted({ draft }: IdPlace): boolean {
  const { first, isPadded } = familyOf(draft.id);
  return isPadded || first <= maxCounted;
}

function isInRow({ numbers }: Family): boolean {
  return [...numbers].some((number) => numbers.has(number + 1));
}

function isFromOne({ numbers }: Family): boolean {
  return numbers.has(1) && numbers.has(2);
}

function says(scan: ScannedSource, family: Family): boolean {
  return isMost(family, (place) => {
    if (wordsOf(scan, place).split(/\s+/u).length >= fewWords) return true;
    return place.rank === 3 && ownLines(scan, place).some(({ kind }) => kind !== "blank");
  });
}

function rulesByItself(scan: ScannedSource, place: IdPlace): boolean {
  const start = place.draft.text ?? place.draft.first ?? "";
  return !asSubject.test(start) && statesRule(wordsOf(scan, place));
}

function wordsOf(scan: ScannedSource, place: IdPlace): string {
  const { text, first } = place.draft;
  if (text !== undefined) return text;
  const texts = ownLines(scan, place).filter(({ kind }) => kind === "text");
  return [first ?? "", ...texts.map(({ content }) => content)].join(" ").trim();
}

/** What stands below the line of the ID; of a section, what comes before the next heading. */
function ownLines(scan: ScannedSource, { draft }: IdPlace): readonly ScannedLine[] {
  const below = scan.lines.slice(draft.line, Math.min(draft.endLine, draft.line + maxLines));
  const next = below.findIndex(({ kind }) => kind === "heading");
  return next < 0 ? below : below.slice(0, next);
}

function plainStart(text: string): string {
  return text.replace(/^[*_`[(]+/u, "");
}

/** `TC-01` below "Technical constraints". */
function isShortForRules({ prefix, places }: Family): boolean {
  const rules = /\b(?:constraints?|requirements?|rules?)\b/i;
  return places.every(({ draft }) =>
    draft.section.split(" › ").some((title) => rules.test(title) && isShortFor(prefix, title)),
  );
}

function isShortForTitle({ prefix, places }: Family): boolean {
  const letters = prefix.split(/[-_.]/, 1)[0] ?? "";
  return places.every(({ draft }) => draft.section.split(" › ").some((title) => isShortFor(letters, title)));
}
