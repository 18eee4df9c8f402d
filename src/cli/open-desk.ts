import type { StoreDesk } from "../shell/queue/store.ts";

/** The server's store, opened beside the server that owns it. Throws UserError. */
export async function openDesk(): Promise<StoreDesk> {
  const { loadSettingsFile, readStoreSettings } = await import("../settings.ts");
  loadSettingsFile();
  const store = readStoreSettings();
  return store.type === "postgres"
    ? await (await import("../shell/queue/postgres.ts")).openPostgresDesk(store.url, console.error)
    : await (await import("../shell/queue/sqlite.ts")).openSqliteDesk(store.folder);
}
