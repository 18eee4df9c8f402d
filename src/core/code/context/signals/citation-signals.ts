import type { ChangeQuery } from "../change-query.ts";
import { splitWords } from "../split-words.ts";
import type { IndexedFile } from "../target-index.ts";
import { termRarity } from "./bm25.ts";
import { type Signal, scaled } from "./signal.ts";
import { nearEnough, type SoughtCitation } from "./sought-citations.ts";

interface CitationSignals {
  /** Cites a changed entry's ID. */
  readonly cites: Signal;
  /** Cites its parent, siblings, children or references. */
  readonly citesNear: Signal;
  /** Words of the change stand near such citations. */
  readonly nearCitation: Signal;
}

/** What the IDs in a file's code say about it. */
export function citationSignals(
  cited: ReadonlyMap<IndexedFile, readonly SoughtCitation[]>,
  files: readonly IndexedFile[],
  query: ChangeQuery,
): CitationSignals {
  const cites: Signal = new Map();
  const citesNear: Signal = new Map();
  const nearCitation: Signal = new Map();
  const texts = files.map(({ words, wordCount }) => ({ terms: words, length: wordCount }));
  const rare = termRarity(texts, query.words);
  for (const file of files) {
    const found = cited.get(file);
    if (!found) continue;
    const nearness = [...new Map(found.map((citation) => [citation.id, citation.nearness])).values()];
    const exact = nearness.filter((value) => value === 1).length;
    const near = nearness.filter((value) => value < 1 && value >= nearEnough);
    if (exact > 0) cites.set(file, Math.log1p(exact));
    if (near.length > 0) citesNear.set(file, Math.log1p(near.reduce((sum, value) => sum + value, 0)));
    nearCitation.set(file, wordsNear(file, found, query.words, rare));
  }
  return { cites: scaled(cites), citesNear: scaled(citesNear), nearCitation: scaled(nearCitation) };
}

const linesBefore = 6;
const linesAfter = 14;
const maxCitations = 400;

/** The best passage around a citation: rare words of the change in it, more so the nearer the cited ID is. */
function wordsNear(
  file: IndexedFile,
  found: readonly SoughtCitation[],
  words: ReadonlyMap<string, number>,
  rare: ReadonlyMap<string, number>,
): number {
  const lines = file.text.split("\n");
  let best = 0;
  for (const { line, nearness } of found.slice(0, maxCitations)) {
    const passage = lines.slice(Math.max(0, line - linesBefore), line + linesAfter).join("\n");
    const seen = new Set(splitWords(passage));
    let sum = 0;
    for (const [word, weight] of words) if (seen.has(word)) sum += weight * (rare.get(word) ?? 0);
    best = Math.max(best, sum * (0.4 + nearness));
  }
  return best;
}
