export type Row = Readonly<Record<string, unknown>>;

/** Runs one statement with `$1`, `$2`, … and gives the rows of a SELECT or RETURNING. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** The little of a database that the queue needs; all that differs between the two stores. */
export interface Sql {
  readonly dialect: "sqlite" | "postgres";
  /** SQL expression: the store's own time in milliseconds since 1970. One clock for all processes. */
  readonly now: string;
  /** SQL clause of a SELECT that is about to change its rows: no process waits for those another one is changing. */
  readonly skipLocked: string;
  /** True: this process alone may run the store's jobs. */
  readonly exclusive: boolean;
  readonly query: Query;
  /** Commits durably before it resolves; rolls back when `body` throws. `body` may run again: it only queries. */
  transaction<T>(body: (query: Query) => Promise<T>): Promise<T>;
  /** Tells the other processes, once the statement's transaction commits, to look for work. */
  notify(query: Query): Promise<void>;
  /** Calls `wake` whenever another process notifies; until `close`. */
  listen(wake: () => void): void;
  /** Rejects when the store could not take a job now. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
