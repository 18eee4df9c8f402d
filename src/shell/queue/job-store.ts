import type { EnqueueOptions, JobRequest, JobState } from "../ports.ts";
import { readJob, UnreadableJob } from "./read-job.ts";
import type { QueueOptions } from "./queue-options.ts";
import type { Query, Row, Sql } from "./sql.ts";

/** A job taken by this process. `owner` is the fencing token: once it has lost its lease it changes nothing any more. */
export interface ClaimedJob {
  readonly id: string;
  readonly owner: string;
  readonly job: JobRequest;
  readonly attempt: number;
  readonly maxAttempts: number;
}

/** What became of an attempt. Delays are milliseconds. `park` and `hand-back` do not count the attempt. */
export type Outcome =
  | { readonly result: "done" }
  | { readonly result: "cancelled" | "failed"; readonly error: string }
  | { readonly result: "again" | "park"; readonly delayMs: number; readonly error: string }
  | { readonly result: "hand-back" };

export interface NewJob {
  readonly job: JobRequest;
  readonly options: EnqueueOptions;
}

const stateAfter: Readonly<Record<Outcome["result"], JobState>> = {
  done: "done",
  cancelled: "cancelled",
  failed: "failed",
  again: "waiting",
  park: "parked",
  "hand-back": "waiting",
};

/**
 * The table of jobs, the only truth about who runs what: a job is running while its row says so, and its owner's lease has
 * to be renewed. Each function is one transaction.
 */
export class JobStore {
  readonly #sql: Sql;
  readonly #leaseMs: number;
  readonly #maxAttempts: number;
  readonly #onError: (error: unknown) => void;

  constructor(sql: Sql, options: Pick<QueueOptions, "leaseMs" | "maxAttempts" | "onError">) {
    this.#sql = sql;
    this.#onError = options.onError;
    this.#leaseMs = options.leaseMs;
    this.#maxAttempts = options.maxAttempts;
  }

  /** Adds jobs in one commit; per job, false when its key was known. A failed job of the same key is revived. */
  async add(jobs: readonly NewJob[]): Promise<readonly boolean[]> {
    // In one order in every process, so that no two commits wait for each other.
    const ordered = jobs.toSorted((a, b) => compare(a.options.group, b.options.group));
    const added = await this.#sql.transaction(async (query) => {
      const fresh = new Set<NewJob>();
      for (const each of ordered) if (await this.#insert(query, each)) fresh.add(each);
      if (fresh.size > 0) await this.#sql.notify(query);
      return fresh;
    });
    return jobs.map((each) => added.has(each));
  }

  async #insert(query: Query, { job, options }: NewJob): Promise<boolean> {
    const { now } = this.#sql;
    const [row] = await query(
      `INSERT INTO twopath_job (kind, grp, dedupe, data, run_at, max_attempts, created_at)
       VALUES ($1, $2, $3, $4, ${now}, $5, ${now})
       ON CONFLICT (dedupe) DO UPDATE SET state = 'waiting', attempt = 0, cancel = 0, finished_at = NULL, run_at = excluded.run_at
         WHERE twopath_job.state = 'failed' RETURNING id`,
      [job.kind, options.group, options.dedupeKey, JSON.stringify(job), this.#maxAttempts],
    );
    if (row === undefined) return false;
    if (!options.supersede) return true;
    await query(
      `UPDATE twopath_job SET cancel = CASE state WHEN 'running' THEN 1 ELSE cancel END,
         error = CASE state WHEN 'running' THEN error ELSE 'replaced by a newer event' END,
         finished_at = CASE state WHEN 'running' THEN finished_at ELSE ${now} END,
         state = CASE state WHEN 'running' THEN state ELSE 'cancelled' END
       WHERE grp = $1 AND kind = $2 AND id < $3 AND state IN ('waiting', 'parked', 'running')`,
      [options.group, job.kind, row["id"]],
    );
    return true;
  }

  /**
   * Takes up to `most` ready jobs, the oldest first: of each group that has none running, its oldest ready one. Null when
   * another process took a job of the same group at the same moment, or none could be read: look again. What cannot be read
   * is a dead letter, and stays as it is stored.
   */
  async claim(owner: string, most: number): Promise<readonly ClaimedJob[] | null> {
    const { now, skipLocked } = this.#sql;
    try {
      const rows = await this.#sql.query(
        `UPDATE twopath_job SET state = 'running', owner = $1, lease_until = ${now} + $2, attempt = attempt + 1, cancel = 0
         WHERE id IN (SELECT j.id FROM twopath_job j WHERE j.state IN ('waiting', 'parked') AND j.run_at <= ${now}
           AND NOT EXISTS (SELECT 1 FROM twopath_job r WHERE r.grp = j.grp AND r.state = 'running')
           AND NOT EXISTS (SELECT 1 FROM twopath_job e WHERE e.grp = j.grp AND e.id < j.id
             AND e.state IN ('waiting', 'parked', 'running') AND e.run_at <= ${now})
           ORDER BY j.id LIMIT $3 ${skipLocked})
         RETURNING id, kind, data, attempt, max_attempts`,
        [owner, this.#leaseMs, most],
      );
      return await this.#readable(rows, owner);
    } catch (error) {
      if ((error as { code?: string }).code === "23505") return null;
      throw error;
    }
  }

  async #readable(rows: readonly Row[], owner: string): Promise<readonly ClaimedJob[] | null> {
    const jobs: ClaimedJob[] = [];
    for (const row of rows) {
      const id = String(row["id"]);
      const job = readJob(row);
      if (job instanceof UnreadableJob) {
        this.#onError(job);
        await this.end({ id, owner }, { result: "failed", error: job.message });
      } else {
        jobs.push({
          ...{ id, owner, job },
          attempt: Number(row["attempt"]),
          maxAttempts: Number(row["max_attempts"]),
        });
      }
    }
    return jobs.length === 0 && rows.length > 0 ? null : jobs;
  }

  /** Ends an attempt; false when the job is no longer this owner's. */
  async end({ id, owner }: Pick<ClaimedJob, "id" | "owner">, outcome: Outcome): Promise<boolean> {
    const { now } = this.#sql;
    const { result } = outcome;
    const state = stateAfter[result];
    const isOver = state !== "waiting" && state !== "parked";
    const uncounted = result === "park" || result === "hand-back" ? 1 : 0;
    return await this.#sql.transaction(async (query) => {
      const rows = await query(
        `UPDATE twopath_job SET state = $3, owner = NULL, lease_until = NULL, error = $4, attempt = attempt - $5,
           run_at = ${now} + $6, finished_at = ${isOver ? now : "NULL"}
         WHERE id = $1 AND owner = $2 AND state = 'running' RETURNING id`,
        [
          ...[id, owner, state, "error" in outcome ? outcome.error : null, uncounted],
          "delayMs" in outcome ? Math.round(outcome.delayMs) : 0,
        ],
      );
      if (result === "hand-back") await this.#sql.notify(query);
      return rows.length > 0;
    });
  }

  /** Renews the leases of these owners' running jobs; gives the ids of the jobs they still hold. */
  async renew(owners: readonly string[]): Promise<ReadonlySet<string>> {
    if (owners.length === 0) return new Set();
    const places = owners.map((_, index) => `$${String(index + 2)}`).join(", ");
    const rows = await this.#sql.query(
      `UPDATE twopath_job SET lease_until = ${this.#sql.now} + $1
       WHERE owner IN (${places}) AND state = 'running' RETURNING id`,
      [this.#leaseMs, ...owners],
    );
    return new Set(rows.map((row) => String(row["id"])));
  }

  /** Ids of running jobs somebody asked to cancel. */
  async cancelled(): Promise<readonly string[]> {
    const rows = await this.#sql.query("SELECT id FROM twopath_job WHERE state = 'running' AND cancel = 1");
    return rows.map((row) => String(row["id"]));
  }

  /**
   * Takes back the jobs of dead processes: all running ones, or those whose lease ran out. One that has used up its
   * attempts is a dead letter, and leaves a job that tells so.
   */
  async reclaim(which: "all" | "expired"): Promise<void> {
    const { now, skipLocked } = this.#sql;
    const expired = which === "all" ? "" : `AND lease_until < ${now}`;
    await this.#sql.transaction(async (query) => {
      const rows = await query(
        `UPDATE twopath_job SET owner = NULL, lease_until = NULL, run_at = ${now},
           state = CASE WHEN cancel = 1 THEN 'cancelled' WHEN attempt >= max_attempts THEN 'failed' ELSE 'waiting' END,
           finished_at = CASE WHEN cancel = 1 OR attempt >= max_attempts THEN ${now} END,
           error = 'the process that ran it ended'
         WHERE id IN (SELECT id FROM twopath_job WHERE state = 'running' ${expired} ${skipLocked})
         RETURNING id, kind, grp, state, data, attempt`,
      );
      for (const row of rows) if (row["state"] === "failed") await this.#tellDead(query, row);
      if (rows.length > 0) await this.#sql.notify(query);
    });
  }

  async #tellDead(query: Query, row: Row): Promise<void> {
    const of = readJob(row);
    if (of instanceof UnreadableJob || of.kind === "dead-letter") return;
    const jobId = String(row["id"]);
    const dedupeKey = `dead-letter:${jobId}:${String(row["attempt"])}`;
    await this.#insert(query, {
      job: { kind: "dead-letter", of, jobId, deliveryId: of.deliveryId },
      options: { dedupeKey, group: String(row["grp"]), supersede: false },
    });
  }

  /** What a job has done once and for all under this key, or null. */
  async effect(jobId: string, key: string): Promise<{ readonly value: unknown } | null> {
    const [row] = await this.#sql.query("SELECT value FROM twopath_effect WHERE job = $1 AND key = $2", [
      jobId,
      key,
    ]);
    return row === undefined ? null : { value: JSON.parse(String(row["value"])) };
  }

  /** Also of an attempt that lost its lease meanwhile: what was done must not be done again. */
  async saveEffect(jobId: string, key: string, value: unknown): Promise<void> {
    await this.#sql.query(
      `INSERT INTO twopath_effect (job, key, value, at) VALUES ($1, $2, $3, ${this.#sql.now}) ON CONFLICT DO NOTHING`,
      [jobId, key, JSON.stringify(value ?? null)],
    );
  }

  /** Deletes what ended longer than `olderMs` ago, and with it the memory of those deliveries. */
  async prune(olderMs: number): Promise<void> {
    const old = `finished_at < ${this.#sql.now} - $1`;
    await this.#sql.query(
      `DELETE FROM twopath_effect WHERE job IN (SELECT id FROM twopath_job WHERE ${old})`,
      [olderMs],
    );
    await this.#sql.query(`DELETE FROM twopath_job WHERE ${old}`, [olderMs]);
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
