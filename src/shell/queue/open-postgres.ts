import pg from "pg";
import { UserError } from "../../core/user-error.ts";
import type { Query, Row, Sql } from "./sql.ts";

/** Time given to reach the server, in milliseconds. */
const connectMs = 5000;

/** Longest wait for an answer, in milliseconds: GitHub itself waits no longer for a webhook's. */
const answerMs = 10_000;

/** Connections for queries; one more listens. */
const poolSize = 9;

/** Pause before a broken connection that listens is made anew, in milliseconds. */
const listenAgainMs = 500;

const channel = "twopath_job";

/** Opens a database. Throws UserError when it cannot be reached; the message never holds the URL, which has a password. */
export async function openPostgres(url: string, onError: (error: unknown) => void): Promise<Sql> {
  const connection = { connectionString: url, keepAlive: true, connectionTimeoutMillis: connectMs };
  const pool = new pg.Pool({ ...connection, max: poolSize, query_timeout: answerMs });
  pool.on("error", onError);
  pool.on("connect", (client) => {
    client.on("error", onError);
  });
  const query = queryOn(pool);
  const ping = async () => {
    await query("SELECT 1");
  };
  await ping().catch(async (error: unknown) => {
    await pool.end();
    throw unusable(error);
  });
  const listener = new Listener(connection, onError);
  return {
    dialect: "postgres",
    now: "(extract(epoch FROM clock_timestamp()) * 1000)::bigint",
    skipLocked: "FOR UPDATE SKIP LOCKED",
    exclusive: false,
    query,
    transaction: (body) => transaction(pool, body),
    notify: async (within) => {
      await within("SELECT pg_notify($1, '')", [channel]);
    },
    listen: (wake) => {
      listener.start(wake);
    },
    ping,
    close: async () => {
      await listener.stop();
      await pool.end();
    },
  };
}

function unusable(error: unknown): UserError {
  const code = (error as { code?: string }).code ?? "no answer";
  return new UserError(
    `Cannot use the database of DATABASE_URL (${code}). Check host, name, user and password.`,
    { cause: error },
  );
}

/** Hears what other processes notify, on a connection of its own that is made anew when it breaks. */
class Listener {
  readonly #connection: pg.ClientConfig;
  readonly #onError: (error: unknown) => void;
  #client: pg.Client | null = null;
  #again: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(connection: pg.ClientConfig, onError: (error: unknown) => void) {
    this.#connection = connection;
    this.#onError = onError;
  }

  start(wake: () => void): void {
    if (this.#stopped) return;
    const client = new pg.Client(this.#connection);
    this.#client = client;
    client.on("notification", wake);
    client.on("error", this.#onError);
    client.once("end", () => {
      this.#again = setTimeout(() => {
        this.start(wake);
      }, listenAgainMs);
      this.#again.unref();
    });
    client
      .connect()
      .then(() => client.query(`LISTEN ${channel}`))
      .then(wake) // It may have missed something.
      .catch(async (error: unknown) => {
        // Stopped before it was connected: nobody wants to hear any more.
        if (this.#stopped) return;
        this.#onError(error);
        await client.end();
      });
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#again);
    await this.#client?.end();
  }
}

function queryOn(client: pg.Pool | pg.PoolClient): Query {
  return async (text, values = []) => (await client.query<Row>(text, [...values])).rows;
}

/** Tries again what the server certainly did not keep: ended for a deadlock, or cut off before it was to be kept. */
async function transaction<T>(pool: pg.Pool, body: (query: Query) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++) {
    const progress = { committing: false };
    try {
      return await transactionOnce(pool, body, progress);
    } catch (error) {
      const isAgain = isDeadlock(error) || (isCutOff(error) && !progress.committing);
      if (!isAgain || attempt === maxAttempts) throw error;
    }
  }
}

/** A restart of the server breaks every pooled connection, and each is noticed only when it is used. */
const maxAttempts = poolSize + 3;

async function transactionOnce<T>(
  pool: pg.Pool,
  body: (query: Query) => Promise<T>,
  progress: { committing: boolean },
): Promise<T> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const result = await body(queryOn(client));
    progress.committing = true;
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

const isDeadlock = (error: unknown): boolean => (error as { code?: string }).code === "40P01";

/** The server ended the connection (57P01), or it broke; pg gives the latter no code of its own. */
function isCutOff(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = error as { code?: string };
  return code === "57P01" || code === "ECONNRESET" || error.message.startsWith("Connection terminated");
}

/** As pg words it; it has no code. */
function isTimeout(error: unknown): error is Error {
  return error instanceof Error && error.message === "Query read timeout";
}
