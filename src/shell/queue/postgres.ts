import { Logger, runMigrations } from "graphile-worker";
import type { RunJob } from "./attempt.ts";
import { GraphileWorkers } from "./graphile-workers.ts";
import type { Schedule } from "./ledger.ts";
import { LedgerDesk } from "./ledger-desk.ts";
import { migrate } from "./migrations.ts";
import { openPostgres, type PostgresSql } from "./open-postgres.ts";
import { Replicas } from "./replicas.ts";
import type { QueueOptions, Store, StoreDesk } from "./store.ts";
import { StoredQueue } from "./stored-queue.ts";
import { createValueList, createValueStore } from "./value-store.ts";

const task = "twopath";

/** Connections besides one per running job: enqueueing, heartbeats, LISTEN, queries. */
const spareConnections = 6;

const silent = new Logger(() => () => undefined);

/**
 * graphile-worker decides when and where: one job per queue name at a time over all processes, woken by NOTIFY. The
 * ledger says what a job is and what became of it; a graphile job is only a ticket with the ledger's id.
 */
const schedule: Schedule = async (query, id, group, delayMs) => {
  await query(
    `SELECT graphile_worker.add_job($1::text, json_build_object('id', $2::text), queue_name := $3::text,
       run_at := clock_timestamp() + $4::int * interval '1 millisecond', max_attempts := 1000, job_key := $5::text)`,
    [task, id, group.slice(0, 128), Math.min(Math.round(delayMs), 2_000_000_000), `twopath:${id}`],
  );
};

/** The store for several processes. Throws UserError when the database cannot be used. */
export async function createPostgresStore(url: string, options: QueueOptions): Promise<Store> {
  const sql = await openPostgres(url, options.concurrency + spareConnections, options.onError);
  try {
    // By connections of its own: a migration may take longer than an answer.
    await runMigrations({ connectionString: url, logger: silent });
    await migrate(sql);
  } catch (error) {
    await sql.close();
    throw error;
  }
  return {
    queue: new PostgresQueue(sql, options),
    values: createValueStore(sql),
    ping: async () => {
      await sql.query("SELECT 1");
    },
    close: () => sql.close(),
  };
}

/** Opens the jobs of a database to list and steer them. */
export async function openPostgresDesk(url: string, onError: (error: unknown) => void): Promise<StoreDesk> {
  const sql = await openPostgres(url, 2, onError);
  return { desk: new LedgerDesk(sql, schedule), values: createValueList(sql), close: () => sql.close() };
}

class PostgresQueue extends StoredQueue {
  readonly #sql: PostgresSql;
  readonly #replicas: Replicas;
  #workers: GraphileWorkers | null = null;
  #started: Promise<void> = Promise.resolve();
  #beating: NodeJS.Timeout | undefined;
  /** The beat under way. */
  #beat: Promise<void> | null = null;

  constructor(sql: PostgresSql, options: QueueOptions) {
    super(sql, options, schedule);
    this.#sql = sql;
    this.#replicas = new Replicas(sql, this.instance, options.leaseMs);
  }

  start(run: RunJob): void {
    if (this.#workers !== null) throw new Error("The queue runs already");
    this.running.start();
    const perform = async (payload: unknown): Promise<void> => {
      await this.#do(String((payload as { id: unknown }).id), run);
    };
    this.#workers = new GraphileWorkers(this.#sql, { [task]: perform }, this.options);
    this.#started = this.#workers
      .start()
      .then(() => this.#beatOnce())
      .catch(this.options.onError);
    this.#beating = setInterval(() => void this.#beatOnce(), this.options.leaseMs / 3);
    this.#beating.unref();
  }

  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    await this.batch.settled();
    await this.#started;
    // Begun before jobs are handed back, so that no worker of this process takes them again.
    const stopped = this.#workers?.stop();
    await this.running.stop(graceMs);
    await stopped;
    clearInterval(this.#beating);
    await this.#beat;
    await this.#replicas.leave();
  }

  /** NOTIFY wakes the workers. */
  protected added(): void {
    return;
  }

  async #do(id: string, run: RunJob): Promise<void> {
    if (this.stopping) {
      await this.#later(id, 0);
      return;
    }
    try {
      const claimed = await this.ledger.claim(this.nextOwner(), id);
      if (claimed !== null) await this.running.run(claimed, run);
    } catch (error) {
      // The group still has a running job whose graphile lock is gone: its process died or lost the database.
      if ((error as { code?: string }).code !== "23505") throw error;
      await this.#later(id, this.options.pollMs);
    }
  }

  async #later(id: string, delayMs: number): Promise<void> {
    const job = await this.job(id);
    if (job !== null) await schedule(this.#sql.query, id, job.group, delayMs);
  }

  /** One at a time, however slow the database is. */
  #beatOnce(): Promise<void> {
    this.#beat ??= this.#beatSteps()
      .catch(this.options.onError)
      .finally(() => (this.#beat = null));
    return this.#beat;
  }

  async #beatSteps(): Promise<void> {
    const steps = [
      () => this.#workers?.mend(),
      () => this.#replicas.beat(this.#workers?.ids ?? []),
      () => this.#replicas.buryDead(),
      () => this.ledger.takeBack("expired"),
      () => this.#reissueTickets(),
      () => this.pruneSometimes(),
    ];
    for (const step of steps) {
      // The pool ends with the store, and a beat may be under way then.
      if (this.stopping) return;
      await step();
    }
  }

  /**
   * A ticket can be taken and thrown away in the moment in which another process takes its job back from a dead one (seen
   * once in 60 kills). The ledger is the truth: a ready job without a ticket gets a new one.
   */
  async #reissueTickets(): Promise<void> {
    const rows = await this.#sql.query(
      `SELECT id, grp FROM twopath_job j WHERE state IN ('waiting', 'parked') AND run_at < ${this.#sql.now} - $1
         AND NOT EXISTS (SELECT 1 FROM graphile_worker.jobs t WHERE t.key = 'twopath:' || j.id) LIMIT 1000`,
      [Math.round(this.options.leaseMs / 3)],
    );
    for (const row of rows) await schedule(this.#sql.query, String(row["id"]), row["grp"] as string, 0);
  }
}
