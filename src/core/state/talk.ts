import { z } from "zod";
import type { Person } from "../person.ts";
import { stored } from "./stored.ts";

const timesSchema: z.ZodType<readonly number[]> = z.array(z.number());

/** Comments with commands that are answered to anybody within the window. */
const maxComments = 10;

/** Milliseconds. */
const windowMs = 3_600_000;

/** Times of somebody's latest commands in an installation: milliseconds since 1970, oldest first. */
export const talkState = stored({
  version: 1,
  schema: timesSchema,
  key: (installationId: number, { id }: Person) => `talk/${String(installationId)}/${String(id)}`,
});

export function withTalk(known: readonly number[], now: number): readonly number[] {
  return [...known.filter((at) => at > now - windowMs), now].slice(-(maxComments + 1));
}

/** Somebody says more than is answered without a right to write. */
export function isTooMuch(times: readonly number[]): boolean {
  return times.length > maxComments;
}
