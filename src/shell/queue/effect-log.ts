import type { Sql } from "./sql.ts";

/** What jobs have done once and for all, by job and key. */
export class EffectLog {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  async effect(jobId: string, key: string): Promise<{ readonly value: unknown } | null> {
    const [row] = await this.#sql.query("SELECT value FROM twopath_effect WHERE job = $1 AND key = $2", [
      jobId,
      key,
    ]);
    return row === undefined ? null : { value: JSON.parse(String(row["value"])) };
  }

  async saveEffect(jobId: string, key: string, value: unknown): Promise<void> {
    await this.#sql.query(
      `INSERT INTO twopath_effect (job, key, value, at) VALUES ($1, $2, $3, ${this.#sql.now}) ON CONFLICT DO NOTHING`,
      [jobId, key, JSON.stringify(value ?? null)],
    );
  }
}
