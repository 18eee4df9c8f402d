import type { StoreAdmin } from "../shell/queue/store.ts";

/** The server's store, opened beside the server that owns it. Throws UserError. */
export async function openStore(): Promise<StoreAdmin> {
  const { loadSettingsFile, readStoreSettings } = await import("../settings.ts");
  loadSettingsFile();
  const { openStoreAdmin } = await import("../shell/queue/store.ts");
  return await openStoreAdmin(readStoreSettings(), console.error);
}
