import { isInformativeTitle } from "../../entries/informative-section.ts";
import { isNormative, noteEnds, passageKind } from "../passage-kind.ts";
import { type Passage, readChange } from "../reading.ts";
import { noWork, type Proof } from "./proof.ts";

/** A section whose title says that it sets no rule. */
export const nonNormativeSection: Proof = (change) => {
  const { after } = change;
  if (after === null) return null;
  const isSection = /section|heading/.test(after.kind);
  const own = isSection ? after.id.replace(/^.*[#›/]/, "").toLowerCase() : "";
  // A numbered section is called by its number, and its rules are no entries of their own.
  const title = isSection ? (after.text.split("\n", 1)[0] ?? "").toLowerCase() : "";
  if (setsNoRule(own)) return noWork("Informative section; it sets no rule.");
  const { fresh, gone } = readChange(change);
  const told = [...fresh, ...gone];
  // What is no longer out of scope may be asked for now.
  const around = after.section.split(" › ");
  const excludes =
    gone.length === 0 && [own, title, ...around].some((name) => notAsked.test(name.toLowerCase()));
  const argues = [title, ...around].some(setsNoRule);
  if (!argues && !excludes && ![own, title].some((name) => informativeTitle.test(name))) return null;
  const rest = told.filter(
    (passage) => !asks(passage) && passage.bare !== title && !linksOnly.test(passage.span.quote),
  );
  const mayDemand = excludes ? forbids : saysExactly;
  return rest.some((passage) => isNormative(passage) || mayDemand(passage))
    ? null
    : noWork("Informative section; it sets no rule.");
};

/** A line that names other documents, and says nothing of them. */
const linksOnly = /^[\s>*+-]*\[[^\][]{1,200}\](?:\([^()\s]{0,300}\)|\[[^\][]{0,100}\])?\W*$/;

/** What is out of scope may name code and numbers, but not say what must not be. */
function forbids({ bare }: Passage): boolean {
  return negation.test(bare);
}

function asks({ span }: Passage): boolean {
  return span.quote.trimEnd().endsWith("?");
}

/** A section that argues, or the contents. */
function setsNoRule(title: string): boolean {
  return isInformativeTitle(title) || contents.test(title);
}

const contents = /^[\s\d.-]*(?:table[ -]of[ -])?contents[\s*-]*$/i;
const notAsked =
  /^[\s\d.-]*(?:non-?goals|(?:out|not)[ -](?:of[ -]|in[ -])?scope)(?:[ -]?\([^()]{0,40}\)|-[a-z-]{0,40})?[\s*-]*$/;
const informativeTitle =
  /^[\s\d.-]*(?:overview|introduction|background|history|references|related[ -](?:proposals|documents|specifications|specs|issues|links|reading)|glossary|terminology|about|non-goals|purpose|executive[ -]summary|(?:long-term[ -])?vision|future[ -](?:enhancements|considerations)|authors|editors|contributors|acknowledge?ments|further[ -]reading|see[ -]also)[\s*-]*$/;

/** Code, a number, a negation or a sign may be a demand wherever it stands. */
function saysExactly(passage: Passage): boolean {
  return restricts(passage) || /[\d<>=]/.test(passage.span.quote);
}

/** Only tells what tests must cover. */
export const testOnly: Proof = (change) => {
  const { fresh, gone } = readChange(change);
  const told = [...fresh, ...gone].filter(
    (passage) => isNormative(passage) || passageKind(passage) === "test" || saysExactly(passage),
  );
  const [first] = told;
  if (first === undefined || !told.every((passage) => passageKind(passage) === "test")) return null;
  return noWork("Only says what tests must cover.", [first]);
};

/** Notes and reasons beside a text that is the same. What a note said before may be a rule that readers rely on. */
export const noteOnly: Proof = (change) => {
  const { fresh, gone, passages } = readChange(change);
  const told = [...fresh, ...gone];
  if (told.length === 0 || told.some(isNormative)) return null;
  if (told.every(({ bare }) => marked.test(bare)))
    return noWork("Marked as non-normative; it sets no rule.", told);
  if (gone.length > 0 || told.some(restricts)) return null;
  if (told.every(({ bare }) => aboutItself.test(bare)))
    return noWork("Speaks of the document, not of the software.", told);
  // Beside a rule that stands, a new note may say when it holds.
  if (change.before !== null) return null;
  const notes = inParentheses(passages);
  const isNote = (passage: Passage): boolean => notes.has(passage) || passageKind(passage) === "note";
  return told.every(isNote) ? noWork("A note; it sets no rule.", told) : null;
};

const marked = new RegExp(
  `^\\(?(?:(?:non-normative|informative) (?:note|example|remark)|rationale|non-normative|informative|why this priority)${noteEnds}`,
);
/** A page, or a section that lists or provides something, may be one of the product. */
const aboutItself =
  /^(?:\W{0,4}[\w.]{0,8}\W{1,4})?this (?:(?:document|specification|spec|section|chapter) (?:describes|outlines|covers|is about|introduces|focuses on|indicates which|defines the (?:[a-z-]+ ){1,4}that)|(?:document|specification|spec|chapter) (?:provides (?:an overview|guidance|requirements)|lists the))\b/;

const negation = /\b(?:not|never|no|only|cannot|always|will)\b|n't\b/;

/** `` - `(RTN15a)` ``: the entry's ID before its text is no code. */
const ownMark = /^[\s>*+-]*`\(?[\w.-]{1,60}\)?`/;

/** Code, a negation or a promise may be a demand, also in a note. */
function restricts({ bare, span, inFence }: Passage): boolean {
  return inFence || span.quote.replace(ownMark, "").includes("`") || negation.test(bare);
}

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
