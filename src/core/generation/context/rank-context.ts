import type { SourceFile } from "../../spec/entry.ts";
import { changeQuery } from "./change-query.ts";
import type { ChangedEntry, ChangeQuery } from "./change-query.ts";
import { fitBudget } from "./fit-budget.ts";
import type { LineRange } from "./fit-budget.ts";
import {
  fileGraph,
  idSignals,
  nameSignals,
  neighbourSignal,
  pathSignal,
  scaled,
  sizeSignal,
  textSignal,
} from "./signals.ts";
import type { Signals, SignalValues } from "./signals.ts";
import { splitWords } from "./split-words.ts";
import { indexTarget } from "./target-index.ts";
import type { IndexedFile } from "./target-index.ts";

export interface ContextRequest {
  readonly files: readonly SourceFile[];
  readonly entries: readonly ChangedEntry[];
  /** Tokens. */
  readonly budget: number;
}

/** A file that a writer of the change is shown. */
export interface ContextFile {
  readonly path: string;
  /** Estimated tokens of what is shown. */
  readonly tokens: number;
  readonly why: string;
  /** Lines shown of a file too large for its share of the budget; null: the whole file. */
  readonly lines: readonly LineRange[] | null;
}

/** How much each signal counts. Few and rounded on purpose: they must hold for targets never measured. */
const weights: Signals = {
  cites: 0.5,
  citesNear: 1,
  citesFamily: 0.5,
  nearCitation: 1.2,
  text: 3,
  names: 1.5,
  declares: 0.3,
  path: 1.2,
  size: 0.5,
  neighbours: 2,
  tests: 0.2,
  twin: 0.4,
};

export type Scored = { readonly file: IndexedFile; readonly signals: Signals; readonly score: number };

/** The files of a target that a change of these entries touches or needs, best first, within the budget. */
export function rankContext({ files, entries, budget }: ContextRequest): ContextFile[] {
  const index = indexTarget(files);
  const query = changeQuery(entries);
  const ranked = scoreFiles(index, query);
  const shown: ContextFile[] = [];
  let left = budget;
  for (const { file, signals } of ranked) {
    const portion = fitBudget(file.text, left, lineWeight(query));
    if (!portion) continue;
    left -= portion.tokens;
    shown.push({ path: file.path, tokens: portion.tokens, why: explain(signals), lines: portion.lines });
  }
  return shown;
}

function lineWeight(query: ChangeQuery): (line: string) => number {
  return (line) => {
    let weight = 0;
    for (const word of new Set(splitWords(line))) weight += query.words.get(word) ?? 0;
    for (const { id, weight: sought } of query.ids) if (line.includes(id)) weight += 10 * sought;
    return weight;
  };
}

/** Signals of every source file, and their weighted sum, best first. */
export function scoreFiles(index: readonly IndexedFile[], query: ChangeQuery): Scored[] {
  const sources = index.filter(({ role }) => role === "source" || role === "example");
  const tests = index.filter(({ role }) => role === "test");
  const values = signalValues(sources, tests, query);
  const scored = sources.map((file) => {
    const signals = Object.fromEntries(
      Object.entries(values).map(([name, of]) => [name, of.get(file) ?? 0]),
    ) as unknown as Signals;
    const sum = Object.entries(weights).reduce(
      (total, [name, weight]) => total + weight * signals[name as keyof Signals],
      0,
    );
    return { file, signals, score: file.role === "example" ? sum * 0.4 : sum };
  });
  return scored.sort((a, b) => b.score - a.score || (a.file.path < b.file.path ? -1 : 1));
}

function signalValues(
  sources: readonly IndexedFile[],
  tests: readonly IndexedFile[],
  query: ChangeQuery,
): SignalValues {
  const ids = idSignals(sources, query);
  const names = nameSignals(sources, query);
  const text = textSignal(sources, query);
  const path = pathSignal(sources, query);
  const base = { ...ids, ...names, text, path, size: sizeSignal(sources) };
  const strength = scaled(
    new Map(
      sources.map((file) => [
        file,
        2 * (text.get(file) ?? 0) +
          (ids.citesNear.get(file) ?? 0) +
          (ids.cites.get(file) ?? 0) +
          (names.names.get(file) ?? 0) +
          (path.get(file) ?? 0),
      ]),
    ),
  );
  const graph = fileGraph([...sources, ...tests]);
  const testIds = idSignals(tests, query);
  const testText = textSignal(tests, query);
  const testStrength = scaled(
    new Map(
      tests.map((file) => [
        file,
        2 * (testIds.cites.get(file) ?? 0) + (testIds.citesNear.get(file) ?? 0) + (testText.get(file) ?? 0),
      ]),
    ),
  );
  return {
    ...base,
    neighbours: neighbourSignal(graph, strength),
    tests: neighbourSignal(graph, testStrength),
    twin: twinSignal(sources, strength),
  };
}

function twinSignal(
  files: readonly IndexedFile[],
  strength: Map<IndexedFile, number>,
): Map<IndexedFile, number> {
  const byStem = new Map<string, IndexedFile[]>();
  for (const file of files) byStem.set(twinKey(file.stem), [...(byStem.get(twinKey(file.stem)) ?? []), file]);
  const values = new Map<IndexedFile, number>();
  for (const twins of byStem.values()) {
    for (const file of twins) {
      const others = twins.filter((other) => other !== file).map((other) => strength.get(other) ?? 0);
      if (others.length > 0) values.set(file, Math.max(...others));
    }
  }
  return values;
}

/** `DefaultMessages` and `InternalMessages` are twins of `Messages`. */
function twinKey(stem: string): string {
  return stem
    .replace(/^(?:Default|Internal|Public|Abstract|Base|I(?=[A-Z][a-z]))+/, "")
    .replace(/(?:Impl|Base|Protocol)$/, "")
    .toLowerCase();
}

const reasons: { readonly [K in keyof Signals]: string } = {
  cites: "cites a changed entry",
  citesNear: "cites its parent, siblings or references",
  citesFamily: "cites entries of its family",
  nearCitation: "its words stand near such a citation",
  text: "shares its words",
  names: "uses names that it gives",
  declares: "declares a type that it names",
  path: "the file name shares its words",
  size: "large",
  neighbours: "used with the files above",
  tests: "reached by tests that match",
  twin: "twin of a file that matches",
};

/** The first three reasons that hold, the most telling first: a citation says more than shared words. */
function explain(signals: Signals): string {
  const holding = Object.entries(reasons)
    .filter(([name]) => signals[name as keyof Signals] > 0.2)
    .map(([, reason]) => reason);
  return holding.length === 0 ? "nothing strong speaks for it" : holding.slice(0, 3).join("; ");
}
