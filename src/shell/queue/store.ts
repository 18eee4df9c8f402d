import { UserError } from "../../core/user-error.ts";
import type { JobAdmin, JobQueue, KeyValueStore } from "../ports.ts";
import { StoredJobAdmin } from "./job-admin.ts";
import { migrate } from "./migrations.ts";
import type { QueueOptions } from "./queue-options.ts";
import type { Sql } from "./sql.ts";
import { StoredQueue } from "./stored-queue.ts";
import { hasSqliteStore } from "./sqlite-file.ts";
import { createValueList, createValueStore, type ValueList } from "./value-store.ts";

/** Where the store is: a database, or a folder of this machine. */
export type StorePlace =
  { readonly type: "postgres"; readonly url: string } | { readonly type: "sqlite"; readonly folder: string };

/** A store with everything in it: the jobs and the small state beside them. */
export interface Store {
  readonly queue: JobQueue;
  readonly values: KeyValueStore;
  /** Rejects when the store could not take a job now: what `/readyz` asks. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** What tools beside a running server may use. */
export interface StoreAdmin {
  readonly jobs: JobAdmin;
  readonly values: ValueList;
  close(): Promise<void>;
}

/** Opens the store for a process that runs its jobs. Throws UserError when it cannot be reached or owned. */
export async function openStore(place: StorePlace, options: QueueOptions): Promise<Store> {
  const sql = await open(place, true, options.onError);
  return await orClose(sql, async () => {
    await migrate(sql);
    const queue = new StoredQueue(sql, options);
    await queue.open();
    return { queue, values: createValueStore(sql), ping: () => sql.ping(), close: () => sql.close() };
  });
}

/** Opens a store beside the servers that run its jobs, to list and steer them. Throws UserError when there is none. */
export async function openStoreAdmin(
  place: StorePlace,
  onError: (error: unknown) => void,
): Promise<StoreAdmin> {
  if (place.type === "sqlite" && !hasSqliteStore(place.folder)) {
    throw new UserError(
      `There is no store in ${place.folder}. Set TWOPATH_DATA_DIR (or DATABASE_URL) as the server has it; a server makes its ` +
        "store at its first start.",
    );
  }
  const sql = await open(place, false, onError);
  return await orClose(sql, async () => {
    await migrate(sql);
    return { jobs: new StoredJobAdmin(sql), values: createValueList(sql), close: () => sql.close() };
  });
}

/** The libraries of a store are loaded where it is used only. */
async function open(place: StorePlace, own: boolean, onError: (error: unknown) => void): Promise<Sql> {
  return place.type === "postgres"
    ? (await import("./open-postgres.ts")).openPostgres(place.url, onError)
    : (await import("./open-sqlite.ts")).openSqlite(place.folder, { own });
}

async function orClose<T>(sql: Sql, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } catch (error) {
    await sql.close();
    throw error;
  }
}
