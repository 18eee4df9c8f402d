import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { Entry, SourceFile, Status } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedSource, Table, TableRow } from "../../markdown/scan/scanned-source.ts";
import { toEntries } from "./draft.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { proseDrafts } from "./prose-drafts.ts";

const boldNumber = /^\*\*([A-Z]?\d{1,3}(?:\.\d{1,3}){1,4})\*\*$/;
const lettered = /^[`*]{0,2}([a-z]{2,12}-\d{1,4}[a-z]?)[`*]{0,2}$/;
/** The author's own word for what happened, at the start of a description: `[DELETED, MERGED TO 2.1.3]`. */
const tag = /^\[([A-Z][A-Z0-9 ,.&/-]{2,200})\]\s*/;
const numbers = /\d{1,3}(?:\.\d{1,3}){1,4}/g;

/** D6: requirements as rows of a table, by the key in their first cell (ASVS, the OCI distribution spec). */
export const tableRow: Dialect = {
  name: "table-row",
  describes:
    "`| **1.2.3** | Verify that … |` or `| end-4a | … |`: table rows by the key in the first cell, with author's tags",
  example:
    "| # | Description |\n| --- | --- |\n| **1.2.3** | Verify that the client reconnects. |\n| **1.2.4** | Verify that it waits 1 s before. |",
  recognises(source: SourceFile): Confidence {
    const tables = scanSource(source).tables;
    const keys = tables.flatMap((table) => table.rows.map((row) => keyOf(row)).filter((key) => key !== null));
    if (keys.length < 2) return 0;
    const bold = keys.filter((key) => /^[A-Z]?\d/.test(key)).length;
    if (bold >= 2) return 0.9;
    const prefixes = new Set(keys.map((key) => key.split("-", 1)[0]));
    return keys.length >= 3 && prefixes.size <= 3 ? 0.8 : 0;
  },
  entries(source: SourceFile) {
    const scan = scanSource(source);
    const rows = rowDrafts(scan);
    const known = new Set(rows.map((row) => row.id));
    const entries = toEntries(scan, proseDrafts(scan, undefined, rows)).map((entry) =>
      withReferences(entry, known),
    );
    return { entries, findings: duplicateIds(entries) };
  },
};

function keyOf(row: TableRow): string | null {
  const cell = row.cells[0] ?? "";
  if (cell.length > 40 || row.cells.length < 2) return null;
  return (boldNumber.exec(cell) ?? lettered.exec(cell))?.[1] ?? null;
}

function rowDrafts(scan: ScannedSource): Draft[] {
  return scan.tables.flatMap((table) =>
    table.quote > 0 ? [] : table.rows.flatMap((row) => rowDraft(scan, table, row)),
  );
}

function rowDraft(scan: ScannedSource, table: Table, row: TableRow): Draft[] {
  const id = keyOf(row);
  if (id === null) return [];
  const section = scan.headings[table.heading]?.path ?? "";
  const stated = tag.exec(row.cells[1] ?? "")?.[1] ?? "";
  const text = cellText(table, row);
  const draft = {
    id,
    kind: "row",
    line: row.line,
    endLine: row.line,
    parent: -1,
    section,
    first: null,
    text,
  };
  return [{ ...draft, status: statusOf(stated), replacedBy: replacements(stated) }];
}

/** The description as it stands, then each other cell that says something as `Column: cell`; padding is gone. */
function cellText(table: Table, row: TableRow): string {
  const cells = row.cells.slice(1).map((cell, index) => ({ cell, column: table.header[index + 1] ?? "" }));
  return cells
    .filter(({ cell }) => cell !== "")
    .map(({ cell, column }, index) => (index === 0 && cell === row.cells[1] ? cell : `${column}: ${cell}`))
    .join("\n");
}

function statusOf(stated: string): Status {
  return /\bDELETED\b|\bMOVED TO\b|\bMERGED TO\b|\bDEPRECATED, /.test(stated) ? "retired" : "live";
}

function replacements(stated: string): string[] {
  const to = /\b(?:TO|OF|BY)\s+(\d.*)/.exec(stated)?.[1] ?? "";
  return [...new Set(to.match(numbers) ?? [])];
}

/** Keys of this file that the text names. */
function withReferences(entry: Entry, known: ReadonlySet<string>): Entry {
  const named = entry.text.match(/\bend-\d{1,4}[a-z]?\b|\d{1,3}(?:\.\d{1,3}){1,4}/g) ?? [];
  const references = [...new Set(named)].filter((id) => known.has(id) && id !== entry.id);
  return { ...entry, references };
}
