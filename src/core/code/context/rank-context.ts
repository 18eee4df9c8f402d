import type { SourceFile } from "../../entries/entry.ts";
import { changeQuery } from "./change-query.ts";
import type { ChangedEntry, ChangeQuery } from "./change-query.ts";
import type { LineRange } from "./excerpt.ts";
import { fitBudget, type Shares } from "./fit-budget.ts";
import { scoreFiles, type SignalName, type SignalValues } from "./score-files.ts";
import { likelyLines, likelyNames, type LikelyNames } from "./likely-names.ts";
import { scoreTests } from "./score-tests.ts";
import { splitWords } from "./split-words.ts";
import { type IndexedFile, indexTarget } from "./target-index.ts";

interface ContextRequest {
  readonly files: readonly SourceFile[];
  readonly entries: readonly ChangedEntry[];
  /** Tokens. */
  readonly budget: number;
}

/** A file that a writer of the change is shown. */
export interface RankedFile {
  readonly path: string;
  /** Estimated tokens of what is shown. */
  readonly tokens: number;
  readonly why: string;
  /** Lines shown of a file too large for its share of the budget; null: the whole file. */
  readonly lines: readonly LineRange[] | null;
}

/** Tokens: what an engineer would open, not what a model could hold. */
export const maxContext = 20_000;
/** Part of it for tests, and how many files are shown at most. */
const testShare = 0.35;
const maxSources = 22;
const maxTests = 20;
/** The sources that are likely to be changed are shown whole where they fit; of tests, many matter. */
const sourceShares: Shares = { count: 4, first: 2 / 5, other: 1 / 14, keptForEach: 90, outlinesFrom: 10 };
const testShares: Shares = { count: 4, first: 1 / 3, other: 1 / 10, keptForEach: 50, outlinesFrom: 7 };

/**
 * The files of a target that a change of these entries touches or needs, best first, within the budget and never more than
 * `mostContext`: sources, then the tests that belong to them. No file that only re-exports others, and none for which
 * nothing speaks.
 */
export function rankContext({ files, entries, budget }: ContextRequest): RankedFile[] {
  const index = indexTarget(files).filter(({ text }) => !isBarrel(text));
  const query = changeQuery(entries);
  const scored = scoreFiles(index, query);
  const likely = likelyNames(query, scored);
  const tests = scoreTests(index, query, scored).slice(0, maxTests);
  const sources = scored.slice(0, maxSources).flatMap(({ file, signals }) => {
    const why = explain(signals);
    return why === null ? [] : [{ file, why }];
  });
  const most = Math.min(budget, maxContext);
  const kept = tests.length > 0 ? Math.floor(most * testShare) : 0;
  return [
    ...fitted(sources, { budget: most - kept, shares: sourceShares }, query, likely),
    ...fitted(tests, { budget: kept, shares: testShares }, query, likely),
  ];
}

function fitted(
  ranked: readonly { readonly file: IndexedFile; readonly why: string }[],
  { budget, shares }: { readonly budget: number; readonly shares: Shares },
  query: ChangeQuery,
  likely: LikelyNames,
): RankedFile[] {
  const shown: RankedFile[] = [];
  let left = budget;
  for (const [at, { file, why }] of ranked.entries()) {
    const portion = fitBudget(
      file.text,
      { left, rank: shown.length, shares, toCome: ranked.length - at - 1 },
      lineWeight(file, query, likely),
      file.role === "test" ? headOf(file.text) : 0,
    );
    if (!portion) continue;
    left -= portion.tokens;
    shown.push({ path: file.path, tokens: portion.tokens, why, lines: portion.lines });
  }
  return shown;
}

const maxHead = 40;
const beginsTest =
  /^(?:(?:RSpec\.)?(?:describe|context|test|it|suite)\b[ (.]|@Test|@Suite|#\[test\]|\[Fact\]|\[Test|(?:async )?def test|func Test)/;

/** Lines before the first test: imports, mocks and helpers, which each new test there needs. */
function headOf(text: string): number {
  const lines = text.split("\n").slice(0, maxHead);
  const first = lines.findIndex((line) => beginsTest.test(line.trimStart()));
  return first < 0 ? lines.length : first;
}

/** Whether a file does nothing but hand on what others export. */
function isBarrel(text: string): boolean {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !comments.some((mark) => line.startsWith(mark)));
  return lines.some((line) => line.includes("from ")) && lines.every(handsOn);
}

const comments = ["//", "/*", "*", "#"];
const beginnings = [
  "export *",
  "export {",
  "export type {",
  "import ",
  "from ",
  "__all__",
  "}",
  "]",
  ")",
  '"',
  "'",
];

function handsOn(line: string): boolean {
  if (beginnings.some((beginning) => line.startsWith(beginning))) return true;
  const words = line.replace(",", "").split(" ");
  return words.length <= 4 && words.every((word) => /^\w+$/.test(word));
}

/** What a line counts more that names what is likely to change, or expects it exactly: a changed signature breaks it. */
const likelyWeights = { names: 3, expects: 6, declares: 8, type: 5 };
const numberWeight = 6;

function lineWeight(
  { text }: IndexedFile,
  query: ChangeQuery,
  likely: LikelyNames,
): (line: string, index: number) => number {
  const lines = likelyLines(text, likely);
  return (line, index) => {
    const kind = lines.get(index);
    let weight = kind === undefined ? 0 : likelyWeights[kind];
    for (const word of new Set(splitWords(line))) weight += query.words.get(word) ?? 0;
    for (const { id, weight: sought } of query.ids) if (line.includes(id)) weight += 10 * sought;
    for (const number of query.numbers) if (holdsNumber(line, number)) weight += numberWeight;
    return weight;
  };
}

/** Digits by themselves, as a constant has them: no part of a longer number. */
function holdsNumber(line: string, number: string): boolean {
  const at = line.indexOf(number);
  return at >= 0 && !/[\w.]/.test(line[at - 1] ?? "") && !/\w/.test(line[at + number.length] ?? "");
}

const reasons: Readonly<Record<SignalName, string>> = {
  cites: "cites a changed entry",
  citesNear: "cites its parent, siblings or references",
  nearCitation: "its words stand near such a citation",
  namesWithin: "uses names that it gives",
  declares: "declares a type that its parent names",
  phrases: "shares its phrases",
  text: "shares its words",
  bestEntry: "its code shares one entry's words",
  newWords: "its code has words that are new",
  filePhrase: "called as its text says",
  testNames: "uses names of the tests that cite its family",
  testPath: "called like the tests that cite its family",
  twin: "twin of a file that matches",
  neighbours: "used with the files above",
};

/** The first three reasons that hold, the most telling first: a citation says more than shared words. Null: none does. */
function explain(signals: SignalValues): string | null {
  const names = Object.keys(reasons) as SignalName[];
  const holding = names.filter((name) => signals[name] > 0.2).map((name) => reasons[name]);
  return holding.length === 0 ? null : holding.slice(0, 3).join("; ");
}
