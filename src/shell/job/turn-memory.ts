import { turnState } from "../../core/state/turns.ts";
import { type Kept, kept } from "../kept.ts";
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
  const place = (turn: number): Kept<{ readonly key: string; readonly reply: unknown }> =>
    kept(values, turnState, name, turn);
  let turns = 0;
  return {
    once: async <T>(key: string, effect: () => Promise<T>): Promise<T> => {
      turns += 1;
      const known = await place(turns).get();
      // The key names the request, so the reply is of the kind that it asks for.
      if (known?.key === key) return known.reply as T;
      const reply = await effect();
      await place(turns).set({ key, reply });
      return reply;
    },
    holds: async () => (await place(1).get()) !== null,
    forget: async () => {
      for (let turn = 1; (await place(turn).get()) !== null; turn += 1) {
        await place(turn).update(() => null);
      }
    },
  };
}
