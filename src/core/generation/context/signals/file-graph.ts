import { fileStem, type IndexedFile } from "../target-index.ts";

export type FileGraph = ReadonlyMap<IndexedFile, ReadonlyMap<IndexedFile, number>>;

const importLine =
  /^[ \t]*(?:import|export|from|require|#import|#include|@import|using|.{0,80}\brequire\()[^\n]{0,300}/gm;
const importTail = /([A-Za-z_][\w+-]*)(?:\.[a-z]{1,3})?["'>;\s)]*$/;

/** A type that more files than this declare says nothing about which one is meant. */
const mostDeclaring = 4;
const mostImported = 3;

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
      if (!owners || owners.length > mostDeclaring) continue;
      for (const owner of owners) join(graph, file, owner, Math.log1p(count) / owners.length);
    }
    for (const [line] of file.text.matchAll(importLine)) {
      const tail = importTail.exec(line)?.[1]?.toLowerCase();
      const owners = tail ? stems.get(tail) : undefined;
      if (!owners || owners.length > mostImported) continue;
      for (const owner of owners) join(graph, file, owner, 1 / owners.length);
    }
  }
  return graph;
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
