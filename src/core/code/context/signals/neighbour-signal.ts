import type { FileGraph } from "./file-graph.ts";
import { type Signal, scaled } from "./signal.ts";

/** How much of its neighbours' strength reaches a file. */
export function neighbourSignal(graph: FileGraph, strength: Signal): Signal {
  const values: Signal = new Map();
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
