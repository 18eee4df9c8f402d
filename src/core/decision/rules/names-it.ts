import { isThing } from "../../lexicon/kind-of-another.ts";

const askWhich = /platform|mobile|device|operating/i;

/** Whether a name says which is meant where words stand: a name they are part of, a kind, or the platforms. Capitals tell names. */
export function isNamed(sentence: string, from: number, to: number): boolean {
  return (
    isInName(sentence, from, to) ||
    isOfNamedKind(sentence, from, to) ||
    (askWhich.test(sentence.slice(from, to)) && namesPlatforms(sentence, from, to))
  );
}

/** A word of a name, as it is written within a sentence: `Refresh`, `iOS`. */
const nameWord = "(?:[A-Z][a-z]+[A-Za-z0-9]*|[a-z]{1,3}[A-Z][A-Za-z0-9]*)";
const nameBefore = new RegExp(`(?:${nameWord} +)+$`);
const nameBehind = new RegExp(`^(?: +${nameWord})+(?![A-Za-z0-9])`);
/** A word in front, so that the name begins no sentence, where every word is written with a capital. */
const within = /[\p{L}\p{N})]["')]? +$/u;

/** Whether words at a place are part of a capitalised name of two words or more within a sentence: `behind Tidy Search`. */
function isInName(sentence: string, from: number, to: number): boolean {
  const text = plain(sentence);
  if (!new RegExp(`^(?:${nameWord} *)+$`).test(text.slice(from, to))) return false;
  const before = nameBefore.exec(text.slice(Math.max(0, from - 80), from))?.[0] ?? "";
  const behind = nameBehind.exec(text.slice(to, to + 80))?.[0] ?? "";
  const isPhrase = before !== "" || behind !== "" || text.slice(from, to).includes(" ");
  // At the beginning of a sentence the first word alone has its capital from there, and a label ends with a colon.
  const goesOn = before !== "" && /^ +[a-z]/.test(text.slice(to + behind.length));
  return isPhrase && (goesOn || within.test(text.slice(0, from - before.length)));
}

const determined = /\b(?:the|an?|each|every|all|any|and|or|if|when|while|where|that|this|its|their) +$/i;
const acronym = /(?<=[a-z]{2} )[A-Z][A-Z0-9]+(?:[/-][A-Z][A-Z0-9]+)* +$/;
const keyword = /^(?:MUST|SHALL|SHOULD|MAY|WILL|NOT|AND|OR|IF|THEN|WHEN|THE|CAN) +$/;

const longName = new RegExp(`${nameWord} +${nameWord} +$`);

/** Whether an abbreviation or a name in front says of which kind the thing at a place is: `drop EXIF metadata`, `the Tidy Box queue`. */
function isOfNamedKind(sentence: string, from: number, to: number): boolean {
  const before = plain(sentence).slice(Math.max(0, from - 80), from);
  if (longName.test(before) && isThing(sentence.slice(from, to))) return true;
  const name = acronym.exec(before);
  return name !== null && !keyword.test(name[0]) && !determined.test(before.slice(0, name.index));
}

const listed = new RegExp(
  `^[^.;:()]{0,60}?\\b(?:on|for|across|in|to|by) (?:[a-z]+, )?${nameWord}(?:, ${nameWord}){0,8},? (?:and|or) ${nameWord}`,
);

const listedBefore = new RegExp(`${nameWord},? (?:and|or) ${nameWord} $`);

/** Whether the clause names the platforms, behind or right before: `cross-platform, on Tizen and webOS`, `Tizen and webOS devices`. */
function namesPlatforms(sentence: string, from: number, to: number): boolean {
  const text = plain(sentence);
  return listed.test(text.slice(to, to + 200)) || listedBefore.test(text.slice(Math.max(0, from - 80), from));
}

/** Emphasis and line breaks as spaces, one space each, at the same length. */
function plain(text: string): string {
  return text.replace(/[*_\n\t[\]]/g, " ");
}
