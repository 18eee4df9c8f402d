import pg from "pg";
import { UserError } from "../../core/user-error.ts";
import type { Query, Row, Sql } from "./sql.ts";

/** A database with the pool beneath it, which graphile-worker shares. */
export interface PostgresSql extends Sql {
  readonly pool: pg.Pool;
}

/** Time given to reach the server, in milliseconds. */
const connectMs = 5000;

/** Longest wait for an answer, in milliseconds: GitHub itself waits no longer for a webhook's. */
const answerMs = 10_000;

/** Opens a database. Throws UserError when it cannot be reached; the message never holds the URL, which has a password. */
export async function openPostgres(
  url: string,
  connections: number,
  onError: (error: unknown) => void,
): Promise<PostgresSql> {
  const pool = new pg.Pool({
    ...{ connectionString: url, max: connections, keepAlive: true },
    ...{ connectionTimeoutMillis: connectMs, query_timeout: answerMs },
  });
  pool.on("error", onError);
  pool.on("connect", (client) => {
    client.on("error", onError);
  });
  try {
    await pool.query("SELECT 1");
  } catch (error) {
    await pool.end();
    const code = (error as { code?: string }).code ?? "no answer";
    throw new UserError(
      `Cannot use the database of DATABASE_URL (${code}). Check host, name, user and password.`,
      {
        cause: error,
      },
    );
  }
  return {
    pool,
    dialect: "postgres",
    now: "(extract(epoch FROM clock_timestamp()) * 1000)::bigint",
    query: queryOn(pool),
    transaction: (body) => transaction(pool, body),
    close: () => pool.end(),
  };
}

function queryOn(client: pg.Pool | pg.PoolClient): Query {
  return async (text, values = []) => (await client.query<Row>(text, [...values])).rows;
}

async function transaction<T>(pool: pg.Pool, body: (query: Query) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const result = await body(queryOn(client));
    await client.query("COMMIT");
    return result;
  } catch (error) {
    // A connection that does not answer would not answer this either.
    if (isTimeout(error)) broken = error;
    else
      await client.query("ROLLBACK").catch((failed: unknown) => {
        broken = failed instanceof Error ? failed : new Error(String(failed));
      });
    throw error;
  } finally {
    client.release(broken);
  }
}

/** As pg words it; it has no code. */
function isTimeout(error: unknown): error is Error {
  return error instanceof Error && error.message === "Query read timeout";
}
