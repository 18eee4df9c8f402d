import type { ChangeQuery } from "./change-query.ts";
import type { ScoredFile } from "./score-files.ts";
import { citationSignals } from "./signals/citation-signals.ts";
import { containedNameSignal } from "./signals/contained-name-signal.ts";
import { type FileGraph, fileGraph } from "./signals/file-graph.ts";
import { filePhraseSignal } from "./signals/file-phrase-signal.ts";
import { phraseSignal } from "./signals/phrase-signal.ts";
import { type Signal, scaled } from "./signals/signal.ts";
import { soughtCitations } from "./signals/sought-citations.ts";
import { textSignal } from "./signals/text-signal.ts";
import type { IndexedFile } from "./target-index.ts";

interface ScoredTest {
  readonly file: IndexedFile;
  readonly why: string;
}

/** How much each signal counts. Few and rounded on purpose, as for sources. */
const weights = {
  cites: 2,
  citesNear: 0.5,
  nearCitation: 0.5,
  text: 1,
  phrases: 1,
  namesWithin: 1,
  filePhrase: 0.5,
  namedAlike: 0.5,
  uses: 0.5,
};

type TestSignal = keyof typeof weights;

const reasons: Readonly<Record<TestSignal, string>> = {
  cites: "test that cites a changed entry",
  citesNear: "test that cites entries of its family",
  nearCitation: "test that cites entries of its family",
  namedAlike: "test called like a file above",
  uses: "test or helper that uses the files above",
  namesWithin: "test that uses names it gives",
  phrases: "test that shares its phrases",
  text: "test that shares its words",
  filePhrase: "test called as its text says",
};

/**
 * Tests, and what helps them, for a change of these entries: by what they cite and say, and by the sources that are likely
 * to change, whose names they bear and which they use. Best first.
 */
export function scoreTests(
  index: readonly IndexedFile[],
  query: ChangeQuery,
  sources: readonly ScoredFile[],
): ScoredTest[] {
  const tests = index.filter(({ role }) => role === "test");
  const strength = strengthOf(sources);
  const signals: Record<TestSignal, Signal> = {
    ...citationSignals(soughtCitations(tests, query), tests, query),
    text: textSignal(tests, query),
    phrases: phraseSignal(tests, query),
    namesWithin: containedNameSignal(tests, query),
    filePhrase: filePhraseSignal(tests, query),
    namedAlike: namedAlike(tests, strength),
    uses: usesOf(tests, fileGraph(index), strength),
  };
  const names = Object.keys(reasons) as TestSignal[];
  return tests
    .map((file) => {
      const value = (name: TestSignal): number => signals[name].get(file) ?? 0;
      const score = names.reduce((sum, name) => sum + weights[name] * value(name), 0);
      const why = names.find((name) => value(name) > 0.2) ?? "text";
      return { file, score, why: reasons[why] };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.file.path < b.file.path ? -1 : 1))
    .map(({ file, why }) => ({ file, why }));
}

/** Sources by how strongly they speak, the strongest 1. */
function strengthOf(sources: readonly ScoredFile[]): Signal {
  const best = sources[0]?.score ?? 0;
  return new Map(best === 0 ? [] : sources.map(({ file, score }) => [file, score / best]));
}

const likely = 20;
const shortest = 5;

/** `channel_test`, `ChannelTests`, `ChannelAttachTest` are named after `Channel`. */
function namedAlike(tests: readonly IndexedFile[], strength: Signal): Signal {
  const named = [...strength]
    .slice(0, likely)
    .map(([file, value]) => [plainStem(file), value] as const)
    .filter(([name]) => name.length >= shortest - 1);
  const values: Signal = new Map();
  for (const test of tests) {
    const own = plainStem(test);
    if (own.length < shortest - 1) continue;
    const match = named.map(([name, value]) => {
      if (name === own) return value;
      const isPart = own.length >= shortest && name.length >= shortest;
      return isPart && (own.includes(name) || name.includes(own)) ? 0.6 * value : 0;
    });
    values.set(test, Math.max(0, ...match));
  }
  return scaled(values);
}

function plainStem({ stem }: IndexedFile): string {
  return stem
    .toLowerCase()
    .replace(/(?:tests?|specs?|integration)$/, "")
    .replace(/^(?:test_?|default|internal|mock)/, "")
    .replace(/[._-]/g, "");
}

/** How much a test deals with strong sources: it imports them or names their types. */
function usesOf(tests: readonly IndexedFile[], graph: FileGraph, strength: Signal): Signal {
  const values: Signal = new Map();
  for (const test of tests) {
    let sum = 0;
    let all = 0;
    for (const [other, weight] of graph.get(test) ?? []) {
      if (other.role === "test") continue;
      sum += weight * (strength.get(other) ?? 0) ** 2;
      all += weight;
    }
    values.set(test, sum / Math.sqrt(all + 5));
  }
  return scaled(values);
}
