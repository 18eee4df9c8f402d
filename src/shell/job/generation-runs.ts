import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
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

/** The latest `/generate`s of a pull request, oldest first. */
export async function readRuns(
  values: KeyValueStore,
  repository: RepositoryRef,
  pullRequest: number,
): Promise<readonly GenerationRun[]> {
  const found = await values.get(runsKey(repository, pullRequest));
  return Array.isArray(found) ? (found as GenerationRun[]) : [];
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
  return await values.update(runsKey(repository, pullRequest), (value) =>
    change(Array.isArray(value) ? (value as GenerationRun[]) : []),
  );
}

/** Not begun, or begun and not ended. */
export function isOpen({ state }: Pick<GenerationRow, "state">): boolean {
  return state === "waiting" || state === "running";
}

/** Nothing was spent on it yet, nothing stands. */
export const untouched = { state: "waiting", url: null, label: null, because: null, costUsd: 0 } as const;

function runsKey({ installationId, id }: RepositoryRef, pullRequest: number): string {
  return `generation/${String(installationId)}/${String(id)}/${String(pullRequest)}`;
}
