import { unlockWorkers } from "./graphile-workers.ts";
import type { Sql } from "./sql.ts";

/**
 * Which processes live. graphile-worker keeps a dead worker's locks for four hours; a process that has not shown itself
 * for a lease is taken for dead here, and its locks are broken.
 */
export class Replicas {
  readonly #sql: Sql;
  readonly #id: string;
  readonly #leaseMs: number;

  constructor(sql: Sql, id: string, leaseMs: number) {
    this.#sql = sql;
    this.#id = id;
    this.#leaseMs = leaseMs;
  }

  /** Says that this process lives and which graphile workers are its own. */
  async beat(workers: readonly string[]): Promise<void> {
    await this.#sql.query(
      `INSERT INTO twopath_replica (id, workers, beat_at) VALUES ($1, $2, ${this.#sql.now})
       ON CONFLICT (id) DO UPDATE SET workers = excluded.workers, beat_at = excluded.beat_at`,
      [this.#id, JSON.stringify(workers)],
    );
  }

  /** Breaks the locks of processes that stopped beating. */
  async buryDead(): Promise<void> {
    await this.#sql.transaction(async (query) => {
      const dead = await query(
        `DELETE FROM twopath_replica WHERE beat_at < ${this.#sql.now} - $1 RETURNING workers`,
        [this.#leaseMs],
      );
      for (const row of dead) await unlockWorkers(query, JSON.parse(row["workers"] as string) as string[]);
    });
  }

  async leave(): Promise<void> {
    await this.#sql.query("DELETE FROM twopath_replica WHERE id = $1", [this.#id]);
  }
}
