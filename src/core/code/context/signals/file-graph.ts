import { fileStem, type IndexedFile } from "../target-index.ts";

export type FileGraph = ReadonlyMap<IndexedFile, ReadonlyMap<IndexedFile, number>>;

const importStart = /^[ \t]*(?:import|export|from|require|#import|#include|@import|using)/;
const nameCharacter = /[\w+-]/;
const maxImport = 300;

/** A type that more files than this declare says nothing about which one is meant. */
const maxDeclaring = 4;
const maxImported = 3;

/** Undirected edges between files: one names a type that the other declares, or imports it by its file name. */
export function fileGraph(files: readonly IndexedFile[]): FileGraph {
  const declaredBy = new Map<string, IndexedFile[]>();
  const stems = new Map<string, IndexedFile[]>();
  for (const file of files) {
    for (const name of file.declares) push(declaredBy, name, file);
    push(stems, fileStem(file.path).toLowerCase(), file);
  }
  const graph = new Map<IndexedFile, Map<IndexedFile, number>>();
  for (const file of files) {
    for (const [name, count] of file.names) {
      const owners = name.length > 3 ? declaredBy.get(name) : undefined;
      if (!owners || owners.length > maxDeclaring) continue;
      for (const owner of owners) join(graph, file, owner, Math.log1p(count) / owners.length);
    }
    for (const line of file.text.split("\n")) {
      const owners = stems.get(importedStem(line));
      if (!owners || owners.length > maxImported) continue;
      for (const owner of owners) join(graph, file, owner, 1 / owners.length);
    }
  }
  return graph;
}

/** The file, without extension and in small letters, that a line of code imports; empty when it imports none. */
function importedStem(line: string): string {
  if (!importStart.test(line) && !line.slice(0, 90).includes("require(")) return "";
  let end = Math.min(line.length, maxImport);
  while (end > 0 && "\"'>; \t\r)".includes(line.charAt(end - 1))) end--;
  const path = line.slice(0, end).replace(/\.[a-z]{1,3}$/, "");
  let start = path.length;
  while (start > 0 && nameCharacter.test(path.charAt(start - 1))) start--;
  return path.slice(start).toLowerCase();
}

function join(
  graph: Map<IndexedFile, Map<IndexedFile, number>>,
  a: IndexedFile,
  b: IndexedFile,
  weight: number,
): void {
  if (a === b) return;
  for (const [from, to] of [
    [a, b],
    [b, a],
  ] as const) {
    let edges = graph.get(from);
    if (!edges) graph.set(from, (edges = new Map<IndexedFile, number>()));
    edges.set(to, (edges.get(to) ?? 0) + weight);
  }
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
