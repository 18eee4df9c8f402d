import type { KeyValueStore } from "../ports.ts";

interface TurnMemory {
  /** As JobContext.once: the remembered reply, or the effect's, which is on disk before it is given back. */
  readonly once: <T>(key: string, effect: () => Promise<T>) => Promise<T>;
  /** Whether a run began that has not been concluded. */
  readonly holds: () => Promise<boolean>;
  /** Once its pull request stands, or when a new try shall not begin with the same replies. */
  readonly forget: () => Promise<void>;
}

/**
 * The replies of one run of the writer, in order, across attempts, restarts and `/retry`: what was paid for is not asked
 * again. A reply counts only for the very request it answered, which `key` names.
 */
export function turnMemory(values: KeyValueStore, name: string): TurnMemory {
  const place = (turn: number): string => `turn/${name}/${String(turn)}`;
  let turns = 0;
  return {
    once: async <T>(key: string, effect: () => Promise<T>): Promise<T> => {
      turns += 1;
      const known = (await values.get(place(turns))) as { key: string; reply: T } | undefined;
      if (known?.key === key) return known.reply;
      const reply = await effect();
      await values.set(place(turns), { key, reply });
      return reply;
    },
    holds: async () => (await values.get(place(1))) !== undefined,
    forget: async () => {
      for (let turn = 1; (await values.get(place(turn))) !== undefined; turn += 1) {
        await values.set(place(turn), undefined);
      }
    },
  };
}
