import { plainName } from "../change-query.ts";
import { countIdentifiers } from "../split-words.ts";
import type { IndexedFile } from "../target-index.ts";
import { pathMatch } from "./path-signal.ts";
import { rarity, type Signal, scaled } from "./signal.ts";
import { nearEnough, type SoughtCitation } from "./sought-citations.ts";

/** IDs stand more often in tests than in what they test. */
type CitingTests = ReadonlyMap<IndexedFile, readonly SoughtCitation[]>;

/** The file is called like test files that cite entries of the family: `ChannelTests` leads to `Channel`. */
export function testPathSignal(files: readonly IndexedFile[], tests: CitingTests): Signal {
  const words = new Map<string, number>();
  let all = 0;
  for (const [test, citations] of tests) {
    const strength = Math.log1p(citations.reduce((sum, { nearness }) => sum + nearness, 0));
    all += strength;
    for (const word of test.pathWords) words.set(word, (words.get(word) ?? 0) + strength);
  }
  return pathMatch(files, (word) => (all > 0 ? (words.get(word) ?? 0) / all : 0));
}

const linesBefore = 2;
const linesAfter = 25;
const maxCitations = 400;
const maxNames = 60;

/**
 * The file uses names that the tests of near entries use, and other tests and files do not: a bridge from an ID that
 * only tests cite to the source. `allTests` says how common a name is among tests.
 */
export function testNameSignal(
  files: readonly IndexedFile[],
  tests: CitingTests,
  allTests: readonly IndexedFile[],
): Signal {
  const names = bridgingNames(files, tests, allTests);
  const values: Signal = new Map();
  for (const file of files) {
    let sum = 0;
    for (const [name, weight] of names) {
      const count = file.names.get(name) ?? 0;
      sum += (weight * count) / (count + 2);
    }
    values.set(file, sum);
  }
  return scaled(values);
}

function bridgingNames(
  files: readonly IndexedFile[],
  tests: CitingTests,
  allTests: readonly IndexedFile[],
): (readonly [string, number])[] {
  const weights = new Map<string, number>();
  for (const [test, citations] of tests) {
    const lines = test.text.split("\n");
    for (const { line, nearness } of citations.slice(0, maxCitations)) {
      if (nearness < nearEnough) continue;
      const passage = lines.slice(Math.max(0, line - linesBefore), line + linesAfter).join("\n");
      const names = new Set([...countIdentifiers(passage).keys()].map(plainName));
      for (const name of names) if (name.length > 3) weights.set(name, (weights.get(name) ?? 0) + nearness);
    }
  }
  const holders = (among: readonly IndexedFile[], name: string): number =>
    among.reduce((count, file) => count + (file.names.has(name) ? 1 : 0), 0);
  return [...weights]
    .map(([name, weight]) => {
      const inSource = holders(files, name);
      const inTests = holders(allTests, name);
      const value = weight * rarity(files.length, inSource) * rarity(allTests.length, inTests + 1);
      return [name, inSource === 0 ? 0 : value] as const;
    })
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, maxNames);
}
