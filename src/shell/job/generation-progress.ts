import {
  againWords,
  failedWords,
  generationMarker,
  generationMessage,
} from "../../core/message/generation-message.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import { UserError } from "../../core/user-error.ts";
import { RetryLater } from "../retry-later.ts";
import type { GenerateJob, UnitOutcome } from "./generation.ts";
import { type GenerationRow, type GenerationRun, readRuns, saveRun } from "./generation-runs.ts";
import type { JobPorts } from "./job-ports.ts";

/** The run as it stands, kept in the store and shown in the reply. */
export class GenerationProgress {
  readonly #ports: JobPorts;
  readonly #job: GenerateJob;
  #run: GenerationRun;

  private constructor(ports: JobPorts, job: GenerateJob, run: GenerationRun) {
    this.#ports = ports;
    this.#job = job;
    this.#run = run;
  }

  /** Begins a run, or goes on with the one for the same comment. */
  static async open(
    ports: JobPorts,
    job: GenerateJob,
    units: readonly GenerationUnit[],
    notes: readonly string[],
  ): Promise<GenerationProgress> {
    const runs = await readRuns(ports.values, job.repository, job.pullRequest);
    const known = runs.find((run) => run.commentId === job.commentId && run.deliveryId === job.deliveryId);
    const { commentId, deliveryId, author, request } = job;
    const startedAt = known?.startedAt ?? ports.clock.now().toISOString();
    const kept = known?.rows ?? [];
    const wanted = units.map((unit): GenerationRow => ({
      ...untouched,
      ...kept.find(({ key }) => key === unit.key),
      ...unit,
    }));
    const others = kept.filter(({ key }) => !units.some((unit) => unit.key === key));
    const rows = [...others, ...wanted];
    const progress = new GenerationProgress(ports, job, {
      ...{ commentId, deliveryId, author, request },
      ...{ startedAt, notes, rows },
    });
    await progress.#show();
    return progress;
  }

  /** Still to be done: not begun, or begun by an attempt that did not end. */
  isOpen({ key }: GenerationUnit): boolean {
    const state = this.#run.rows.find((row) => row.key === key)?.state;
    return state === "waiting" || state === "running";
  }

  async set({ key }: GenerationUnit, outcome: Partial<UnitOutcome>): Promise<void> {
    const rows = this.#run.rows.map((row) => (row.key === key ? { ...row, ...outcome } : row));
    this.#run = { ...this.#run, rows };
    await this.#show();
  }

  /** True when the job should be tried again for the unit's sake. */
  async fail(unit: GenerationUnit, error: unknown): Promise<boolean> {
    const { id, lastAttempt } = this.#ports.attempt;
    if (error instanceof UserError) {
      await this.set(unit, { state: "failed", because: error.message });
      return false;
    }
    if (error instanceof RetryLater || !lastAttempt) {
      await this.set(unit, { state: "waiting", because: againWords });
      return true;
    }
    this.#ports.onError(id, error);
    await this.set(unit, { state: "failed", because: failedWords(id) });
    return false;
  }

  async #show(): Promise<void> {
    this.#ports.attempt.signal.throwIfAborted();
    await saveRun(this.#ports.values, this.#job, this.#run);
    await showRun(this.#ports, this.#job, this.#run);
  }
}

type Asked = Pick<GenerateJob, "repository" | "pullRequest" | "commentId">;

/** Brings the reply of a run to what the store holds. */
export async function showRun({ github, clock }: JobPorts, job: Asked, run: GenerationRun): Promise<void> {
  const { commentId, rows, notes, startedAt } = run;
  await github.apply(job.repository, job.pullRequest, {
    type: "upsert-comment",
    marker: generationMarker(commentId),
    create: true,
    body: generationMessage({
      commentId,
      notes,
      units: rows.map((row) => ({ ...row, target: nameOf(row, rows) })),
      seconds: (clock.now().getTime() - Date.parse(startedAt)) / 1000,
      costUsd: rows.reduce<number | null>(
        (sum, { costUsd }) => (sum === null || costUsd === null ? null : sum + costUsd),
        0,
      ),
    }),
  });
}

/** Says something about a run as a whole, below its table if there is one. */
export async function tellGeneration(ports: JobPorts, job: GenerateJob, text: string): Promise<void> {
  const runs = await readRuns(ports.values, job.repository, job.pullRequest);
  const known = runs.find(({ commentId }) => commentId === job.commentId);
  const { commentId, deliveryId, author, request } = job;
  const startedAt = ports.clock.now().toISOString();
  const fresh = { commentId, deliveryId, author, request, startedAt, notes: [], rows: [] };
  const run = known?.deliveryId === deliveryId ? known : fresh;
  await showRun(ports, job, { ...run, notes: [...run.notes, text] });
}

const untouched = { state: "waiting", url: null, label: null, because: null, costUsd: 0 } as const;

/** The target; with the work package where it has several. */
function nameOf({ target, slug }: GenerationRow, rows: readonly GenerationRow[]): string {
  if (target === null) return slug;
  return rows.some((other) => other.target === target && other.slug !== slug) ? `${target}, ${slug}` : target;
}
