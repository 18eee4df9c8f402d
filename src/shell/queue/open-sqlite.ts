import { chmodSync, mkdirSync } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import { join } from "node:path";
import Database from "libsql";
import { UserError } from "../../core/user-error.ts";
import { SharedFlush } from "./shared-flush.ts";
import type { Query, Row, Sql } from "./sql.ts";
import { sqliteFile } from "./sqlite-file.ts";

interface Prepared {
  readonly statement: Database.Statement;
  /** Which value stands at each `?`. */
  readonly order: readonly number[];
  readonly reads: boolean;
  /** Gives one row at most, which is read several times as fast as a list. */
  readonly isSingle: boolean;
}

interface OpenSqliteOptions {
  /** True for the one process that runs the jobs: takes the instance lock. False for tools beside it. */
  readonly own: boolean;
}

/**
 * Opens the embedded store in a folder, made if absent and readable by its owner only. Throws UserError when another
 * process owns it or when the file is damaged.
 */
export function openSqlite(folder: string, options: OpenSqliteOptions): Sql {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = options.own ? takeInstanceLock(folder) : null;
  const file = sqliteFile(folder);
  try {
    const db = new Database(file);
    db.exec("PRAGMA busy_timeout = 5000");
    db.exec("PRAGMA journal_mode = WAL");
    // A commit of NORMAL is in the write-ahead log but not yet on disk; `sqlOver` flushes it without blocking the process.
    db.exec("PRAGMA synchronous = NORMAL");
    if (options.own) checkIntegrity(db, file);
    chmodSync(file, 0o600);
    return sqlOver(db, `${file}-wal`, lock);
  } catch (error) {
    lock?.close();
    if (error instanceof UserError) throw error;
    throw new UserError(
      `Cannot open the store ${file}: ${reason(error)}. Check that the folder is writable and on a local disk, ` +
        "or restore a backup.",
      { cause: error },
    );
  }
}

/**
 * An operating-system lock on a file of its own: gone with the process however it dies, so it is never stale.
 * An exclusive transaction that stays open holds it.
 */
function takeInstanceLock(folder: string): { close(): void } {
  const lock = new Database(join(folder, "instance.lock.db"), { timeout: 0 });
  try {
    lock.exec("PRAGMA journal_mode = DELETE");
    lock.exec("PRAGMA locking_mode = EXCLUSIVE");
    lock.exec("BEGIN EXCLUSIVE");
    lock.exec("CREATE TABLE IF NOT EXISTS held (x)");
    return lock;
  } catch (error) {
    lock.close();
    throw new UserError(
      `Another twopath process uses ${folder} (${reason(error)}). Stop it first; to run several processes, ` +
        "set DATABASE_URL to a PostgreSQL database.",
      { cause: error },
    );
  }
}

function checkIntegrity(db: Database.Database, file: string): void {
  const rows = db.prepare("PRAGMA quick_check(1)").all() as Record<string, unknown>[];
  const answer = Object.values(rows[0] ?? {})[0];
  if (answer === "ok") return;
  throw new UserError(
    `The store ${file} is damaged (${String(answer)}). Restore a backup, or move the file away.`,
  );
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/**
 * One lane: transactions never mix, although callers are asynchronous. Each statement itself is synchronous. What wrote
 * resolves once the write-ahead log is on disk, as with `synchronous = FULL`, but other callers go on meanwhile.
 */
function sqlOver(db: Database.Database, log: string, lock: { close(): void } | null): Sql {
  const direct = queryOf(db);
  const file = flushedFile(log);
  const disk = new SharedFlush(() => file.flush());
  let tail: Promise<unknown> = Promise.resolve();
  const inLane = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = tail.then(work);
    tail = turn.catch(() => undefined);
    return turn;
  };
  const query: Query = async (text, values) => {
    const rows = await inLane(() => direct(text, values));
    const isUnchanged = /^\s*SELECT\b/i.test(text) || (rows.length === 0 && /\bRETURNING\b/i.test(text));
    if (!isUnchanged) await disk.flushed();
    return rows;
  };
  return {
    dialect: "sqlite",
    now,
    skipLocked: "",
    exclusive: lock !== null,
    query,
    transaction: async (body) => {
      const result = await inLane(() => inTransaction(db, () => body(direct)));
      await disk.flushed();
      return result;
    },
    // Those beside the server are heard by its polling.
    notify: () => Promise.resolve(),
    listen: () => undefined,
    // A write like any other (its time is new): reading would not notice a full disk or a failed flush.
    ping: async () => {
      await query(
        `INSERT INTO twopath_value (key, value, at) VALUES ('probed', 'true', ${now})
         ON CONFLICT (key) DO UPDATE SET at = excluded.at`,
      );
    },
    close: () =>
      inLane(async () => {
        await disk.settled();
        await file.close();
        db.close();
        lock?.close();
      }),
  };
}

async function inTransaction<T>(db: Database.Database, body: () => Promise<T>): Promise<T> {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = await body();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

const now = "CAST(unixepoch('subsec') * 1000 AS INTEGER)";

/** The write-ahead log, opened by the first flush: it stays the same file for as long as the store is open. */
function flushedFile(path: string): { flush(): Promise<void>; close(): Promise<void> } {
  let file: Promise<FileHandle> | null = null;
  return {
    flush: async () => (await (file ??= open(path, "r+"))).datasync(),
    // One that could not be opened has refused every write already.
    close: async () => (await file?.catch(() => null))?.close(),
  };
}

function queryOf(db: Database.Database): Query {
  const prepared = new Map<string, Prepared>();
  return (text, values = []) => {
    let found = prepared.get(text);
    if (found === undefined) prepared.set(text, (found = prepare(db, text)));
    const bound = found.order.map((index) => values[index]);
    if (found.isSingle) {
      const row = found.statement.get(...bound) as Row | undefined;
      return Promise.resolve(row === undefined ? [] : [row]);
    }
    if (found.reads) return Promise.resolve(found.statement.all(...bound) as Row[]);
    found.statement.run(...bound);
    return Promise.resolve([]);
  };
}

function prepare(db: Database.Database, text: string): Prepared {
  const order: number[] = [];
  const positional = text.replaceAll(/\$([0-9]+)/g, (_, place: string) => {
    order.push(Number(place) - 1);
    return "?";
  });
  const reads = /^\s*(?:SELECT|PRAGMA)|\bRETURNING\b/i.test(text);
  const isSingle = reads && (/\bWHERE key = \$1\s*$/.test(text) || /^\s*INSERT\b/i.test(text));
  return { statement: db.prepare(positional), order, reads, isSingle };
}
