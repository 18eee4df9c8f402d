import type { KeyValueStore } from "../ports.ts";
import type { Sql } from "./sql.ts";

/** The key-value table beside the jobs. `get` gives undefined for an unknown key; setting undefined deletes. */
export function createValueStore(sql: Sql): KeyValueStore {
  return {
    async get(key) {
      const [row] = await sql.query("SELECT value FROM twopath_value WHERE key = $1", [key]);
      return row === undefined ? undefined : (JSON.parse(String(row["value"])) as unknown);
    },
    async set(key, value) {
      if (value === undefined) {
        await sql.query("DELETE FROM twopath_value WHERE key = $1", [key]);
        return;
      }
      await sql.query(
        `INSERT INTO twopath_value (key, value, at) VALUES ($1, $2, ${sql.now})
         ON CONFLICT (key) DO UPDATE SET value = excluded.value, at = excluded.at`,
        [key, JSON.stringify(value)],
      );
    },
  };
}
