import type { Dialect } from "../../src/core/entries/dialect.ts";
import { read } from "./read-entries.ts";

type Case = readonly [because: string, confidence: number, path: string, ...lines: string[]];

/** One test per file: how sure a dialect is of it. */
export function describeConfidence(cases: readonly (readonly [Dialect, readonly Case[]])[]): void {
  for (const [dialect, rows] of cases) {
    describe(dialect.name, () => {
      it.each(rows.map((row) => [row[0], row[1], row] as const))("%s: %d", (_, confidence, row) => {
        const [, , path, ...lines] = row;
        expect(read(dialect, path, ...lines).confidence).toBeCloseTo(confidence, 10);
      });
    });
  }
}
