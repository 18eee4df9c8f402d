import { failing } from "./failure-words.ts";
import { isAnswered } from "./http-status.ts";
import type { Literal } from "./literals.ts";
import { largerUnits, timeUnits, valueUnits } from "./units.ts";

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
  const factors = [
    ...(valueUnits.find(([unit]) => unit.test(after))?.[1] ?? []),
    ...(isAmount(written, before, after) ? [100] : []),
  ];
  if (!Number.isFinite(value) || ((value === 0 || value === 1) && factors.length === 0)) return null;
  const values = [
    value,
    ...limitBefore(value, passage.slice(at, at + length), passage),
    ...[...factors.map((factor) => value * factor), ...sharesOf(value, after)].map(rounded),
  ];
  const isResult =
    /\b(?:codes?|errors?)(?:\s{1,9}codes?)?[\s:]{0,20}$/i.test(before) || isAnswered(value, before);
  const bigger = (largerUnits.find(([unit]) => unit.test(after))?.[1] ?? [])
    .filter(([size]) => value % size === 0)
    .map(([size, unit]) => ({ value: value / size, unit }));
  const unit = timeUnits.find(([name]) => name.test(after))?.[1];
  return {
    ...{ kind: "number", text: written, values, larger: bigger, isResult },
    ...(unit === undefined ? {} : { unit }),
  };
}
