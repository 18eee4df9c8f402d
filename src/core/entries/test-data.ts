/** A place that holds vectors, a table, an example, a fixture or a test specification of an entry. */
export interface TestDataRef {
  readonly file: string;
  readonly line: number;
}
