import { z } from "zod";
import { unitStates } from "../../core/message/generation-message.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import type { RowPlace } from "../../core/plan/hidden-row.ts";
import { type PullRequestPlace, pullRequestKey } from "../../core/state/place.ts";
import { stored } from "../../core/state/stored.ts";
import { generateRequestSchema } from "../generate-request.ts";
import { kept } from "../kept.ts";
import type { KeyValueStore, RepositoryRef } from "../ports.ts";
import type { GenerateJob, UnitOutcome } from "./generation.ts";

/** One unit of a `/generate` and how far it is. To be shown only as `showingRows` gives it. */
export type GenerationRow = GenerationUnit &
  UnitOutcome & {
    /** Where its target is; null: in the spec's own repository. */
    readonly place: RowPlace | null;
  };

/** One `/generate`, as the store keeps it: what its reply shows and what `/retry` tries again. */
export interface GenerationRun {
  /** Null: asked for by the button of the check run. */
  readonly commentId: number | null;
  /** Tells one press of the button from the next. */
  readonly deliveryId: string;
  /** Account id of whose order it is, and so whose words are in the request; null: nobody wrote it down then. */
  readonly orderedBy: number | null;
  readonly request: GenerateJob["request"];
  /** ISO 8601. */
  readonly startedAt: string;
  /** IDs of the entries that were asked for; rows hold those of open pull requests, too. */
  readonly asked: readonly string[];
  /** Of the spec's own repository only: they are shown whatever became of the targets. */
  readonly notes: readonly string[];
  readonly rows: readonly GenerationRow[];
}

const mostRuns = 10;

const rowSchema: z.ZodType<GenerationRow> = z.object({
  key: z.string(),
  stage: z.enum(["design", "code"]),
  slug: z.string(),
  entries: z.array(z.string()),
  target: z.string().nullable(),
  state: z.enum(unitStates),
  url: z.string().nullable(),
  label: z.string().nullable(),
  because: z.string().nullable(),
  costUsd: z.number().nullable(),
  place: z.object({ wanted: z.string(), id: z.number().nullable() }).nullable(),
});
const runsSchema: z.ZodType<readonly GenerationRun[]> = z.array(
  z.object({
    commentId: z.number().nullable(),
    deliveryId: z.string(),
    orderedBy: z.number().nullable(),
    request: generateRequestSchema,
    startedAt: z.string(),
    asked: z.array(z.string()),
    notes: z.array(z.string()),
    rows: z.array(rowSchema),
  }),
);

/** Earlier versions knew no places, so that it could not be said who may see a row: they are not read. */
const runsState = stored({
  version: 3,
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
