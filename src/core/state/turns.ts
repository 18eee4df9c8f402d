import { z } from "zod";
import { stored } from "./stored.ts";

/** A model's reply that was paid for, and the request that it answered. */
interface StoredTurn {
  readonly key: string;
  /** As the model's port gives it; checked again by whoever reads it. */
  readonly reply: unknown;
}

const schema: z.ZodType<StoredTurn> = z.object({ key: z.string(), reply: z.unknown() });

/** One turn, counted from 1, of a named run of the writer. */
export const turnState = stored({
  version: 1,
  schema,
  key: (run: string, turn: number) => `turn/${run}/${String(turn)}`,
});
