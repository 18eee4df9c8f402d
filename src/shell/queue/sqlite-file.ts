import { existsSync } from "node:fs";
import { join } from "node:path";

/** The file of the embedded store in its folder. */
export const sqliteFile = (folder: string): string => join(folder, "twopath.db");

/** Whether a server ever had its store in this folder. */
export function hasSqliteStore(folder: string): boolean {
  return existsSync(sqliteFile(folder));
}
