import type { Stored } from "../core/state/stored.ts";
import type { KeyValueStore } from "./ports.ts";

/** One value of a kind of stored state. */
export interface Kept<T> {
  /** Null when nothing that can be read is kept. */
  readonly get: () => Promise<T | null>;
  readonly set: (value: T) => Promise<void>;
  /** Atomic, as KeyValueStore.update; null deletes. Gives back what is kept then. */
  readonly update: (change: (known: T | null) => T | null) => Promise<T | null>;
}

/** The value of this kind at a place. Everything that jobs keep is read and written through here. */
export function kept<Place extends readonly unknown[], T>(
  values: KeyValueStore,
  kind: Stored<Place, T>,
  ...place: Place
): Kept<T> {
  const key = kind.key(...place);
  return {
    get: async () => kind.read(await values.get(key)),
    set: (value) => values.set(key, kind.write(value)),
    update: async (change) => {
      const now = await values.update(key, (before) => {
        const after = change(kind.read(before));
        return after === null ? undefined : kind.write(after);
      });
      return kind.read(now);
    },
  };
}
