import { againWords, failedWords, goneWords } from "../../core/message/generation-message.ts";
import { planRunReply } from "../../core/plan/plan-run-reply.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import type { RowPlace } from "../../core/plan/hidden-row.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import { UserError } from "../../core/user-error.ts";
import type { GenerateJob, UnitOutcome } from "./generation.ts";
import {
  changeRuns,
  type GenerationRow,
  type GenerationRun,
  isOpen,
  readRuns,
  saveRun,
  untouched,
} from "./generation-runs.ts";
import type { JobPorts } from "./job-ports.ts";
import { showingRows, wantedPlace } from "./shown-rows.ts";

/** What a run is to do. */
interface PlannedRun extends Pick<GenerationRun, "asked" | "notes"> {
  readonly units: readonly GenerationUnit[];
  readonly config: Pick<RepoConfig, "targets">;
}

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
    { units, notes, config, ...planned }: PlannedRun,
  ): Promise<GenerationProgress> {
    const runs = await readRuns(ports.values, job.repository, job.pullRequest);
    const known = runs.find((run) => run.commentId === job.commentId && run.deliveryId === job.deliveryId);
    const { commentId, deliveryId, order, request } = job;
    const startedAt = known?.startedAt ?? ports.clock.now().toISOString();
    const kept = known?.rows ?? [];
    const wanted = units.map((unit): GenerationRow => {
      const before = kept.find(({ key }) => key === unit.key);
      // What was found stays with the repository that it was found in.
      const isFound = before !== undefined && !isOpen(before);
      const place = isFound ? before.place : wantedPlace(job.repository, config, unit.target);
      return { ...untouched, ...before, ...unit, place };
    });
    const others = kept.filter(({ key }) => !units.some((unit) => unit.key === key)).map(leftOut(job));
    const rows = [...others, ...wanted];
    const orderedBy = order.author.id;
    // Rows of before, whose entries may be changed no more, were asked for then.
    const asked = [...new Set([...(known?.asked ?? []), ...planned.asked])];
    const run = { commentId, deliveryId, orderedBy, request, startedAt, asked, notes, rows };
    await saveRun(ports.values, job, run);
    await showRun(ports, job, run);
    return new GenerationProgress(ports, job, run);
  }

  /** Still to be done: not begun, or begun by an attempt that did not end. */
  isOpen({ key }: GenerationUnit): boolean {
    return this.#run.rows.some((row) => row.key === key && isOpen(row));
  }

  /** Begun by an attempt that did not end. */
  isRunning({ key }: GenerationUnit): boolean {
    return this.#run.rows.find((row) => row.key === key)?.state === "running";
  }

  /** Writes down how far a unit is. What somebody cancelled meanwhile stays cancelled. */
  async set(unit: GenerationUnit, outcome: Partial<UnitOutcome>): Promise<void> {
    await this.#change(unit, outcome);
    await showRun(this.#ports, this.#job, this.#run);
  }

  /** Notes where a unit's target is, which shows nothing new. */
  async setPlace(unit: GenerationUnit, place: RowPlace | null): Promise<void> {
    if (place !== null) await this.#change(unit, { place });
  }

  async #change({ key }: GenerationUnit, outcome: Partial<GenerationRow>): Promise<void> {
    const { values, attempt } = this.#ports;
    attempt.signal.throwIfAborted();
    const { repository, pullRequest, commentId } = this.#job;
    const changed = (row: GenerationRow): GenerationRow =>
      row.key === key && row.state !== "cancelled" ? { ...row, ...outcome } : row;
    const runs = await changeRuns(values, repository, pullRequest, (all) =>
      all.map((run) => (run.commentId === commentId ? { ...run, rows: run.rows.map(changed) } : run)),
    );
    this.#run = runs.find((run) => run.commentId === commentId) ?? this.#run;
  }

  /** True when the job should be tried again for the unit's sake. */
  async fail(unit: GenerationUnit, error: unknown): Promise<boolean> {
    const { id, lastAttempt } = this.#ports.attempt;
    if (error instanceof UserError) {
      await this.set(unit, { state: "failed", because: error.message });
      return false;
    }
    if (!lastAttempt) {
      await this.set(unit, { state: "waiting", because: againWords });
      return true;
    }
    this.#ports.onError(id, error);
    await this.set(unit, { state: "failed", because: failedWords(id) });
    return false;
  }
}

type Asked = Pick<GenerateJob, "repository" | "pullRequest">;

/** Brings the reply of a run to what the store holds, as far as the spec's readers may see it now. */
export async function showRun(ports: JobPorts, job: Asked, run: GenerationRun): Promise<void> {
  const { github, clock } = ports;
  const seconds = (clock.now().getTime() - Date.parse(run.startedAt)) / 1000;
  const shown = await showingRows(ports, job.repository, [run]);
  const action = planRunReply({ ...run, rows: run.rows.map(shown), seconds });
  await github.apply(job.repository, job.pullRequest, action);
}

/** Says something about a run as a whole, below its table if there is one. */
export async function tellGeneration(ports: JobPorts, job: GenerateJob, text: string): Promise<void> {
  const runs = await readRuns(ports.values, job.repository, job.pullRequest);
  const known = runs.find(({ commentId }) => commentId === job.commentId);
  const { commentId, deliveryId, order, request } = job;
  const orderedBy = order.author.id;
  const startedAt = ports.clock.now().toISOString();
  const fresh = { commentId, deliveryId, orderedBy, request, startedAt, asked: [], notes: [], rows: [] };
  const run = known?.deliveryId === deliveryId ? known : fresh;
  await showRun(ports, job, { ...run, notes: [...run.notes, text] });
}

/** A run is over before its units were: says why, and ends them. */
export async function endGeneration(ports: JobPorts, job: GenerateJob, text: string): Promise<void> {
  const { repository, pullRequest, commentId, deliveryId } = job;
  const isThis = (run: GenerationRun): boolean =>
    run.commentId === commentId && run.deliveryId === deliveryId;
  await changeRuns(ports.values, repository, pullRequest, (all) =>
    all.map((run) => (isThis(run) ? { ...run, rows: run.rows.map(ended("failed")) } : run)),
  );
  await tellGeneration(ports, job, text);
}

/** A row that was still open, closed. */
export function ended(state: "failed" | "cancelled"): (row: GenerationRow) => GenerationRow {
  return (row) => (isOpen(row) ? { ...row, state, because: null } : row);
}

/** A row that is to be tried again, but whose entries are not changed any more. */
function leftOut({ only }: GenerateJob): (row: GenerationRow) => GenerationRow {
  return (row) =>
    only?.includes(row.key) === true && isOpen(row) ? { ...row, state: "failed", because: goneWords } : row;
}
