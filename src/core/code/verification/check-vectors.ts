import { isDataFile } from "../../data-file.ts";
import type { SourceFile } from "../../entries/entry.ts";
import type { VectorFile } from "../vectors/vector-file.ts";
import { isString, stringValue } from "../syntax/node-kinds.ts";
import { nodesIn } from "../syntax/syntax-node.ts";
import { liveStrings, nameOf, openedBy } from "./opened-data.ts";
import type { CheckedDemand } from "./check-demand.ts";
import { plainWord, type Values } from "../syntax/values.ts";
import { tornRows } from "./torn-rows.ts";
import type { ReadTest, Tests } from "./test-reading.ts";

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
  const telling = own.filter(({ problem }) => problem === null);
  const there =
    files.find(({ path }) => path === vector.path) ??
    openedBy(telling, vector, files) ??
    findFile(vector, rows, files);
  const cases = /\.[ct]sv$/.test(vector.path) && rows.length > 1 ? rows.slice(1) : rows;
  const torn = tornRows(cases, telling);
  const inTests = cases.filter(
    (row) => !torn.includes(row) && telling.some(({ values }) => holdsRow(values, row)),
  );
  // What code holds as it stands, tests show by some of it.
  const isTable = inTests.length > 0 && vector.path.endsWith(".json") && rows.some((row) => row.length > 1);
  const lost = cases.filter(
    (row) => !inTests.includes(row) && !(isTable && code.some((values) => holdsRow(values, row))),
  );
  const isCopied = telling.length > 0 && lost.length === 0;
  if (there === undefined) {
    if (rows.length === 0 || isCopied) return { vector, state: "copied", path: null, because: null };
    return { vector, state: "missing", path: null, because: missingWords(vector, rows, lost) };
  }
  const { path } = there;
  const changed = changeIn(vector, there, rows);
  if (changed !== null) return { vector, state: "changed", path, because: changed };
  const strong = telling.filter((test) => test.telling.some(({ assertion }) => !assertion.isWeak));
  if (strong.some((test) => reads(test, path, { tests, source })))
    return { vector, state: "read", path, because: null };
  if (isCopied && rows.length > 0) return { vector, state: "copied", path, because: null };
  const because = `No test of ${vector.entries.join(", ")} that can fail reads ${nameOf(path)}.`;
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
        one.demand.quote.includes(nameOf(vector.source.file)),
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

type Rows = readonly (readonly string[])[];

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

/** What has to stand in whatever holds the vector: cells of rows, leaves of JSON, lines of text. */
function rowsOf({ content, path }: VectorFile): readonly (readonly string[])[] {
  const value = parsed(content);
  if (isTable(value)) return value.rows;
  if (value !== undefined)
    return leaves(value)
      .map((leaf) => [leaf])
      .slice(0, 400);
  if (/\.(?:txt|feature)$/.test(path)) return [];
  return content
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => cellsOf(line, path))
    .slice(0, 400);
}

function cellsOf(line: string, path: string): readonly string[] {
  const marks = path.endsWith(".tsv") ? /\t/ : path.endsWith(".csv") ? /[,;\t"]/ : null;
  if (marks === null) return [line.trim()];
  return line
    .split(marks)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isTable(value: unknown): value is { rows: string[][] } {
  return (
    typeof value === "object" &&
    value !== null &&
    "rows" in value &&
    "columns" in value &&
    Array.isArray(value.rows)
  );
}

/** What a data file says about itself. */
const about = /^(?:entries|entry|source|spec|description|describes|comment|title|name|note|\$schema)$/i;

function leaves(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(leaves);
  if (typeof value === "object" && value !== null)
    return Object.entries(value).flatMap(([key, one]) => (about.test(key) ? [] : leaves(one)));
  return ["string", "number", "boolean"].includes(typeof value) ? [`${value as string | number}`] : [];
}

/** A data file of the target that is this vector: equal, of its name, or naming its entry. */
function findFile(
  vector: VectorFile,
  rows: readonly (readonly string[])[],
  files: readonly SourceFile[],
): SourceFile | undefined {
  const data = files.filter(({ path }) => isDataFile(path));
  const stem = nameOf(vector.path).toLowerCase();
  return (
    data.find(({ text }) => isSame(vector, text)) ??
    data.find(({ path }) => nameOf(path).toLowerCase() === stem) ??
    data.find(({ text }) => rows.length > 1 && rows.every((row) => holdsRow(dataValues(text), row))) ??
    data.find(({ text }) => vector.entries.some((id) => text.includes(`"${id}"`))) ??
    data.find(({ text }) => holdsMost(text, rows))
  );
}

/** Most rows stand in it, each in a line or record of its own: it is the same data, changed. */
function holdsMost(text: string, rows: Rows): boolean {
  if (rows.length < 3) return false;
  const records = recordsIn(text);
  if (records.length > 5_000) return false;
  const held = rows.filter((row) => records.some((record) => holdsRow(record, row)));
  return held.length * 10 >= rows.length * 6;
}

/** Equal but for line ends, and for what JSON leaves open. */
function isSame({ content }: VectorFile, text: string): boolean {
  if (text.replaceAll("\r\n", "\n").trim() === content.trim()) return true;
  const [a, b] = [parsed(content), parsed(text)];
  return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

function dataValues(text: string): Values {
  const value = parsed(text);
  const held = value === undefined ? text.split(/[\n,;\t"]/).map((part) => part.trim()) : leaves(value);
  return {
    numbers: new Map(
      held
        .filter((one) => one !== "" && Number.isFinite(Number(one)))
        .map((one) => [Math.abs(Number(one)), nowhere]),
    ),
    words: new Map(held.map((one) => [plainWord(one), nowhere])),
    strings: held.map((one) => [one, nowhere]),
  };
}

const nowhere = null as never;

const nothing =
  /^(?:true|false|yes|no|null|-|—|–|n\/a|[(_*]{1,2}(?:none|empty|nothing|blank|absent|missing)[)_*]{1,2})$/i;

function holdsRow({ numbers, words, strings }: Values, row: readonly string[]): boolean {
  return row.every((cell) => {
    const bare = bareCell(cell);
    if (bare === "" || nothing.test(bare)) return true;
    if (Number.isFinite(Number(bare))) return numbers.has(Math.abs(Number(bare))) || words.has(bare);
    return (
      strings.some(([text]) => text === bare || standsIn(text, bare)) ||
      (/^\w+$/.test(bare) && words.has(plainWord(bare)))
    );
  });
}

function bareCell(cell: string): string {
  return cell.trim().replace(/^[`"']|[`"']$/g, "");
}

/** As a word of its own: `N` does not stand in `NULLA`. */
function standsIn(text: string, part: string): boolean {
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
    const joins = (one: string, other: string): boolean => /^\w\w$/.test(`${one}${other}`);
    const ends = at + part.length;
    if (!joins(text.charAt(at - 1), part.charAt(0)) && !joins(part.at(-1) ?? "", text.charAt(ends)))
      return true;
  }
  return false;
}

/** A row whose cells stand in no line or record together, where most rows do; undefined where a file is laid out otherwise. */
function tornRow(text: string, rows: Rows): readonly string[] | undefined {
  const records = recordsIn(text);
  if (rows.length < 3 || records.length > 5_000) return undefined;
  const torn = rows.filter((row) => !records.some((record) => holdsRow(record, row)));
  return torn.length * 2 < rows.length ? torn[0] : undefined;
}

function recordsIn(text: string): readonly Values[] {
  const value = parsed(text);
  if (value === undefined)
    return text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => dataValues(line));
  const parts = Array.isArray(value)
    ? value
    : typeof value === "object" && value !== null
      ? Object.entries(value)
      : [];
  const records = parts.flatMap((part: unknown): unknown[] => {
    const [, held] = Array.isArray(part) ? (part as unknown[]) : [];
    return Array.isArray(held) ? (held as unknown[]) : [part];
  });
  return records.map((record) => dataValues(JSON.stringify(record)));
}

/** Whether a test, or what it and its file use, opens the file: by its name, or by its stem where its folder is named. */
function reads(
  { test, values }: ReadTest,
  path: string,
  { tests: { roots, cases }, source }: { readonly tests: Tests; readonly source: readonly Values[] },
): boolean {
  const name = nameOf(path);
  const stem = name.replace(/\.[^.]+$/, "");
  const folder = path.split("/").at(-2) ?? "";
  const titles = cases.map(({ title }) => title);
  const own = liveStrings(roots.get(test.file))
    .map(stringValue)
    .filter((text) => !titles.includes(text));
  const used = [...values.strings.map(([text]) => text), ...own];
  if (used.some((text) => text.includes(name))) return true;
  // What opens the files of a folder may stand in a file that is no test by its name.
  const everywhere = [
    ...[...roots.values()].flatMap((root) => stringsIn(root)),
    ...source.flatMap(({ strings }) => strings.map(([text]) => text)),
  ];
  const namesFolder = folder !== "" && everywhere.some((text) => text.split(/[/\\]/).includes(folder));
  return (
    namesFolder &&
    (used.some((text) => text === stem || text.endsWith(`/${stem}`)) ||
      used.some((text) => /\*\.\w+$/.test(text)))
  );
}

function stringsIn(root: Parameters<typeof nodesIn>[0] | undefined): string[] {
  return root === undefined ? [] : [...nodesIn(root)].filter(isString).map(stringValue);
}

function shown(row: readonly string[]): string {
  return row.map((cell) => `\`${cell.slice(0, 40)}\``).join(", ");
}
