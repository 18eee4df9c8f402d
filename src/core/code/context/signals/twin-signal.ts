import type { IndexedFile } from "../target-index.ts";
import type { Signal } from "./signal.ts";

/** The strength of a file's other half: a header and its implementation, an interface and its default class. */
export function twinSignal(files: readonly IndexedFile[], strength: Signal): Signal {
  const byKey = new Map<string, IndexedFile[]>();
  for (const file of files) {
    const key = twinKey(file.stem);
    byKey.set(key, [...(byKey.get(key) ?? []), file]);
  }
  const values: Signal = new Map();
  for (const twins of byKey.values()) {
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
