import { isDataFile } from "../../../data-file.ts";
import type { SourceFile } from "../../../entries/entry.ts";
import type { VectorFile } from "../../vectors/vector-file.ts";
import { openedBy, readsData } from "./opened-data.ts";
import type { CheckedDemand } from "../check-demand.ts";
import type { Values } from "../../syntax/values.ts";
import { alteredRows } from "./altered-rows.ts";
import { provingTests, type ReadTest, type Tests } from "../tests/read-tests.ts";
import { dataValues, holdsMost, holdsRow, isSame, type Rows, rowsOf, tornRow } from "./vector-rows.ts";
import { fileName } from "../../../file-name.ts";

/** What became of test data of the spec in a target. `copied`: the tests hold its values themselves. */
export type VectorState = "read" | "copied" | "changed" | "unread" | "missing";

export interface CheckedVector {
  readonly vector: VectorFile;
  readonly state: VectorState;
  /** The file of the target that holds it, or null. */
  readonly path: string | null;
  /** As a sentence; null when all is well. */
  readonly because: string | null;
}

/** Whether a vector stands unchanged in the target and a test of one of its entries reads it, or holds its values. */
export function checkVector(
  vector: VectorFile,
  files: readonly SourceFile[],
  {
    own,
    code,
    source,
  }: {
    readonly own: readonly ReadTest[];
    readonly code: readonly Values[];
    readonly source: readonly Values[];
  },
  tests: Tests,
): CheckedVector {
  const rows = rowsOf(vector);
  const proving = provingTests(own);
  const there =
    files.find(({ path }) => path === vector.path) ??
    openedBy(proving, vector, files) ??
    findFile(vector, rows, files);
  const cases = /\.[ct]sv$/.test(vector.path) && rows.length > 1 ? rows.slice(1) : rows;
  const torn = alteredRows(cases, proving);
  const inTests = cases.filter(
    (row) => !torn.includes(row) && proving.some(({ values }) => holdsRow(values, row)),
  );
  // What code holds as it stands, tests show by some of it.
  const isTable = inTests.length > 0 && vector.path.endsWith(".json") && rows.some((row) => row.length > 1);
  const lost = cases.filter(
    (row) => !inTests.includes(row) && !(isTable && code.some((values) => holdsRow(values, row))),
  );
  const isCopied = proving.length > 0 && lost.length === 0;
  if (there === undefined) {
    if (rows.length === 0 || isCopied) return { vector, state: "copied", path: null, because: null };
    return { vector, state: "missing", path: null, because: missingWords(vector, rows, lost) };
  }
  const { path } = there;
  const changed = changeIn(vector, there, rows);
  if (changed !== null) return { vector, state: "changed", path, because: changed };
  const strong = proving.filter((test) => test.assertions.some(({ assertion }) => !assertion.isWeak));
  if (strong.some((test) => readsData(test, path, { tests, source })))
    return { vector, state: "read", path, because: null };
  if (isCopied && rows.length > 0) return { vector, state: "copied", path, because: null };
  const because = `No test of ${vector.entries.join(", ")} that can fail reads ${fileName(path)}.`;
  return { vector, state: "unread", path, because };
}

/** A demand that speaks of data that is not as it should be, or that no test reads, is not shown. */
export function withoutData(
  demands: readonly CheckedDemand[],
  vectors: readonly CheckedVector[],
  id: string,
): readonly CheckedDemand[] {
  return demands.map((one) => {
    const wrong = vectors.find(
      ({ vector, because }) =>
        because !== null &&
        vector.entries.includes(id) &&
        one.demand.quote.includes(fileName(vector.source.file)),
    );
    if (one.state !== "shown" || wrong === undefined) return one;
    const at = wrong.path === null ? null : { file: wrong.path, line: 1 };
    return { ...one, state: "named only", because: wrong.because, at };
  });
}

/** `below 0.5 m`, `500 – 1999`, `2000 and more`. */
const range =
  /"(?:below|under|above|over|from|up to|until|more than|less than|fewer than|at least|at most)\s[^"\d]{0,20}\d|"[^"]{0,20}\d\s{0,2}[–—]\s{0,2}\d|\d[^"]{0,10}\sand (?:more|less|above|below|over|up)\b/i;

/** Whether a table's rows are cases: one that tells ranges states a rule, and tests try it with values of their own. */
export function holdsCases({ path, content }: VectorFile): boolean {
  return !path.endsWith(".json") || !range.test(content.slice(0, 20_000));
}

function missingWords({ source }: VectorFile, rows: Rows, lost: Rows): string {
  const what = lost.length === rows.length ? "none of its values" : `not ${shown(lost[0] ?? [])}`;
  return `The test data at ${source.file}:${String(source.line)} is in no file of the target, and the tests hold ${what}.`;
}

/** What a file of the target has otherwise than the vector, as a sentence, or null. */
function changeIn(vector: VectorFile, { path, text }: SourceFile, rows: Rows): string | null {
  if (isSame(vector, text)) return null;
  const values = dataValues(text);
  const changed = rows.find((row) => !holdsRow(values, row)) ?? tornRow(text, rows);
  if (changed !== undefined) return `${path} is not what the spec says: ${shown(changed)} is not in it.`;
  return path === vector.path ? `${path} is not what the spec says, byte for byte.` : null;
}

/** A data file of the target that is this vector: equal, of its name, or naming its entry. */
function findFile(
  vector: VectorFile,
  rows: readonly (readonly string[])[],
  files: readonly SourceFile[],
): SourceFile | undefined {
  const data = files.filter(({ path }) => isDataFile(path));
  const stem = fileName(vector.path).toLowerCase();
  return (
    data.find(({ text }) => isSame(vector, text)) ??
    data.find(({ path }) => fileName(path).toLowerCase() === stem) ??
    data.find(({ text }) => rows.length > 1 && rows.every((row) => holdsRow(dataValues(text), row))) ??
    data.find(({ text }) => vector.entries.some((id) => text.includes(`"${id}"`))) ??
    data.find(({ text }) => holdsMost(text, rows))
  );
}

function shown(row: readonly string[]): string {
  return row.map((cell) => `\`${cell.slice(0, 40)}\``).join(", ");
}
