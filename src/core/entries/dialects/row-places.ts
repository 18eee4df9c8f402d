import type { ScannedSource, Table } from "../../markdown/scan/scanned-source.ts";
import { type IdMark, idMarkOf } from "./id-mark.ts";
import { blank, type IdPlace, refers } from "./id-place.ts";
import { sectionAbove } from "./section-drafts.ts";

/** What the column of a table of requirements is called; the other columns may say anything. */
const statesText =
  /^(?:requirements?|description|statement|text|rules?|details?|behaviou?r|specification|definition|the system|shall|must|criteri(?:on|a)|acceptance criteria|story|user story|feature|function|constraint|need|title|name|summary|what|anforderung|beschreibung|exigence|descripción|requisito|descrição|要件|内容|説明|描述|需求|说明)\b/iu;

/** The IDs in the rows of a table. */
export function rowPlaces(scan: ScannedSource, table: Table): IdPlace[] {
  if (table.quote > 0 || table.header.length < 2) return [];
  const section = sectionAbove(scan, table.heading);
  const column = idColumn(table);
  if (column < 0) return [];
  const isDefining =
    statesRequirements(table, column) && !refers.test(scan.headings[table.heading]?.text ?? "");
  const isLabel = idTitle.test(bare(table.header[column] ?? ""));
  const isCertain = isDefining && isLabel && isTableOfRequirements(table, column);
  return table.rows.flatMap((row) => {
    const mark = cellMark(row.cells[column] ?? "");
    if (mark === null || row.cells.length < 2) return [];
    const others = row.cells.filter((cell, at) => at !== column && cell !== "");
    const text = [mark.rest.trim(), ...others].filter((cell) => cell !== "").join(" | ");
    const place = { line: row.line, endLine: row.line, section, first: null };
    const draft = {
      ...blank,
      ...place,
      id: mark.id,
      text: mark.isStruck && !text.includes("~~") ? `~~${text}~~` : text,
    };
    return [{ rank: isDefining ? 1 : 0, isSetOff: true, isCertain, isLabel, draft } as const];
  });
}

/** The ID in a cell of its own, or before a title in bold. */
function cellMark(cell: string): IdMark | null {
  const mark = cell.length > 200 ? null : idMarkOf(cell);
  return mark !== null && (mark.rest.trim() === "" || mark.isSetOff) ? mark : null;
}

/** The first of the leading columns in which most rows have an ID. */
function idColumn(table: Table): number {
  const rows = table.rows.slice(0, 50);
  return (
    [0, 1].find(
      (at) =>
        rows.filter((row) => cellMark(row.cells[at] ?? "") !== null).length * 2 >= Math.max(rows.length, 1),
    ) ?? -1
  );
}

function statesRequirements(table: Table, column: number): boolean {
  const others = table.header.filter((_, at) => at !== column);
  if (others.some((title) => statesText.test(bare(title)))) return true;
  if (
    others.every(
      (title) =>
        refers.test(title) ||
        /^(?:section|priority|owner|pr|commit|file|version|release|estimate|phase|status|done|✓|state|date|sprint|source|story)$/iu.test(
          title.trim(),
        ),
    )
  )
    return false;
  const texts = table.rows.slice(0, 20).map((row) => longest(row.cells.filter((_, at) => at !== column)));
  return texts.filter((words) => words >= 4).length * 2 >= texts.length;
}

/** `| ID | Requirement |`: the first letters may be any. */
function isTableOfRequirements(table: Table, column: number): boolean {
  return table.header.some((title, at) => at !== column && requirement.test(bare(title)));
}

function bare(title: string): string {
  return title.replace(/[*_`]/gu, "").trim();
}

const idTitle = /^(?:id|no\.?|#|ref|key|req(?:uirement)? ?(?:id|no\.?|#)|编号|編號|番号|번호)$/iu;
const requirement =
  /^(?:the )?(?:functional |system |business |product )?(?:requirements?|anforderung(?:en)?|exigences?|requisitos?|要件|要求|需求|요구 ?사항)\b|^(?:要件|要求|需求|요구)/iu;

function longest(cells: readonly string[]): number {
  return Math.max(0, ...cells.map((cell) => cell.split(/\s+/u).length));
}
