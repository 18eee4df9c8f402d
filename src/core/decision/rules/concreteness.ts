import type { Passage, Reading } from "../reading.ts";

/** Code spans, quoted strings, numbers; then names written without code marks: constants, calls, options, files, errors. */
const exactThings = new RegExp(
  [
    "`[^`\\n]+`",
    '"[^"\\n]{1,80}"',
    "(?<![\\w'])'[^'\\n]{1,60}'(?!\\w)",
    "(?<![A-Za-z0-9])\\d+(?:[.:]\\d+)*(?![A-Za-z0-9])",
    "\\b[A-Za-z][A-Za-z0-9]*(?:_[A-Za-z0-9]+)+\\b",
    "\\b[a-z]+(?:[A-Z][a-z0-9]+)+\\b",
    "\\b[A-Za-z][A-Za-z0-9]*(?:Error|Exception)\\b",
    "\\b\\w+\\([^()\\n]{0,80}\\)",
    "(?<!\\w)--[a-z][a-z-]+",
    "\\b[\\w-]+\\.(?:ya?ml|json|md|xml|toml|csv|sql|txt|html|css|ts|js|py|sh)\\b",
  ].join("|"),
  "g",
);
/** Numbers that only count or name: list markers, IDs, titles, priorities. They make nothing exact. */
const markers = [
  /^[ \t#>*-]{0,80}\d{1,3}[.)]\s/gm,
  /`?\(?\b[A-Z]{1,6}(?:-[A-Z]{1,12}){0,4}-?\d[a-z0-9.]{0,20}\b\)?`?/g,
  /\b(?:Requirement|User Story|Story|REQ|Scenario)[ -]?\d{1,6}(?:\.\d{1,6}){0,8}/g,
];
const links = /\[`?([^\]`\n]{0,200})`?\]\([^()\n]{0,1000}\)/g;
const perPoint = 12;

/**
 * 0 to 1: how much of the change is exact. Code spans, quoted strings, numbers, constants and other names of code count;
 * one for every twelve words is as exact as specs get.
 */
export function concreteness(reading: Reading): number {
  const known = measured.get(reading);
  if (known !== undefined) return known;
  const share = exactShare(reading);
  measured.set(reading, share);
  return share;
}

/** Every criterion asks for it. */
const measured = new WeakMap<Reading, number>();

function exactShare(reading: Reading): number {
  let exact = 0;
  let words = 0;
  for (const passage of reading.fresh) {
    exact += exactIn(passage);
    words += passage.bare.split(" ").length;
  }
  return words === 0 ? 0 : Math.min(1, (exact * perPoint) / words);
}

/** How many exact things a passage names. */
export function exactIn(passage: Passage): number {
  if (passage.inFence) return 2;
  const text = [...markers, links].reduce((rest, each) => rest.replace(each, " "), passage.span.quote);
  return (text.match(exactThings) ?? []).reduce((sum, thing) => sum + (/^\d/.test(thing) ? 0.5 : 1), 0);
}
