import { z } from "zod";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import { type PullRequestPlace, pullRequestKey } from "../../core/state/place.ts";
import { stored } from "../../core/state/stored.ts";
import { kept } from "../kept.ts";
import type { KeyValueStore, RepositoryRef } from "../ports.ts";
import type { GenerateJob, UnitOutcome } from "./generation.ts";

/** One unit of a `/generate` and how far it is. */
export type GenerationRow = GenerationUnit & UnitOutcome;

/** One `/generate`, as the store keeps it: what its reply shows and what `/retry` tries again. */
export interface GenerationRun {
  /** Null: asked for by the button of the check run. */
  readonly commentId: number | null;
  /** Tells one press of the button from the next. */
  readonly deliveryId: string;
  readonly author: string;
  readonly request: GenerateJob["request"];
  /** ISO 8601. */
  readonly startedAt: string;
  readonly notes: readonly string[];
  readonly rows: readonly GenerationRow[];
}

const mostRuns = 10;

/** What `/retry` reads of a run is checked again where it is used; here, that it is one. */
const runSchema = z.custom<GenerationRun>(
  (run) =>
    z
      .looseObject({
        commentId: z.number().nullable(),
        deliveryId: z.string(),
        author: z.string(),
        request: z.looseObject({ ids: z.array(z.string()) }),
        startedAt: z.string(),
        notes: z.array(z.string()),
        rows: z.array(z.looseObject({ key: z.string(), state: z.string(), entries: z.array(z.string()) })),
      })
      .safeParse(run).success,
);
const runsSchema: z.ZodType<readonly GenerationRun[]> = z.array(runSchema);
const runsState = stored({
  version: 1,
  schema: runsSchema,
  key: (place: PullRequestPlace) => `generation/${pullRequestKey(place)}`,
});

/** The latest `/generate`s of a pull request, oldest first. */
export async function readRuns(
  values: KeyValueStore,
  repository: RepositoryRef,
  pullRequest: number,
): Promise<readonly GenerationRun[]> {
  return (await kept(values, runsState, { repository, number: pullRequest }).get()) ?? [];
}

/** Adds a run, or takes the place of the one for the same comment. */
export async function saveRun(
  values: KeyValueStore,
  { repository, pullRequest }: Pick<GenerateJob, "repository" | "pullRequest">,
  run: GenerationRun,
): Promise<void> {
  await changeRuns(values, repository, pullRequest, (runs) =>
    [...runs.filter(({ commentId }) => commentId !== run.commentId), run].slice(-mostRuns),
  );
}

/** Changes the runs of a pull request at once, whoever else does; gives back what they are then. */
export async function changeRuns(
  values: KeyValueStore,
  repository: RepositoryRef,
  pullRequest: number,
  change: (runs: readonly GenerationRun[]) => readonly GenerationRun[],
): Promise<readonly GenerationRun[]> {
  const runs = kept(values, runsState, { repository, number: pullRequest });
  return (await runs.update((known) => change(known ?? []))) ?? [];
}

/** Not begun, or begun and not ended. */
export function isOpen({ state }: Pick<GenerationRow, "state">): boolean {
  return state === "waiting" || state === "running";
}

/** Nothing was spent on it yet, nothing stands. */
export const untouched = { state: "waiting", url: null, label: null, because: null, costUsd: 0 } as const;
