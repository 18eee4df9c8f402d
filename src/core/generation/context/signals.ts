import type { ChangeQuery } from "./change-query.ts";
import { citationFinder, idNearness, idSegments } from "./cited-ids.ts";
import { splitWords, stopWords } from "./split-words.ts";
import { fileStem } from "./target-index.ts";
import type { IndexedFile } from "./target-index.ts";

/** Everything that speaks for a file, each between 0 and 1 within one target. */
export interface Signals {
  /** Cites a changed entry's ID. */
  cites: number;
  /** Cites its parent, siblings, children or references. */
  citesNear: number;
  /** Cites other entries of its family. */
  citesFamily: number;
  /** Words of the change stand near such citations. */
  nearCitation: number;
  /** BM25 of the change's words. */
  text: number;
  /** Rare names of the change, in code spans or written like identifiers. */
  names: number;
  /** Declares a type that the change names. */
  declares: number;
  /** Words of the change in the file's own name. */
  path: number;
  size: number;
  /** Joined to strong files by imports and type names. */
  neighbours: number;
  /** Tests that cite or match reach it. */
  tests: number;
  /** The other half of a header and its implementation. */
  twin: number;
}

type Values = Map<IndexedFile, number>;

export function idSignals(
  files: readonly IndexedFile[],
  query: ChangeQuery,
): Pick<SignalValues, "cites" | "citesNear" | "citesFamily" | "nearCitation"> {
  const cites: Values = new Map();
  const citesNear: Values = new Map();
  const citesFamily: Values = new Map();
  const nearCitation: Values = new Map();
  const find = citationFinder(query.ids.map(({ id }) => id));
  const nearnessOf = new Map<string, number>();
  const nearness = (id: string): number => {
    let known = nearnessOf.get(id);
    if (known === undefined) {
      const segments = idSegments(id);
      known = Math.max(
        ...query.ids.map((sought) => sought.weight * idNearness(sought.segments, segments)),
        0,
      );
      nearnessOf.set(id, known);
    }
    return known;
  };
  const idf = wordRarity(files, query.words);
  for (const file of files) {
    const found = find(file.text);
    if (found.length === 0) continue;
    const distinct = new Map<string, number>();
    for (const { id } of found) distinct.set(id, nearness(id));
    let exact = 0;
    let near = 0;
    let family = 0;
    for (const value of distinct.values()) {
      if (value === 1) exact++;
      else if (value >= 0.3) near += value;
      else family += value;
    }
    if (exact > 0) cites.set(file, Math.log1p(exact));
    if (near > 0) citesNear.set(file, Math.log1p(near));
    if (family > 0) citesFamily.set(file, Math.log1p(family));
    nearCitation.set(file, wordsNear(file, found, nearness, query.words, idf));
  }
  return {
    cites: scaled(cites),
    citesNear: scaled(citesNear),
    citesFamily: scaled(citesFamily),
    nearCitation: scaled(nearCitation),
  };
}

export type SignalValues = { [K in keyof Signals]: Values };

function wordsNear(
  file: IndexedFile,
  found: readonly { id: string; line: number }[],
  nearness: (id: string) => number,
  words: ReadonlyMap<string, number>,
  idf: ReadonlyMap<string, number>,
): number {
  const lines = file.text.split("\n");
  let best = 0;
  for (const { id, line } of found.slice(0, 400)) {
    const near = nearness(id);
    const seen = new Set(splitWords(lines.slice(Math.max(0, line - 6), line + 14).join("\n")));
    let sum = 0;
    for (const [word, weight] of words) if (seen.has(word)) sum += weight * (idf.get(word) ?? 0);
    best = Math.max(best, sum * (0.4 + near));
  }
  return best;
}

export function wordRarity(
  files: readonly IndexedFile[],
  words: ReadonlyMap<string, number>,
): Map<string, number> {
  const rarity = new Map<string, number>();
  for (const word of words.keys()) {
    let holders = 0;
    for (const file of files) if (file.words.has(word)) holders++;
    if (holders > 0) rarity.set(word, Math.log(1 + (files.length - holders + 0.5) / (holders + 0.5)));
  }
  return rarity;
}

/** BM25 with the file name's words counted thrice. Length counts mildly: what is edited is large more often than not. */
export function textSignal(files: readonly IndexedFile[], query: ChangeQuery, k1 = 1.5, b = 0.3): Values {
  const idf = wordRarity(files, query.words);
  const mean = files.reduce((sum, file) => sum + file.wordCount, 0) / Math.max(1, files.length);
  const values: Values = new Map();
  for (const file of files) {
    let score = 0;
    const norm = k1 * (1 - b + (b * file.wordCount) / Math.max(1, mean));
    for (const [word, weight] of query.words) {
      const count = (file.words.get(word) ?? 0) + (file.pathWords.has(word) ? 3 : 0);
      if (count > 0) score += weight * (idf.get(word) ?? 0) * ((count * (k1 + 1)) / (count + norm));
    }
    values.set(file, score);
  }
  return scaled(values);
}

export function nameSignals(
  files: readonly IndexedFile[],
  query: ChangeQuery,
): Pick<SignalValues, "names" | "declares"> {
  const names: Values = new Map();
  const declares: Values = new Map();
  for (const [name, weight] of query.identifiers) {
    if (stopWords.has(name) || name.length < 3) continue;
    const holders = files.filter((file) => file.names.has(name));
    if (holders.length > 0) {
      const rarity = Math.log(1 + files.length / holders.length);
      for (const file of holders) {
        const count = file.names.get(name) ?? 0;
        names.set(file, (names.get(file) ?? 0) + (weight * rarity * count) / (count + 2));
      }
    }
    const declaring = files.filter((file) =>
      [...file.declares].some(
        (type) => type === name || (type.endsWith(name) && type.length - name.length <= 7),
      ),
    );
    for (const file of declaring) {
      const exact = file.declares.has(name) ? 1 : 0.7;
      declares.set(file, (declares.get(file) ?? 0) + (weight * exact) / Math.sqrt(declaring.length));
    }
  }
  return { names: scaled(names), declares: scaled(declares) };
}

export function pathSignal(files: readonly IndexedFile[], query: ChangeQuery): Values {
  const values: Values = new Map();
  const holders = new Map<string, number>();
  for (const file of files)
    for (const word of file.pathWords) holders.set(word, (holders.get(word) ?? 0) + 1);
  for (const file of files) {
    let hit = 0;
    let all = 0;
    for (const word of file.pathWords) {
      const rarity = Math.log(1 + files.length / (holders.get(word) ?? 1));
      all += rarity;
      hit += rarity * Math.min(2, query.words.get(word) ?? 0);
    }
    values.set(file, all > 0 ? hit / Math.sqrt(all) : 0);
  }
  return scaled(values);
}

export function sizeSignal(files: readonly IndexedFile[]): Values {
  return scaled(new Map<IndexedFile, number>(files.map((file) => [file, Math.sqrt(file.text.length)])));
}

const importLine =
  /^[ \t]*(?:import|export|from|require|#import|#include|@import|using|.{0,80}\brequire\()[^\n]{0,300}/gm;
const importTail = /([A-Za-z_][\w+-]*)(?:\.[a-z]{1,3})?["'>;\s)]*$/;

/** Undirected edges between files: one names a type that the other alone declares, or imports it by its file name. */
export function fileGraph(files: readonly IndexedFile[]): Map<IndexedFile, Map<IndexedFile, number>> {
  const declaredBy = new Map<string, IndexedFile[]>();
  const stems = new Map<string, IndexedFile[]>();
  for (const file of files) {
    for (const name of file.declares) push(declaredBy, name, file);
    push(stems, fileStem(file.path).toLowerCase(), file);
  }
  const graph = new Map<IndexedFile, Map<IndexedFile, number>>();
  const join = (a: IndexedFile, b: IndexedFile, weight: number): void => {
    if (a === b) return;
    for (const [from, to] of [
      [a, b],
      [b, a],
    ] as const) {
      let edges = graph.get(from);
      if (!edges) graph.set(from, (edges = new Map<IndexedFile, number>()));
      edges.set(to, (edges.get(to) ?? 0) + weight);
    }
  };
  for (const file of files) {
    for (const [name, count] of file.names) {
      const owners = name.length > 3 ? declaredBy.get(name) : undefined;
      if (!owners || owners.length > 4) continue;
      for (const owner of owners) join(file, owner, Math.log1p(count) / owners.length);
    }
    for (const [line] of file.text.matchAll(importLine)) {
      const tail = importTail.exec(line)?.[1]?.toLowerCase();
      const owners = tail ? stems.get(tail) : undefined;
      if (owners && owners.length <= 3) for (const owner of owners) join(file, owner, 1 / owners.length);
    }
  }
  return graph;
}

/** How much of the neighbours' strength reaches a file. */
export function neighbourSignal(
  graph: ReadonlyMap<IndexedFile, ReadonlyMap<IndexedFile, number>>,
  strength: Values,
): Values {
  const values: Values = new Map<IndexedFile, number>();
  for (const [file, edges] of graph) {
    let sum = 0;
    let all = 0;
    for (const [other, weight] of edges) {
      sum += weight * (strength.get(other) ?? 0) ** 2;
      all += weight;
    }
    values.set(file, sum / Math.sqrt(all + 5));
  }
  return scaled(values);
}

/** Divides by the largest, so that signals compare. */
export function scaled(values: Values): Values {
  const largest = Math.max(...values.values(), 0);
  if (largest > 0) for (const [file, value] of values) values.set(file, value / largest);
  return values;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
