import { nothingToRetryMessage, retriedWithoutNoteMessage } from "../../core/message/generation-message.ts";
import { type RunState, statusMessage } from "../../core/message/reply.ts";
import { generationGroup, jobGroup } from "../job-group.ts";
import type { CommandJob } from "./command-job.ts";
import { showRun } from "./generation-progress.ts";
import {
  changeRuns,
  type GenerationRow,
  type GenerationRun,
  isOpen,
  readRuns,
  untouched,
} from "./generation-runs.ts";
import type { JobPorts } from "./job-ports.ts";
import { showingRows } from "./shown-rows.ts";

/** `/status`: what runs, waits or failed for this pull request. */
export async function statusOfRuns(ports: JobPorts, job: CommandJob): Promise<string> {
  const runs = await readRuns(ports.values, job.repository, job.pullRequest);
  const now = ports.clock.now().getTime();
  const asShown = await showingRows(ports, job.repository, runs);
  const shown = runs.flatMap((run) =>
    run.rows
      .map(asShown)
      .filter((row) => isOpen(row) || isFailed(row))
      .map((row): RunState => ({
        what: `generate ${row.stage}: ${row.target ?? row.slug}`,
        state: row.because === null ? row.state : `${row.state}: ${row.because}`,
        seconds: (now - Date.parse(run.startedAt)) / 1000,
      })),
  );
  const states = ["waiting", "parked", "running", "failed"] as const;
  const jobs = await ports.queue.jobs({ group: jobGroup(job.repository, job.pullRequest), states });
  const others = jobs
    .filter((other) => other.job?.deliveryId !== job.deliveryId)
    .map((other): RunState => ({
      what: other.kind,
      state: other.state,
      seconds: (now - other.createdAt) / 1000,
    }));
  return statusMessage([...shown, ...others]);
}

/**
 * `/retry`: tries what failed or was cancelled, and nothing else. Null when the tables of the runs say so themselves. The right
 * is the one of who says it, and stands for nobody else's words.
 */
export async function retryRuns(ports: JobPorts, job: CommandJob): Promise<string | null> {
  const { repository, pullRequest, order, deliveryId } = job;
  const known = await readRuns(ports.values, repository, pullRequest);
  const asShown = await showingRows(ports, repository, known);
  const runs = await changeRuns(ports.values, repository, pullRequest, (all) =>
    all.map((run, at) => reopened({ run, later: all.slice(at + 1), deliveryId, asShown })),
  );
  const again = runs.filter((run) => run.deliveryId === deliveryId && run.rows.some(isOpen));
  const isOwn = ({ orderedBy }: GenerationRun): boolean => orderedBy === order.author.id;
  for (const run of again) {
    const { commentId, rows } = run;
    const note = isOwn(run) ? run.request.note : null;
    // What was accepted was what stood there then.
    const request = { ...run.request, note, acceptStale: undefined };
    const only = rows.filter(isOpen).map(({ key }) => key);
    await ports.queue.enqueue(
      { kind: "generate", repository, pullRequest, commentId, order, request, only, deliveryId },
      {
        dedupeKey: `retry:${deliveryId}:${String(commentId)}`,
        group: generationGroup(repository, pullRequest),
        supersede: false,
      },
    );
  }
  const group = jobGroup(repository, pullRequest);
  const failed = await ports.queue.jobs({ group, states: ["failed"] });
  for (const { id } of failed) await ports.queue.retry(id);
  if (again.length + failed.length === 0) {
    // Where a target did not answer, its row reads as if it were none: by now it may stand.
    for (const run of runs) await showRun(ports, { repository, pullRequest }, run);
    return nothingToRetryMessage();
  }
  return again.some((run) => run.request.note !== null && !isOwn(run)) ? retriedWithoutNoteMessage() : null;
}

interface Reopening {
  readonly run: GenerationRun;
  readonly later: readonly GenerationRun[];
  readonly deliveryId: string;
  readonly asShown: (row: GenerationRow) => GenerationRow;
}

/**
 * The run with its failed rows open again, unless a later run took them up; retried twice, it stays as it is. A row that is shown
 * as failed is tried as one, whatever it is.
 */
function reopened({ run, later, deliveryId, asShown }: Reopening): GenerationRun {
  const takenUp = new Set(later.flatMap(({ rows }) => rows.map(({ key }) => key)));
  const again = (row: GenerationRow): boolean => isFailed(asShown(row)) && !takenUp.has(row.key);
  if (!run.rows.some(again)) return run;
  return { ...run, deliveryId, rows: run.rows.map((row) => (again(row) ? { ...row, ...untouched } : row)) };
}

/** Without a pull request; a question may have been answered meanwhile. */
function isFailed({ state }: GenerationRow): boolean {
  return state === "failed" || state === "cancelled" || state === "asked";
}
