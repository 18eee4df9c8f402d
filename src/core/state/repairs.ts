import { z } from "zod";
import { type PullRequestPlace, pullRequestKey } from "./place.ts";
import { stored } from "./stored.ts";

const commitsSchema: z.ZodType<readonly string[]> = z.array(z.string());

/** The commits of a code pull request whose failures were answered, oldest first. */
export const repairState = stored({
  version: 1,
  schema: commitsSchema,
  key: (place: PullRequestPlace) => `repairs/${pullRequestKey(place)}`,
});
