import type { KeyValueStore } from "./ports.ts";

/** State that ends with the program: of a workflow run, or of one command. */
export function createMemoryValues(): KeyValueStore {
  const kept = new Map<string, unknown>();
  const set = (key: string, value: unknown): void => {
    if (value === undefined) kept.delete(key);
    else kept.set(key, value);
  };
  return {
    get: (key) => Promise.resolve(kept.get(key)),
    set: (key, value) => {
      set(key, value);
      return Promise.resolve();
    },
    update: (key, change) => {
      const value = change(kept.get(key));
      set(key, value);
      return Promise.resolve(value);
    },
  };
}
