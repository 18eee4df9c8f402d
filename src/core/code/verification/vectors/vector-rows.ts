import type { VectorFile } from "../../vectors/vector-file.ts";
import { plainWord, type Values } from "../../syntax/values.ts";
import { parseJson } from "../../../parse-json.ts";

/** Cells of the rows of test data. */
export type Rows = readonly (readonly string[])[];

/** What has to stand in whatever holds the vector: cells of rows, leaves of JSON, lines of text. */
export function rowsOf({ content, path }: VectorFile): readonly (readonly string[])[] {
  const value = parseJson(content);
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

/** Most rows stand in it, each in a line or record of its own: it is the same data, changed. */
export function holdsMost(text: string, rows: Rows): boolean {
  if (rows.length < 3) return false;
  const records = recordsIn(text);
  if (records.length > 5_000) return false;
  const held = rows.filter((row) => records.some((record) => holdsRow(record, row)));
  return held.length * 10 >= rows.length * 6;
}

/** Equal but for line ends, and for what JSON leaves open. */
export function isSame({ content }: VectorFile, text: string): boolean {
  if (text.replaceAll("\r\n", "\n").trim() === content.trim()) return true;
  const [a, b] = [parseJson(content), parseJson(text)];
  return a !== undefined && b !== undefined && JSON.stringify(a) === JSON.stringify(b);
}

/** Numbers, words and strings of a data file. */
export function dataValues(text: string): Values {
  const value = parseJson(text);
  return recordOf(value === undefined ? text.split(/[\n,;\t"]/).map((part) => part.trim()) : leaves(value));
}

/** Cells as values. */
export function recordOf(held: readonly string[]): Values {
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

/** Whether values hold every cell of a row that says something. */
export function holdsRow({ numbers, words, strings }: Values, row: readonly string[]): boolean {
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
export function tornRow(text: string, rows: Rows): readonly string[] | undefined {
  const records = recordsIn(text);
  if (rows.length < 3 || records.length > 5_000) return undefined;
  const torn = rows.filter((row) => !records.some((record) => holdsRow(record, row)));
  return torn.length * 2 < rows.length ? torn[0] : undefined;
}

function recordsIn(text: string): readonly Values[] {
  const value = parseJson(text);
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
