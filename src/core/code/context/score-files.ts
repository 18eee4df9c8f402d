import type { ChangeQuery } from "./change-query.ts";
import { citationSignals } from "./signals/citation-signals.ts";
import { containedNameSignal } from "./signals/contained-name-signal.ts";
import { declaredTypeSignal } from "./signals/declared-type-signal.ts";
import { bestEntrySignal, newWordSignal } from "./signals/entry-signals.ts";
import { filePhraseSignal } from "./signals/file-phrase-signal.ts";
import { fileGraph } from "./signals/file-graph.ts";
import { neighbourSignal } from "./signals/neighbour-signal.ts";
import { phraseSignal } from "./signals/phrase-signal.ts";
import { type Signal, scaled } from "./signals/signal.ts";
import { soughtCitations } from "./signals/sought-citations.ts";
import { testNameSignal, testPathSignal } from "./signals/test-signals.ts";
import { textSignal } from "./signals/text-signal.ts";
import { twinSignal } from "./signals/twin-signal.ts";
import type { IndexedFile } from "./target-index.ts";

/**
 * How much each signal counts, the most telling first. Few and rounded on purpose: they must hold for targets never
 * measured (docs/adr/0012).
 */
const weights = {
  cites: 0.25,
  citesNear: 0.5,
  nearCitation: 0.5,
  namesWithin: 1,
  declares: 0.5,
  filePhrase: 1,
  phrases: 0.5,
  bestEntry: 1.5,
  newWords: 1,
  text: 0.5,
  testNames: 0.25,
  testPath: 0.25,
  twin: 0.25,
  neighbours: 0.75,
};

export type SignalName = keyof typeof weights;

/** Everything that speaks for a file, each between 0 and 1. */
export type SignalValues = Readonly<Record<SignalName, number>>;

export interface ScoredFile {
  readonly file: IndexedFile;
  readonly signals: SignalValues;
  readonly score: number;
}

/** An example shows the code that is to be written, and is seldom what is edited. */
const exampleShare = 0.4;

/** Signals of every source file and example, and their weighted sum, best first. */
export function scoreFiles(index: readonly IndexedFile[], query: ChangeQuery): ScoredFile[] {
  const sources = index.filter(({ role }) => role !== "test");
  const tests = index.filter(({ role }) => role === "test");
  const signals = Object.entries(allSignals(sources, tests, query)) as [SignalName, Signal][];
  const scored = sources.map((file): ScoredFile => {
    const values = signals.map(([name, of]) => [name, of.get(file) ?? 0] as const);
    const sum = values.reduce((total, [name, value]) => total + weights[name] * value, 0);
    return {
      file,
      signals: Object.fromEntries(values) as SignalValues,
      score: file.role === "example" ? sum * exampleShare : sum,
    };
  });
  return scored.sort((a, b) => b.score - a.score || (a.file.path < b.file.path ? -1 : 1));
}

function allSignals(
  sources: readonly IndexedFile[],
  tests: readonly IndexedFile[],
  query: ChangeQuery,
): Record<SignalName, Signal> {
  const own = {
    ...citationSignals(soughtCitations(sources, query), sources, query),
    namesWithin: containedNameSignal(sources, query),
    filePhrase: filePhraseSignal(sources, query),
    bestEntry: bestEntrySignal(sources, query),
    text: textSignal(sources, query),
  };
  const citingTests = soughtCitations(tests, query);
  const strength = ownStrength(sources, own);
  return {
    ...own,
    declares: declaredTypeSignal(sources, query),
    phrases: phraseSignal(sources, query),
    newWords: newWordSignal(sources, query),
    testNames: testNameSignal(sources, citingTests, tests),
    testPath: testPathSignal(sources, citingTests),
    twin: twinSignal(sources, strength),
    neighbours: neighbourSignal(fileGraph([...sources, ...tests]), strength),
  };
}

/** What a file has by itself, before its neighbours are looked at. */
function ownStrength(files: readonly IndexedFile[], own: Partial<Record<SignalName, Signal>>): Signal {
  const sum = (file: IndexedFile): number =>
    strengths.reduce((total, [name, weight]) => total + weight * (own[name]?.get(file) ?? 0), 0);
  return scaled(new Map(files.map((file) => [file, sum(file)])));
}

const strengths = [
  ["bestEntry", 2],
  ["text", 1],
  ["citesNear", 1],
  ["cites", 1],
  ["namesWithin", 1],
  ["filePhrase", 0.5],
] as const satisfies readonly (readonly [SignalName, number])[];
