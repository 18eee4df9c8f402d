import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";

const upper = /\b(?:MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED|OPTIONAL)\b/;
const strict = /\b(?:[Mm]ust|[Ss]hall)\b/;
/** The same in other languages. */
const latin =
  /\b(?:muss|m(?:ü|ue)ssen|soll|sollen|darf (?:nicht|kein)|d(?:ü|ue)rfen (?:nicht|kein)|doit|doivent|deben?|deber(?:á|án|a|an)|deve|devem|devono|dever(?:á|ão)|moet|moeten|musi|musz(?:ą|a))(?![a-z\d\u00df-\u024f])/;
const notLatin = /[\u0400-\uffff]/;
const others =
  /必须|必須|应当|應當|不得|なければな(?:らない|りません)|てはな(?:らない|りません)|해야 (?:한다|합니다|함)|하여야|해서는 안|(?<!\p{L})(?:должен|должна|должно|должны|обязан)/u;
const anyCase = /\b(?:must|shall|should|may|required|recommended|optional)\b/i;
const step = /^[*_]{0,3}(?:Given|When|Then)\b(?=[*_:]|\s\S)/i;
/** The sentence that says so states no rule itself. */
const keyWords =
  /\bkey ?words?\b[^.]{0,20}["“‘'*`]{1,3}(?:MUST|SHALL|REQUIRED)\b|\bkey ?words?\b[^.]{0,200}\bto be (?:read|interpreted)\b/i;
/** `**Priority:** P0 (must ship)` */
const rank = /^[\s*_-]{0,6}(?:priority|moscow)\b[^.\n]{0,60}$/i;
/** Where a specification says which meaning its words have (RFC 2119, RFC 8174). */
const boilerplate = /\b(?:RFC ?-?2119|BCP ?-?14|RFC ?-?8174)\b/i;

/**
 * Whether text states a rule. The capitals of RFC 2119 always do; in small letters only the words that leave no choice
 * do, because "may" and "should" are common in explanations.
 */
export function statesRule(text: string): boolean {
  return (upper.test(text) || isStrict(text)) && !keyWords.test(text) && !rank.test(text);
}

function isStrict(text: string): boolean {
  return strict.test(text) || isLatinRule(text) || (notLatin.test(text) && others.test(text));
}

/** A word in one case, or with a first capital: `DoIT` is a name. */
function isLatinRule(text: string): boolean {
  const found = latin.exec(text.toLowerCase());
  if (found === null) return false;
  const written = text.slice(found.index, found.index + found[0].length);
  return /^.?[^\p{Lu}]*$|^[^\p{Ll}]*$/u.test(written);
}

/** As `statesRule`, where the text argues: only the capitals bind. */
export function statesRuleInCapitals(text: string): boolean {
  return upper.test(text) && !keyWords.test(text);
}

/** Whether a line of prose or a table's row states a rule. */
export function lineStatesRule({ kind, content }: ScannedLine): boolean {
  return (kind === "text" || kind === "table" || kind === "html") && statesRule(content.slice(0, 2000));
}

export interface NormativeStrength {
  /** Lines of prose. */
  readonly lines: number;
  /** Lines with a word of RFC 2119 in capitals. */
  readonly capitals: number;
  /** Lines with `must` or `shall` in any case. */
  readonly strict: number;
  /** Lines with any of the words in any case. */
  readonly words: number;
  /** Lines that begin a scenario's step: `Given`, `When`, `Then`. */
  readonly steps: number;
  /** Lines that state a rule, rows of tables too. */
  readonly rules: number;
  readonly boilerplate: boolean;
}

/** How much of a file's prose, in HTML too but not in code, speaks in the words of RFC 2119. */
export function normativeStrength(scan: ScannedSource): NormativeStrength {
  const count = { lines: 0, capitals: 0, strict: 0, words: 0, steps: 0, rules: 0, boilerplate: false };
  for (const line of scan.lines) {
    if (lineStatesRule(line)) count.rules += 1;
    if (line.kind !== "text" && line.kind !== "html") continue;
    const text = line.content.slice(0, 2000);
    count.lines += 1;
    if (upper.test(text)) count.capitals += 1;
    if (isStrict(text) || /\b(?:MUST|SHALL)\b/.test(text)) count.strict += 1;
    if (anyCase.test(text)) count.words += 1;
    if (step.test(text)) count.steps += 1;
    if (boilerplate.test(text)) count.boilerplate = true;
  }
  return count;
}
