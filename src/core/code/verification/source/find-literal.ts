import { isDataFile } from "../../../data-file.ts";
import { escapeRegExp } from "../../../trace/cited-ids.ts";
import { plainWord, spacedWords, type Values } from "../../syntax/values.ts";
import { above, type SyntaxNode } from "../../syntax/syntax-node.ts";
import { isBlock, isNumber } from "../../syntax/node-kinds.ts";
import { statusIn } from "../demands/http-status.ts";
import { findMessage } from "./find-message.ts";
import type { Literal } from "../demands/literals.ts";
import type { TimeUnit } from "../demands/units.ts";

const language = new Set(
  "true false null nil none undefined string int integer number boolean bool float double object array list map void any".split(
    " ",
  ),
);

/** What languages call the absence of a value; an entry says it in the words of one of them. */
const absences: readonly string[] = ["null", "nil", "none", "undefined"];

/** How assertions of it are called. */
const absenceChecks: readonly string[] =
  "xctassertnil assertnull assertnil assertisnone isnull isnil benil benull beundefined tobenull tobeundefined shouldbenull assertundefined".split(
    " ",
  );

const findWord = ({ words }: Values, any: readonly string[]): SyntaxNode | undefined =>
  any.map((word) => words.get(word)).find((node) => node !== undefined);

/**
 * Where the values hold a literal, or null. With `near` the neighbour of a whole number counts as well, as in a test of a
 * limit. Identifiers count whatever their case and word marks; a message counts with holes where it is put together.
 */
export function findLiteral(values: Values, literal: Literal, near = false): SyntaxNode | null {
  if (literal.kind === "number") return findNumber(values, literal, near);
  const parts = literal.text.split(/\s+/).filter((part) => part !== "");
  if (literal.kind === "string" && parts.length > 1) return findMessage(values, literal.text);
  if (literal.kind === "name") return findName(values, literal.text);
  const absent = absences.includes(literal.text.toLowerCase())
    ? findWord(values, [...absences, ...absenceChecks])
    : undefined;
  if (absent !== undefined) return absent;
  const word = values.words.get(plainWord(literal.text)) ?? findMember(values, literal.text);
  if (word !== undefined && plainWord(literal.text) !== "") return word;
  const whole = new RegExp(`(?<![\\w-])${escapeRegExp(literal.text)}(?![\\w-])`);
  return values.strings.find(([text]) => whole.test(text.replace(/\\[nrtbf0]/g, "  ")))?.[1] ?? null;
}

/** By its last part; `write` is no `BackupError::Write`. */
function findMember({ words, exact }: Values, text: string): SyntaxNode | undefined {
  const member = memberOf(text);
  const isThere = !text.includes("::") || (exact?.has(member) ?? true);
  return isThere ? words.get(plainWord(member)) : undefined;
}

/** Words of the programming languages say nothing of an entry. */
export function isLookedFor({ kind, text }: Literal): boolean {
  if (isDataPath(text)) return false;
  return kind !== "name" || (text.length > 2 && isName(text) && !language.has(text.toLowerCase()));
}

/** "three times", "between two tries": what is told in words is done in more ways than by the number, and lacks nowhere. */
export function isInWords({ kind, text }: Literal): boolean {
  return kind === "number" && /^[A-Za-z]/.test(text);
}

/** `:id` and `m:ss` are forms, and no code is called so. */
function isName(text: string): boolean {
  return /^[@#$.]?[A-Za-z_]/.test(text) && !/[^:]:[^:]/.test(text);
}

/** Test data is compared by itself: no code has to hold its path. */
export function isDataPath(text: string): boolean {
  return isDataFile(text) && /^[\w@.-]*\/[\w@./-]*$/.test(text);
}

/** `TooLong` of `Error::TooLong` and of `ErrorCode.TooLong`; a code such as `password.short` is one word. */
function memberOf(text: string): string {
  const [, member = ""] = /^(?:\w+::)+(\w{3,})$/.exec(text) ?? /^(?:[A-Z]\w*\.)+(\w{3,})$/.exec(text) ?? [];
  return member;
}

function findNumber({ numbers, words }: Values, literal: Literal, near: boolean): SyntaxNode | null {
  const { values } = literal;
  for (const value of values) {
    const found = numbers.get(Math.abs(value));
    if (found !== undefined && !(value === values[0] && isInOtherUnit(found, literal))) return found;
  }
  const said = inLargerUnit(numbers, literal) ?? statusIn(words, literal.values[0] ?? 0);
  if (said !== null) return said;
  if (!near) return null;
  for (const value of values) {
    const found = numbers.get(Math.abs(value) + 1) ?? numbers.get(Math.abs(value) - 1);
    if (found !== undefined) return found;
  }
  // A limit that is no whole number is passed by less than one.
  const first = Math.abs(values[0] ?? 0);
  if (Number.isInteger(first)) return null;
  return [...numbers].find(([value]) => Math.abs(value - first) < 0.5)?.[1] ?? null;
}

const unitNames: readonly (readonly [TimeUnit, RegExp])[] = [
  ["milliseconds", /milli(?:s|seconds?)?(?![a-z])|(?<=[a-z\d])Ms\b|_ms\b|\bms\b|_MS\b/i],
  ["seconds", /(?<!milli|micro|nano)seconds?(?![a-z])|(?<=[a-z\d])Secs?\b|_secs?\b|_SECS?\b|\bsecs?\b/i],
  ["minutes", /minutes?(?![a-z])|(?<=[a-z\d])Mins?\b|_mins?\b/i],
  ["hours", /hours?(?![a-z])/i],
  ["days", /days?(?![a-z])/i],
];

/** The number stands where the code names another unit: `timeoutMillis = 30` is not 30 seconds. */
function isInOtherUnit(node: SyntaxNode, { unit }: Literal): boolean {
  // In `SECOND / 5` the unit is a part of what is worked out.
  if (unit === undefined || !isNumber(node)) return false;
  let text = node.text;
  for (const outer of above(node)) {
    if (outer.end - outer.start > 80 || isBlock(outer)) break;
    text = outer.text;
  }
  const named = unitNames.filter(([, name]) => name.test(text)).map(([one]) => one);
  return named.length === 1 && named[0] !== unit;
}

/** `days=3` for 72 hours. */
function inLargerUnit(numbers: Values["numbers"], { larger = [] }: Literal): SyntaxNode | null {
  for (const { value, unit } of larger) {
    const found = numbers.get(value);
    const isSo = ({ text }: SyntaxNode): boolean => text.length < 80 && unit.test(text);
    if (found !== undefined && [...above(found)].slice(0, 3).some(isSo)) return found;
  }
  return null;
}

function findName({ words, strings }: Values, text: string): SyntaxNode | null {
  const whole = words.get(plainWord(text));
  if (whole !== undefined) return whole;
  const part = partOf(words, plainWord(text));
  if (part !== undefined) return part;
  const measured = inUnits(words, plainWord(text));
  if (measured !== undefined) return measured;
  const segments = text.split(/[.#/: ]+/).filter((segment) => segment.length > 2);
  const last = segments.at(-1);
  if (last === undefined) return null;
  const found = words.get(plainWord(last));
  if (found !== undefined) return found;
  return (
    strings.find(([held]) => held.includes(text) || (last.length > 3 && held.includes(last)))?.[1] ?? null
  );
}

/** `OpenFeatureAPI` for `API`: a name of several words that begins or ends with it. */
function partOf(words: Values["words"], name: string): SyntaxNode | undefined {
  if (name.length < 3) return undefined;
  const isPart = (node: SyntaxNode): boolean =>
    spacedWords(node.text)
      .replace(/([A-Z]{1,40})([A-Z][a-z])/g, "$1 $2")
      .split(/[^A-Za-z\d]+/)
      .some((one) => one.toLowerCase() === name);
  for (const [word, node] of words)
    if ((word.endsWith(name) || word.startsWith(name)) && node.text.length < 80 && isPart(node)) return node;
  return undefined;
}

const unitEndings =
  "ms millis milliseconds inms inmilliseconds secs seconds inseconds minutes hours days".split(" ");

/** `maxAgeMilliseconds` for `maxAge`. */
function inUnits(words: Values["words"], name: string): SyntaxNode | undefined {
  return unitEndings.map((unit) => words.get(name + unit)).find((node) => node !== undefined);
}
