import { z } from "zod";

/** One kind of thing that is kept in the store: where, in which shape, of which version. */
export interface Stored<Place extends readonly unknown[], T> {
  readonly key: (...place: Place) => string;
  /** Null for nothing, for another version and for what does not fit: it is as if it had never been kept. */
  readonly read: (kept: unknown) => T | null;
  readonly write: (value: T) => unknown;
}

/**
 * Describes a kind of stored state. What `schema` describes and what is kept under `version` change together: a value of
 * another version is not read, but for the one that `earlier` makes a value of this one.
 */
export function stored<Place extends readonly unknown[], T>(kind: {
  readonly version: number;
  readonly schema: z.ZodType<T>;
  readonly earlier?: { readonly version: number; readonly schema: z.ZodType<T> };
  readonly key: (...place: Place) => string;
}): Stored<Place, T> {
  const current = z.object({ version: z.literal(kind.version), value: kind.schema });
  const { earlier } = kind;
  const whole =
    earlier === undefined
      ? current
      : z.union([current, z.object({ version: z.literal(earlier.version), value: earlier.schema })]);
  return {
    key: kind.key,
    read: (kept) => {
      const found = whole.safeParse(kept);
      return found.success ? found.data.value : null;
    },
    write: (value) => ({ version: kind.version, value }),
  };
}
