import type { KeyValueStore } from "../../src/shell/ports.ts";

/** The small state beside the jobs, in memory; values go through JSON as in a store. */
export function memoryValues(): KeyValueStore & { readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const read = (key: string): unknown => {
    const value = kept.get(key);
    return value === undefined ? undefined : JSON.parse(value);
  };
  const write = (key: string, value: unknown): void => {
    if (value === undefined) kept.delete(key);
    else kept.set(key, JSON.stringify(value));
  };
  return {
    kept,
    get: (key) => Promise.resolve(read(key)),
    set: (key, value) => {
      write(key, value);
      return Promise.resolve();
    },
    update: (key, change) => {
      const value = change(read(key));
      write(key, value);
      return Promise.resolve(value);
    },
  };
}
