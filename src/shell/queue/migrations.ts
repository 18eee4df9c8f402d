import { UserError } from "../../core/user-error.ts";
import type { Sql } from "./sql.ts";

interface Migration {
  readonly version: number;
  readonly statements: (dialect: Sql["dialect"]) => readonly string[];
}

/** In order, never edited once released: a change of the store is a new entry at the end. */
export const migrations: readonly Migration[] = [
  {
    version: 1,
    statements: (dialect) => [
      `CREATE TABLE twopath_job (
        id ${dialect === "postgres" ? "BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY" : "INTEGER PRIMARY KEY AUTOINCREMENT"},
        kind TEXT NOT NULL, grp TEXT NOT NULL, dedupe TEXT NOT NULL, data TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT 'waiting', run_at BIGINT NOT NULL,
        attempt INTEGER NOT NULL DEFAULT 0, max_attempts INTEGER NOT NULL,
        owner TEXT, lease_until BIGINT, cancel INTEGER NOT NULL DEFAULT 0,
        progress TEXT, error TEXT, created_at BIGINT NOT NULL, finished_at BIGINT)`,
      `CREATE UNIQUE INDEX twopath_job_dedupe ON twopath_job (dedupe)`,
      `CREATE UNIQUE INDEX twopath_job_one_per_group ON twopath_job (grp) WHERE state = 'running'`,
      `CREATE INDEX twopath_job_ready ON twopath_job (id) WHERE state IN ('waiting', 'parked')`,
      `CREATE INDEX twopath_job_group ON twopath_job (grp, kind) WHERE state IN ('waiting', 'parked', 'running')`,
      `CREATE INDEX twopath_job_finished ON twopath_job (finished_at) WHERE finished_at IS NOT NULL`,
      `CREATE TABLE twopath_effect (
        job BIGINT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, at BIGINT NOT NULL, PRIMARY KEY (job, key))`,
      `CREATE TABLE twopath_value (key TEXT PRIMARY KEY, value TEXT NOT NULL, at BIGINT NOT NULL)`,
      `CREATE TABLE twopath_replica (id TEXT PRIMARY KEY, workers TEXT NOT NULL, beat_at BIGINT NOT NULL)`,
    ],
  },
  {
    version: 2,
    statements: () => [
      "DROP TABLE twopath_replica",
      "ALTER TABLE twopath_job DROP COLUMN progress",
      "DROP INDEX twopath_job_group",
      `CREATE INDEX twopath_job_group ON twopath_job (grp, id) WHERE state IN ('waiting', 'parked', 'running')`,
      `UPDATE twopath_job SET kind = 'dead-letter', data = replace(data, '"kind":"gave-up"', '"kind":"dead-letter"')
       WHERE kind = 'gave-up'`,
    ],
  },
];

/** Brings a store to this program's version, one transaction for all steps. Refuses a store of a newer program. */
export async function migrate(sql: Sql, known = migrations): Promise<void> {
  const newest = known.at(-1)?.version ?? 0;
  await sql.transaction(async (query) => {
    if (sql.dialect === "postgres") await query("SELECT pg_advisory_xact_lock(727274)");
    await query("CREATE TABLE IF NOT EXISTS twopath_schema (version INTEGER NOT NULL)");
    const [row] = await query("SELECT max(version) AS version FROM twopath_schema");
    const current = Number(row?.["version"] ?? 0);
    if (current > newest) throw newerStore(current, newest);
    for (const { version, statements } of known.filter((step) => step.version > current)) {
      for (const statement of statements(sql.dialect)) await query(statement);
      await query("INSERT INTO twopath_schema (version) VALUES ($1)", [version]);
    }
  });
}

function newerStore(found: number, known: number): UserError {
  return new UserError(
    `The store has version ${String(found)}, this program knows version ${String(known)}. ` +
      "Start the newer twopath again, or restore the backup made before the upgrade.",
  );
}
