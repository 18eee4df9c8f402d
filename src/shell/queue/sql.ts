export type Row = Readonly<Record<string, unknown>>;

/** Runs one statement with `$1`, `$2`, … and gives the rows of a SELECT or RETURNING. */
export type Query = (text: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

/** The little of a database that the ledger needs, the same for both stores. */
export interface Sql {
  readonly dialect: "sqlite" | "postgres";
  /** SQL expression: the store's own time in milliseconds since 1970. One clock for all processes. */
  readonly now: string;
  readonly query: Query;
  /** Commits durably before it resolves; rolls back when `body` throws. */
  transaction<T>(body: (query: Query) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
