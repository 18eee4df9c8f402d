import { failing } from "./failure-words.ts";
import { ofHeader, ofCode, ofBody, valueCue } from "./code-span.ts";
import { ofNumber, numbersInWords } from "./numbers.ts";
import type { TimeUnit } from "./units.ts";

/**
 * A value or name that an entry fixes. `number`: any of `values` says it (10 seconds are 10 or 10000); `string`: a value
 * that code compares or produces; `name`: what something is to be called.
 */
export interface Literal {
  readonly kind: "number" | "string" | "name";
  /** As the entry writes it, without marks. */
  readonly text: string;
  readonly values: readonly number[];
  /** The same in a larger unit, which counts where the code names the unit: 72 hours are `days=3`. */
  readonly larger?: readonly { readonly value: number; readonly unit: RegExp }[];
  /** The unit that the entry names, where it is one of time. */
  readonly unit?: TimeUnit;
  /** What the product answers with (an error code, a message, a default): a test has to assert it, using it does not do. */
  readonly isResult: boolean;
}

const patterns = {
  code: /`([^`\n]{1,120})`/g,
  quoted: /"([^"\n]{2,160})"|“([^”\n]{2,160})”/g,
  number:
    /(?<![\w.,:#§/-])(-?\d{1,3}(?:[, _]\d{3})+(?:\.\d+)?|-?\d+(?:\.\d+)?)(?:st|nd|rd|th)?(?![\w]|[.,:]\d|\/\d)/g,
};

/** Literals looked for in one demand; the first say what it is about. */
const maxLiterals = 24;

/** Code spans, quoted values and numbers of a passage, in its order; `ids` of entries are none. Linear. */
export function literalsIn(passage: string, ids: ReadonlySet<string>): readonly Literal[] {
  const found: { at: number; literal: Literal }[] = [];
  const fails = failing.test(passage);
  let last: { readonly end: number; readonly literal: Literal | null } = { end: 0, literal: null };
  for (const match of spansIn(passage)) {
    const { 1: span = "" } = match;
    const before = passage.slice(Math.max(0, match.index - 60), match.index);
    const end = match.index + match[0].length;
    const after = passage.slice(end, end + 20);
    // `a`, `b` or `c` is a list of values; in "when it is `closed`, `send` fails" the second is a subject.
    const isSubject = /[,:]$|^$/.test(before.trimEnd()) && /^\s+(?!or\b|and\b)[a-z]/.test(after);
    const read = ofCode(span.trim(), isSubject ? "" : before, fails);
    const isListed = listing.test(passage.slice(last.end, match.index));
    // "returns the `code` of the failure": what the failure holds under that name.
    const isField = /\b(?:the|its|their) $/i.test(before) && /^ of\b/.test(after);
    const isName = isField || (isListed && last.literal?.kind === "name");
    const literal = isName && read?.kind === "string" ? named(read) : read;
    if (literal !== null && !ids.has(literal.text)) found.push({ at: match.index, literal });
    for (const held of [...ofHeader(span), ...ofBody(span, passage.slice(0, match.index))])
      found.push({ at: match.index, literal: held });
    last = { end, literal };
  }
  found.push(...quotedAndNumbers(passage));
  return withoutRepeats(found.sort((a, b) => a.at - b.at).map(({ literal }) => literal)).slice(
    0,
    maxLiterals,
  );
}

const listing = /^\s{0,20}(?:,|,?\s{0,20}(?:and|or))\s{0,20}$/;

/** What follows is shown for what it is like. */
const sampleCue = /\b(?:such as|e\.g\.|for example|for instance|as in)[\s:,]{0,20}$/i;

/** Code spans, without those of "such as `a` or `b`". */
function spansIn(passage: string): readonly RegExpExecArray[] {
  let sampleEnd = -1;
  return [...passage.matchAll(patterns.code)].filter(({ 0: whole, index }) => {
    const isSample =
      sampleCue.test(passage.slice(Math.max(0, index - 30), index)) ||
      (sampleEnd >= 0 && listing.test(passage.slice(sampleEnd, index)));
    sampleEnd = isSample ? index + whole.length : -1;
    return !isSample || whole.length > 40;
  });
}

/** "10 minutes (`max-age: 600`)" says one time twice. */
function withoutRepeats(literals: readonly Literal[]): readonly Literal[] {
  const isRepeated = ({ kind, values: [value = 0], values, isResult }: Literal): boolean =>
    kind === "number" &&
    values.length === 1 &&
    !isResult &&
    literals.some((other) => other.unit !== undefined && other.values.slice(1).includes(value));
  return literals.filter((literal) => !isRepeated(literal));
}

function named({ text }: Literal): Literal {
  return { kind: "name", text, values: [], isResult: false };
}

function quotedAndNumbers(passage: string): { at: number; literal: Literal }[] {
  const found: { at: number; literal: Literal }[] = [];
  const bare = passage.replace(patterns.code, (whole) => "`".repeat(whole.length));
  for (const match of bare.matchAll(patterns.quoted)) {
    const before = bare.slice(Math.max(0, match.index - 60), match.index);
    const text = passage.slice(match.index + 1, match.index + match[0].length - 1);
    if (valueCue.test(before) && !/[`]/.test(text))
      found.push({ at: match.index, literal: { kind: "string", text, values: [], isResult: true } });
  }
  const unquoted = bare.replace(patterns.quoted, (whole) => '"'.repeat(whole.length));
  for (const match of unquoted.matchAll(patterns.number)) {
    const literal = ofNumber(match[1] ?? "", unquoted, match.index, match[0].length);
    if (literal !== null) found.push({ at: match.index, literal });
  }
  for (const { at, text, value } of numbersInWords(unquoted)) {
    const literal = ofNumber(String(value), unquoted, at, text.length);
    if (literal !== null) found.push({ at, literal: { ...literal, text } });
  }
  return found;
}

/** Literals as a sentence names them, the first three. */
export function listedLiterals(literals: readonly Literal[]): string {
  const words = literals
    .slice(0, 3)
    .map(({ kind, text }) => (kind === "string" && text.includes(" ") ? `"${text}"` : `\`${text}\``));
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1) ?? ""}`;
}
