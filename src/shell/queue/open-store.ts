import { createPostgresStore } from "./postgres.ts";
import { createSqliteStore } from "./sqlite.ts";
import type { QueueOptions, Store } from "./store.ts";

/** Where the store is: a database, or a folder of this machine. */
export type StorePlace =
  { readonly type: "postgres"; readonly url: string } | { readonly type: "sqlite"; readonly folder: string };

/** Throws UserError when it cannot be reached or owned. */
export function openStore(place: StorePlace, options: QueueOptions): Promise<Store> {
  return place.type === "postgres"
    ? createPostgresStore(place.url, options)
    : createSqliteStore(place.folder, options);
}
