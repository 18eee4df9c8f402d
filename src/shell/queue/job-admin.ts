import type { JobAdmin, JobFilter, JobRecord, JobState } from "../ports.ts";
import { readJob, UnreadableJob } from "./read-job.ts";
import type { Row, Sql } from "./sql.ts";

const open = "('waiting', 'parked')";

/** Reading and steering stored jobs; works beside a running server, in another process. */
export class StoredJobAdmin implements JobAdmin {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async jobs(filter: JobFilter): Promise<readonly JobRecord[]> {
    const values: unknown[] = [filter.limit ?? 100];
    const where = ["1 = 1"];
    if (filter.group !== undefined) where.push(`grp = $${String(values.push(filter.group))}`);
    if (filter.states !== undefined)
      where.push(`state IN (${filter.states.map((state) => `'${state}'`).join(", ")})`);
    const rows = await this.#sql.query(
      `SELECT * FROM twopath_job WHERE ${where.join(" AND ")} ORDER BY id DESC LIMIT $1`,
      values,
    );
    return rows.map(record);
  }

  async job(id: string): Promise<JobRecord | null> {
    if (!/^[0-9]{1,15}$/.test(id)) return null;
    const [row] = await this.#sql.query("SELECT * FROM twopath_job WHERE id = $1", [id]);
    return row === undefined ? null : record(row);
  }

  cancel(id: string): Promise<boolean> {
    return this.#change(
      id,
      `cancel = 1,
         finished_at = CASE WHEN state IN ${open} THEN ${this.#sql.now} END,
         error = CASE WHEN state IN ${open} THEN 'cancelled' ELSE error END,
         state = CASE WHEN state IN ${open} THEN 'cancelled' ELSE state END
       WHERE id = $1 AND state IN ('waiting', 'parked', 'running')`,
    );
  }

  retry(id: string): Promise<boolean> {
    return this.#change(
      id,
      `state = 'waiting', attempt = 0, cancel = 0, finished_at = NULL, run_at = ${this.#sql.now}
       WHERE id = $1 AND state IN ('failed', 'cancelled')`,
    );
  }

  async #change(id: string, change: string): Promise<boolean> {
    if ((await this.job(id)) === null) return false;
    return await this.#sql.transaction(async (query) => {
      const rows = await query(`UPDATE twopath_job SET ${change} RETURNING id`, [id]);
      await this.#sql.notify(query);
      return rows.length > 0;
    });
  }

  async counts(): Promise<Readonly<Record<JobState, number>>> {
    const counts = { waiting: 0, parked: 0, running: 0, done: 0, failed: 0, cancelled: 0 };
    const rows = await this.#sql.query("SELECT state, count(*) AS n FROM twopath_job GROUP BY state");
    for (const row of rows) counts[row["state"] as JobState] = Number(row["n"]);
    return counts;
  }
}

function record(row: Row): JobRecord {
  const job = readJob(row);
  return {
    id: String(row["id"]),
    kind: String(row["kind"]),
    ...(job instanceof UnreadableJob ? { job: null, unreadable: String(row["data"]) } : { job }),
    group: String(row["grp"]),
    state: row["state"] as JobState,
    attempt: Number(row["attempt"]),
    maxAttempts: Number(row["max_attempts"]),
    createdAt: Number(row["created_at"]),
    runAt: Number(row["run_at"]),
    finishedAt: row["finished_at"] === null ? null : Number(row["finished_at"]),
    error: row["error"] as string | null,
  };
}
