import type { Passage } from "./reading.ts";

/** What a sentence is for: it sets a rule, or it tells something that nobody builds. */
type PassageKind = "rule" | "test" | "note" | "reference" | "advice" | "others" | "document";

const normative = /\b(?:must|shall|should|required|has to|have to|needs to|may not|cannot)\b/;
const test =
  /\b(?:tests? (?:should|must|shall) (?:exist|be written|be added|cover|ensure|verify)|test suite (?:shall|must|should) (?:verify|cover|test|include)|should be tested|must be tested|test coverage (?:shall|must|should))\b/;
/** What opens a note has a mark behind it: `Note:`, `(informative)`; "Note cards" and "Example answers" are things. */
export const noteEnds = "(?: ?\\d{1,3})?(?=\\W*$| ?[:.,;)\\]–—]| - )";
const note = new RegExp(
  `^\\(?(?:nb\\b|note (?:that|also|how|the|this)\\b|(?:(?:non-normative|informative|informational) )?` +
    `(?:note|example|rationale|remark|non-normative|informative|informational|why this priority)${noteEnds})`,
);
const reference =
  /^\(?(?:see(?: also)?\b|refer to\b|for (?:more|further) (?:information|details)\b|more details?\b)/;
const advice =
  /\b(?:we recommend|one possible implementation|it is recommended|it's recommended|recommended approach|implementation hint|it may be helpful)\b/;
const others =
  /^(?:if [^.]{1,160}, )?(?:the |a )?(?:server|service|backend|[a-z]+ service) (?:will|does|sends|is responsible)\b/;
const document =
  /\b(?:this (?:document|specification|spec|section|chapter) (?:describes|defines|outlines|covers|is about)|this (?:document|specification|spec|chapter) (?:provides|contains)|specification is version|this specification at the version)\b/;

/** Sets a rule: a keyword of RFC 2119 or a plain demand. */
export function isNormative(passage: Passage): boolean {
  return passageKind(passage) === "rule" && normative.test(passage.bare);
}

export function passageKind(passage: Passage): PassageKind {
  const words = passage.bare;
  if (test.test(words)) return "test";
  if (reference.test(words)) return "reference";
  if (document.test(words)) return "document";
  if (note.test(words)) return "note";
  if (normative.test(words)) return "rule";
  if (advice.test(words)) return "advice";
  return others.test(words) ? "others" : "rule";
}
