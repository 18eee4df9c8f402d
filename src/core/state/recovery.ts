import { z } from "zod";
import { stored } from "./stored.ts";

/** How often, and when last, a delivery was asked for again; by guid. */
export type Redeliveries = Readonly<Record<string, { readonly count: number; readonly at: number }>>;

/** How far the list of deliveries was looked through, and what was asked for again. */
interface Remembered {
  /** Milliseconds since 1970. */
  readonly seen: number;
  readonly redeliveries: Redeliveries;
}

const schema: z.ZodType<Remembered> = z.object({
  seen: z.number(),
  redeliveries: z.record(z.string(), z.object({ count: z.number(), at: z.number() })),
});

export const recoveryState = stored({ version: 1, schema, key: () => "recovery" });
