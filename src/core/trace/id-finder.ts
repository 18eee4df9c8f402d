import { citedForm } from "./cited-ids.ts";
import { openingOf, spelledInNames } from "./id-in-name.ts";
import type { TokenPlace } from "./trace-index.ts";

/** An ID in a token: one of the spec, or one written like those of the spec that the spec does not have. */
interface FoundId {
  readonly form: string;
  readonly known: boolean;
}

/** Shorter IDs, such as `T1`, are also names of other things: they count only where they stand as a tag does, or in a test's name. */
const shortestPlainId = 4;

/**
 * Finds IDs in a token of code such as `RTN15a`, `test__001__RTN15a`, `TestRTN15a_Resume` or `CHA-T4-CHA-T6`. An ID is
 * bounded by anything but letters and digits, and `AC-1-2` is not `AC-1`; the longest one
 * counts. Numbers (`1.4.13`) need three parts, as shorter ones are versions more often than not.
 */
export function idFinder(ids: readonly string[]): (token: string, standing: TokenPlace[2]) => FoundId[] {
  const forms = new Set(ids.map(citedForm));
  const families = idFamilies([...forms]);
  const spelled = spelledForms(forms);
  const inNames = spelledInNames(forms);
  return (token, standing) => {
    const tagged = standing > 0;
    if (standing === 2 && forms.has(token)) return [{ form: token, known: true }];
    const found: FoundId[] = [];
    let end = 0;
    for (const start of runStarts(token)) {
      if (start < end) continue;
      const known = longestKnown(token, start, forms, tagged);
      const form = known ?? (tagged ? unknownId(token.slice(start), families) : null);
      if (form === null) continue;
      found.push({ form, known: known !== null });
      end = start + form.length;
    }
    if (found.length > 0) return found;
    const opening = openingOf(token, inNames);
    return opening === null ? inName(token, spelled) : [{ form: opening, known: true }];
  };
}

/** Forms as a name of code has to spell them: `FR001` for `FR-001`. */
function spelledForms(forms: ReadonlySet<string>): ReadonlyMap<string, string> {
  const plain = [...forms].filter((form) => /^[A-Za-z]{2,}[-.\d]*\d[A-Za-z]?$/.test(form));
  return new Map(plain.map((form) => [form.replace(/[-.]/g, ""), form]));
}

/**
 * `FR001_expires`, `TestFR_001`, and in any case where the name is a test's: `test_fr_001_expires`. A short one is an ID
 * where it ends a name of words, as in `closesTwice_CN5`, where it opens one, and in a test's name.
 */
function inName(token: string, spelled: ReadonlyMap<string, string>): FoundId[] {
  if (spelled.size === 0 || !/^\w+$/.test(token)) return [];
  const opening = openingId(token, spelled);
  if (opening !== null) return [{ form: opening, known: true }];
  const [, mark = "", rest = ""] = /^([Tt]ests?_?|)(.*)$/.exec(token) ?? [];
  const parts = rest.split("_").filter((part) => part !== "");
  for (let from = 0; from < parts.length; from++) {
    for (let to = from + 1; to <= Math.min(parts.length, from + 4); to++) {
      const name = parts.slice(from, to).join("");
      const form = spelled.get(mark === "" ? name : name.toUpperCase()) ?? spelled.get(name);
      const endsWords = to === parts.length && from > 0 && /[a-z]{3}/.test(rest);
      if (form !== undefined && name.length >= shortestInName(mark !== "" || endsWords))
        return [{ form, known: true }];
    }
  }
  return [];
}

/** `fr_1_expires`, `FR_1_Expires`, `fr1_expires`, `testFr1Expires`: letters and number of an ID, and then words. */
function openingId(token: string, spelled: ReadonlyMap<string, string>): string | null {
  const [, letters = "", number = ""] =
    /^(?:[Tt]ests?_?)?([A-Za-z]{2,10})_?(\d{1,6})(?:_[A-Za-z]|(?<=[Tt]est[A-Za-z_\d]{1,17})[A-Z][a-z])/.exec(
      token,
    ) ?? [];
  return letters === "" ? null : (spelled.get(`${letters.toUpperCase()}${number}`) ?? null);
}

function shortestInName(isWhole: boolean): number {
  return isWhole ? 3 : 5;
}

/** Where runs of letters and digits begin, also behind the `Test` of a test's name. */
function runStarts(token: string): number[] {
  const starts: number[] = [];
  for (const match of token.matchAll(/[A-Za-z0-9]+/g)) {
    starts.push(match.index);
    if (/^[Tt]est[A-Z]/.test(match[0])) starts.push(match.index + 4);
  }
  return starts;
}

function longestKnown(
  token: string,
  start: number,
  forms: ReadonlySet<string>,
  tagged: boolean,
): string | null {
  for (let end = token.length; end > start; end = shorter(token, end)) {
    const form = token.slice(start, end);
    if (!forms.has(form)) continue;
    return counts(form, token, start, tagged) ? form : null;
  }
  return null;
}

/** The next shorter end at which a run of letters and digits ends. */
function shorter(token: string, end: number): number {
  let at = end - 1;
  while (at > 0 && isAlphanumeric(token.charCodeAt(at))) at--;
  while (at > 0 && !isAlphanumeric(token.charCodeAt(at - 1))) at--;
  return at;
}

function counts(form: string, token: string, start: number, tagged: boolean): boolean {
  if (/[.-]\d+$/.test(form) && /^[.-]\d/.test(token.slice(start + form.length))) return false;
  if (!/[A-Za-z]/.test(form)) return !/[.-]/.test(token[start - 1] ?? "") && form.split(".").length >= 3;
  if (!/\d/.test(form)) return tagged && token === form;
  return tagged || form.length >= shortestPlainId || /test_*$/i.test(token.slice(0, start));
}

function isAlphanumeric(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** Stem (`RTN`, `CHA-T`) → digits that its longest number has. */
function idFamilies(forms: readonly string[]): Map<string, number> {
  const families = new Map<string, number>();
  for (const form of forms) {
    const [, stem = "", digits = ""] = /^([A-Za-z][A-Za-z-]*)(\d+)/.exec(form) ?? [];
    if (stem.length > 1) families.set(stem, Math.max(families.get(stem) ?? 0, digits.length));
  }
  return families;
}

/** An ID of a family of the spec, no longer in its number than the spec's: `RSA2048` is no entry of `RSA1` to `RSA17`. */
function unknownId(rest: string, families: ReadonlyMap<string, number>): string | null {
  const [form = "", stem = "", digits = ""] = /^([A-Za-z][A-Za-z-]*)(\d+)[0-9A-Za-z]*/.exec(rest) ?? [];
  const longest = families.get(stem);
  return longest !== undefined && digits.length <= longest ? form : null;
}
