import { UserError } from "../../core/user-error.ts";
import type { RunJob } from "./attempt.ts";
import type { Schedule } from "./ledger.ts";
import { LedgerDesk } from "./ledger-desk.ts";
import { migrate } from "./migrations.ts";
import { hasSqliteStore, openSqlite } from "./open-sqlite.ts";
import type { Sql } from "./sql.ts";
import type { QueueOptions, Store, StoreDesk } from "./store.ts";
import { StoredQueue } from "./stored-queue.ts";
import { createValueList, createValueStore } from "./value-store.ts";

/** The table itself says what is ready. */
const nothingToSchedule: Schedule = () => Promise.resolve();

/** The embedded store: one process per folder, guarded by a lock. Throws UserError when it cannot own the folder. */
export async function createSqliteStore(folder: string, options: QueueOptions): Promise<Store> {
  const sql = openSqlite(folder, { own: true });
  try {
    await migrate(sql);
    const queue = new SqliteQueue(sql, options);
    await queue.takeBack();
    const values = createValueStore(sql);
    return {
      queue,
      values,
      // A write like any other (its time is new): reading would not notice a full disk or a failed flush.
      ping: () => values.set("probed", true),
      close: () => sql.close(),
    };
  } catch (error) {
    await sql.close();
    throw error;
  }
}

/** Opens the jobs of a folder beside the server that owns it, to list and steer them. Throws UserError when it has none. */
export async function openSqliteDesk(folder: string): Promise<StoreDesk> {
  if (!hasSqliteStore(folder)) {
    throw new UserError(
      `There is no store in ${folder}. Set TWOPATH_DATA_DIR (or DATABASE_URL) as the server has it; a server makes its ` +
        "store at its first start.",
    );
  }
  const sql = openSqlite(folder, { own: false });
  await migrate(sql);
  return {
    desk: new LedgerDesk(sql, nothingToSchedule),
    values: createValueList(sql),
    close: () => sql.close(),
  };
}

class SqliteQueue extends StoredQueue {
  #run: RunJob | null = null;
  #loop: Promise<void> | null = null;
  #woken = false;
  #wake: () => void = () => undefined;

  constructor(sql: Sql, options: QueueOptions) {
    super(sql, options, nothingToSchedule);
  }

  /** Behind the instance lock every running job belongs to a dead process. */
  async takeBack(): Promise<void> {
    await this.ledger.takeBack("all");
  }

  start(run: RunJob): void {
    if (this.#loop !== null) throw new Error("The queue runs already");
    this.#run = run;
    this.running.start();
    this.#loop = this.#work();
  }

  async stop(graceMs: number): Promise<void> {
    this.stopping = true;
    this.added();
    await this.batch.settled();
    await this.#loop;
    await this.running.stop(graceMs);
  }

  protected added(): void {
    this.#woken = true;
    this.#wake();
  }

  async #work(): Promise<void> {
    while (!this.stopping) {
      this.#woken = false;
      const took = await this.#takeOne().catch((error: unknown) => {
        this.options.onError(error);
        return false;
      });
      if (!took) await this.#sleep();
    }
  }

  async #takeOne(): Promise<boolean> {
    if (this.#run === null || this.running.size >= this.options.concurrency) return false;
    const claimed = await this.ledger.claim(this.nextOwner(), null);
    if (claimed === null) {
      await this.pruneSometimes();
      return false;
    }
    void this.running.run(claimed, this.#run).finally(() => {
      this.added();
    });
    return true;
  }

  /** Until woken by new work, or for the poll interval, as tools beside the server change jobs too. */
  async #sleep(): Promise<void> {
    if (this.#woken) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, this.options.pollMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
