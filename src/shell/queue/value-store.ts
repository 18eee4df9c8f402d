import type { KeyValueStore } from "../ports.ts";
import type { Sql } from "./sql.ts";

/** Looks through the values of a store. */
export interface ValueList {
  /** What is kept under keys that start with `prefix`, by key. */
  list(prefix: string): Promise<readonly { readonly key: string; readonly value: unknown }[]>;
}

export function createValueList(sql: Sql): ValueList {
  return {
    async list(prefix) {
      const rows = await sql.query(
        "SELECT key, value FROM twopath_value WHERE substr(key, 1, $1) = $2 ORDER BY key",
        [prefix.length, prefix],
      );
      return rows.map((row) => ({
        key: String(row["key"]),
        value: JSON.parse(String(row["value"])) as unknown,
      }));
    },
  };
}

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
    update: (key, change) =>
      sql.transaction(async (query) => {
        await query(
          `INSERT INTO twopath_value (key, value, at) VALUES ($1, 'null', ${sql.now}) ON CONFLICT DO NOTHING`,
          [key],
        );
        // An update takes the row's lock in both stores; a select would only in one.
        const [row] = await query(`UPDATE twopath_value SET at = ${sql.now} WHERE key = $1 RETURNING value`, [
          key,
        ]);
        const value = change((JSON.parse(row?.["value"] as string) as unknown) ?? undefined);
        if (value === undefined) await query("DELETE FROM twopath_value WHERE key = $1", [key]);
        else await query("UPDATE twopath_value SET value = $2 WHERE key = $1", [key, JSON.stringify(value)]);
        return value;
      }),
  };
}
