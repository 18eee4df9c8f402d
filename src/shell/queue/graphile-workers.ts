import { EventEmitter } from "node:events";
import { Logger, run, type Runner, type Task, type WorkerEvents } from "graphile-worker";
import type { PostgresSql } from "./open-postgres.ts";

const silent = new Logger(() => () => undefined);

export interface GraphileOptions {
  readonly concurrency: number;
  readonly pollMs: number;
  readonly onError: (error: unknown) => void;
}

/**
 * The graphile workers of this process. One that cannot write down the end of its job, as the database is away, dies, keeps
 * its locks and is never replaced by graphile-worker itself: `mend` frees what it held and starts others.
 */
export class GraphileWorkers {
  readonly #sql: PostgresSql;
  readonly #tasks: Readonly<Record<string, Task>>;
  readonly #options: GraphileOptions;
  readonly #ids = new Set<string>();
  readonly #dead = new Set<string>();
  /** Being stopped, as others have taken their place. */
  readonly #leaving = new Set<Promise<void>>();
  #runner: Runner | null = null;
  #stopped = false;

  constructor(sql: PostgresSql, tasks: Readonly<Record<string, Task>>, options: GraphileOptions) {
    this.#sql = sql;
    this.#tasks = tasks;
    this.#options = options;
  }

  /** Of all workers that may hold locks. */
  get ids(): readonly string[] {
    return [...this.#ids];
  }

  async start(): Promise<void> {
    const events: WorkerEvents = new EventEmitter();
    events.on("worker:create", ({ worker }) => this.#ids.add(worker.workerId));
    events.on("worker:fatalError", ({ worker, error }) => {
      this.#dead.add(worker.workerId);
      this.#options.onError(error);
    });
    const runner = await run({
      pgPool: this.#sql.pool,
      concurrency: this.#options.concurrency,
      pollInterval: this.#options.pollMs,
      noHandleSignals: true,
      logger: silent,
      events,
      taskList: { ...this.#tasks },
    });
    if (this.#stopped) this.#leave(runner);
    else this.#runner = runner;
  }

  /** Rejects while the database is away; to be called again then. */
  async mend(): Promise<void> {
    const dead = [...this.#dead];
    if (dead.length === 0) return;
    await unlockWorkers(this.#sql.query, dead);
    const old = this.#runner;
    await this.start();
    if (this.#stopped) return;
    for (const id of dead) {
      this.#dead.delete(id);
      this.#ids.delete(id);
    }
    if (old !== null) this.#leave(old);
  }

  /** Resolves when the jobs under way have ended. */
  async stop(): Promise<void> {
    this.#stopped = true;
    await this.#runner?.stop();
    await Promise.all(this.#leaving);
  }

  #leave(runner: Runner): void {
    const left = runner
      .stop()
      .catch(this.#options.onError)
      .finally(() => this.#leaving.delete(left));
    this.#leaving.add(left);
  }
}

/** Breaks the locks of workers that are dead: graphile-worker itself would wait for four hours. */
export async function unlockWorkers(query: PostgresSql["query"], ids: readonly string[]): Promise<void> {
  await query("SELECT graphile_worker.force_unlock_workers($1::text[])", [[...ids]]);
}
