import type { EnqueueOptions, JobRequest } from "../ports.ts";
import { type ClaimedJob, type Outcome, stateAfter } from "./claimed-job.ts";
import { EffectLog } from "./effect-log.ts";
import type { Query, Row, Sql } from "./sql.ts";

/** Called inside the transaction that makes a job ready, for stores that schedule outside the table. */
export type Schedule = (query: Query, id: string, group: string, delayMs: number) => Promise<void>;

export interface LedgerOptions {
  readonly maxAttempts: number;
  readonly leaseMs: number;
  readonly schedule: Schedule;
}

const open = "('waiting', 'parked')";

/** The table of jobs: each function is one transaction on it. Both stores share it. */
export class Ledger extends EffectLog {
  readonly #sql: Sql;
  readonly #options: LedgerOptions;

  constructor(sql: Sql, options: LedgerOptions) {
    super(sql);
    this.#sql = sql;
    this.#options = options;
  }

  /** Adds jobs in one commit; per job, false when its key was known. A failed job of the same key is revived. */
  async add(
    jobs: readonly { readonly job: JobRequest; readonly options: EnqueueOptions }[],
  ): Promise<readonly boolean[]> {
    return await this.#sql.transaction(async (query) => {
      const added: boolean[] = [];
      for (const { job, options } of jobs) added.push(await this.#insert(query, job, options));
      return added;
    });
  }

  async #insert(query: Query, job: JobRequest, options: EnqueueOptions): Promise<boolean> {
    const now = this.#sql.now;
    const [row] = await query(
      `INSERT INTO twopath_job (kind, grp, dedupe, data, run_at, max_attempts, created_at)
       VALUES ($1, $2, $3, $4, ${now}, $5, ${now})
       ON CONFLICT (dedupe) DO UPDATE SET state = 'waiting', attempt = 0, cancel = 0, finished_at = NULL, run_at = excluded.run_at
         WHERE twopath_job.state = 'failed' RETURNING id`,
      [job.kind, options.group, options.dedupeKey, JSON.stringify(job), this.#options.maxAttempts],
    );
    if (row === undefined) return false;
    const id = String(row["id"]);
    if (options.supersede) {
      await query(
        `UPDATE twopath_job SET cancel = CASE state WHEN 'running' THEN 1 ELSE cancel END,
           error = CASE state WHEN 'running' THEN error ELSE 'replaced by a newer event' END,
           finished_at = CASE state WHEN 'running' THEN finished_at ELSE ${now} END,
           state = CASE state WHEN 'running' THEN state ELSE 'cancelled' END
         WHERE grp = $1 AND kind = $2 AND id < $3 AND state IN ('waiting', 'parked', 'running')`,
        [options.group, job.kind, id],
      );
    }
    await this.#options.schedule(query, id, options.group, 0);
    return true;
  }

  /** Takes the oldest ready job whose group is free, or the given one if it is ready. */
  async claim(owner: string, id: string | null): Promise<ClaimedJob | null> {
    const now = this.#sql.now;
    const which =
      id === null
        ? `(SELECT j.id FROM twopath_job j WHERE j.state IN ${open} AND j.run_at <= ${now}
            AND NOT EXISTS (SELECT 1 FROM twopath_job r WHERE r.grp = j.grp AND r.state = 'running') ORDER BY j.id LIMIT 1)`
        : "$3";
    const [row] = await this.#sql.query(
      `UPDATE twopath_job SET state = 'running', owner = $1, lease_until = ${now} + $2, attempt = attempt + 1, cancel = 0
       WHERE id = ${which} AND state IN ${open} RETURNING id, data, attempt, max_attempts`,
      id === null ? [owner, this.#options.leaseMs] : [owner, this.#options.leaseMs, id],
    );
    if (row === undefined) return null;
    return {
      id: String(row["id"]),
      owner,
      job: JSON.parse(String(row["data"])) as JobRequest,
      attempt: Number(row["attempt"]),
      maxAttempts: Number(row["max_attempts"]),
    };
  }

  /** Ends an attempt; false when the job is no longer this owner's. */
  async end(claimed: ClaimedJob, outcome: Outcome): Promise<boolean> {
    const now = this.#sql.now;
    const state = stateAfter(outcome);
    const delayMs = "delayMs" in outcome ? Math.round(outcome.delayMs) : 0;
    const error = "error" in outcome ? outcome.error : null;
    const uncounted = outcome.result === "park" || outcome.result === "hand-back" ? 1 : 0;
    const ended = state === "done" || state === "failed" || state === "cancelled";
    return await this.#sql.transaction(async (query) => {
      const [row] = await query(
        `UPDATE twopath_job SET state = $3, owner = NULL, lease_until = NULL, error = $4, attempt = attempt - $5,
           run_at = ${now} + $6, finished_at = ${ended ? now : "NULL"}
         WHERE id = $1 AND owner = $2 AND state = 'running' RETURNING grp`,
        [claimed.id, claimed.owner, state, error, uncounted, delayMs],
      );
      if (row === undefined) return false;
      if (!ended) await this.#options.schedule(query, claimed.id, String(row["grp"]), delayMs);
      return true;
    });
  }

  /** Renews the leases of an owner's running jobs; gives the ids still held and whether each is to be cancelled. */
  async renew(owners: readonly string[]): Promise<ReadonlyMap<string, { readonly cancel: boolean }>> {
    if (owners.length === 0) return new Map();
    const places = owners.map((_, index) => `$${String(index + 2)}`).join(", ");
    const rows = await this.#sql.query(
      `UPDATE twopath_job SET lease_until = ${this.#sql.now} + $1
       WHERE owner IN (${places}) AND state = 'running' RETURNING id, cancel`,
      [this.#options.leaseMs, ...owners],
    );
    return new Map(rows.map((row) => [String(row["id"]), { cancel: Number(row["cancel"]) === 1 }]));
  }

  /** Ids of running jobs somebody asked to cancel. */
  async cancelled(): Promise<readonly string[]> {
    const rows = await this.#sql.query("SELECT id FROM twopath_job WHERE state = 'running' AND cancel = 1");
    return rows.map((row) => String(row["id"]));
  }

  /**
   * Takes back the jobs of dead workers: all running ones, or those whose lease ran out. A job that has used up its
   * attempts goes to the dead list and leaves a job that tells so.
   */
  async takeBack(which: "all" | "expired"): Promise<number> {
    const now = this.#sql.now;
    return await this.#sql.transaction(async (query) => {
      const rows = await query(
        `UPDATE twopath_job SET owner = NULL, lease_until = NULL, run_at = ${now},
           state = CASE WHEN cancel = 1 THEN 'cancelled' WHEN attempt >= max_attempts THEN 'failed' ELSE 'waiting' END,
           finished_at = CASE WHEN cancel = 1 OR attempt >= max_attempts THEN ${now} END,
           error = 'the process that ran it ended'
         WHERE state = 'running' ${which === "all" ? "" : `AND lease_until < ${now}`}
         RETURNING id, grp, state, data, attempt`,
      );
      for (const row of rows) await this.#follow(query, row);
      return rows.length;
    });
  }

  async #follow(query: Query, row: Row): Promise<void> {
    const id = String(row["id"]);
    const group = String(row["grp"]);
    if (row["state"] === "waiting") await this.#options.schedule(query, id, group, 0);
    const of = JSON.parse(String(row["data"])) as JobRequest;
    if (row["state"] !== "failed" || of.kind === "gave-up") return;
    const deliveryId = of.deliveryId;
    await this.#insert(
      query,
      { kind: "gave-up", of, jobId: id, deliveryId },
      { dedupeKey: `gave-up:${id}:${String(row["attempt"])}`, group, supersede: false },
    );
  }

  async saveProgress(claimed: ClaimedJob, progress: unknown): Promise<boolean> {
    const rows = await this.#sql.query(
      `UPDATE twopath_job SET progress = $3, lease_until = ${this.#sql.now} + $4
       WHERE id = $1 AND owner = $2 AND state = 'running' RETURNING id`,
      [claimed.id, claimed.owner, JSON.stringify(progress ?? null), this.#options.leaseMs],
    );
    return rows.length > 0;
  }

  /** True while the job is this owner's; renews the lease. */
  async holds(claimed: ClaimedJob): Promise<boolean> {
    const rows = await this.#sql.query(
      `UPDATE twopath_job SET lease_until = ${this.#sql.now} + $3
       WHERE id = $1 AND owner = $2 AND state = 'running' RETURNING id`,
      [claimed.id, claimed.owner, this.#options.leaseMs],
    );
    return rows.length > 0;
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
