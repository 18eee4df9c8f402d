import { failing } from "./failure-words.ts";
import { isAnswered } from "./http-status.ts";
import type { Literal } from "./literals.ts";
import { unitOf } from "./units.ts";

/** `2.` and `**1.1**` in front of a rule are its number. */
function isLabel(before: string, after: string): boolean {
  return (
    (/^[(\s]*$/.test(before) && /^[.)]/.test(after)) ||
    (/^[\s([*_]{1,6}$/.test(before) && /^[.:)\]]{0,2}(?:\*\*|__)/.test(after))
  );
}

function isAmount(written: string, before: string, after: string): boolean {
  return (
    /^\d[\d, _]*\.\d\d$/.test(written) ||
    /[€$£]\s?$|\b(?:EUR|USD|GBP|CHF)\s?$/.test(before) ||
    /^(?:EUR|USD|GBP|CHF|euros?|dollars?|pounds?|[€$£])(?![a-z])/i.test(after)
  );
}

/** 25 per cent more or less are 1.25 and 0.75 of it. */
function sharesOf(value: number, after: string): readonly number[] {
  if (!/^(?:%|per\s?cent\b)/i.test(after)) return [];
  return [1 + value / 100, 1 - value / 100, 100 + value, 100 - value];
}

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** "The 61st is refused" draws a limit of 60. */
function limitBefore(value: number, written: string, passage: string): readonly number[] {
  const isPassed =
    failing.test(passage) || /\b(?:evict|remov|dropp|discard|delet|ignor|end)ed\b/.test(passage);
  return value > 2 && isPassed && /(?:st|nd|rd|th)$/.test(written) ? [value - 1] : [];
}

/** A number of a passage with what it may be in code: in other units, as a share, as the limit that it is past; null: it is no value. */
export function ofNumber(written: string, passage: string, at: number, length: number): Literal | null {
  const before = passage.slice(Math.max(0, at - 40), at);
  const after = passage
    .slice(at + length, at + length + 40)
    .replace(/^[\s-]+/, "")
    // "between 10 and 500 euros": both are of that unit.
    .replace(/^(?:and|to|or|–|through)\s{0,3}\d[\d,_.]{0,9}\s{0,3}(?=[a-z€$£%])/i, "");
  if (
    /\b(?:RFC|ISO|section|chapter|figure|table|appendix|version|v|SHA|UTF|HTTP|TLS|IPv|FR|draft|step|part|since)[\s.-]{0,20}$/i.test(
      before,
    )
  )
    return null;
  if (at < 40 && isLabel(before, after)) return null;
  const value = Number(written.replace(/[, _](?=\d{3})/g, ""));
  // `2.50` of a currency is kept in hundredths more often than not.
  const unit = unitOf(after);
  const factors = [...(unit?.factors ?? []), ...(isAmount(written, before, after) ? [100] : [])];
  if (!Number.isFinite(value) || ((value === 0 || value === 1) && factors.length === 0)) return null;
  const values = [
    value,
    ...limitBefore(value, passage.slice(at, at + length), passage),
    ...[...factors.map((factor) => value * factor), ...sharesOf(value, after)].map(rounded),
  ];
  const isResult =
    /\b(?:codes?|errors?)(?:\s{1,9}codes?)?[\s:]{0,20}$/i.test(before) || isAnswered(value, before);
  const larger = (unit?.larger ?? [])
    .filter(([size]) => value % size === 0)
    .map(([size, name]) => ({ value: value / size, unit: name }));
  return {
    ...{ kind: "number", text: written, values, larger, isResult },
    ...(unit?.time === undefined ? {} : { unit: unit.time }),
  };
}

const small =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const tens = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const sizes: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000 };

const below = `(?:${small.slice(1).join("|")}|${tens.join("|")})`;
/** `ninety`, `twenty-four`, `two hundred`, `a thousand`, `one hundred and fifty`. */
const inWords = new RegExp(
  `\\b(?:(?:an?|${below}(?:-${below})?)\\s(?:hundred|thousand|million)(?:\\sand\\s${below}(?:-${below})?)?|${below}(?:-${below})?)(?![\\w-])`,
  "gi",
);
const counted =
  /^\s+(?:(?:more|full|whole|consecutive|failed|unsuccessful|calendar)\s+)?(?:times|attempts|tries|retries|seconds?|minutes?|hours?|days?|weeks?|milliseconds?|characters|bytes|digits|cents?|euros|dollars|pounds|per\s?cent|corners)\b/i;

interface NumberInWords {
  readonly at: number;
  readonly text: string;
  readonly value: number;
}

/**
 * Numbers written in words that fix something: those above twelve, and smaller ones before a unit or tries. "One of two
 * kinds" fixes nothing. Linear.
 */
export function numbersInWords(passage: string): readonly NumberInWords[] {
  return [...passage.matchAll(inWords)].flatMap((match) => {
    const [text] = match;
    const value = valueOf(text);
    const after = passage.slice(match.index + text.length, match.index + text.length + 40);
    const isPart = /-$/.test(passage.slice(0, match.index)) || (/^(?:one|an?)\b/i.test(text) && value === 1);
    return isPart || (value <= 12 && !counted.test(after)) ? [] : [{ at: match.index, text, value }];
  });
}

function valueOf(text: string): number {
  let [whole, part] = [0, 0];
  for (const word of text.toLowerCase().split(/[\s-]+/)) {
    const size = sizes[word];
    if (size !== undefined) [whole, part] = [whole + (part === 0 ? 1 : part) * size, 0];
    else if (tens.includes(word)) part += (tens.indexOf(word) + 2) * 10;
    else part += Math.max(0, small.indexOf(word));
  }
  return whole + part;
}
