import type { Draft } from "../dialect.ts";
import type { Heading, ScannedLine, ScannedSource, Table } from "../../markdown/scan/scanned-source.ts";
import { type IdMark, idMarkOf, isWrittenId } from "./id-mark.ts";
import { fieldsOf } from "./front-matter-fields.ts";
import { sectionAbove } from "./section-drafts.ts";

/** A place where an ID is written, with the entry that it would be. The draft's ID is the bare one. */
export interface IdPlace {
  readonly draft: Draft;
  /**
   * How surely this place defines the ID: 3 a heading or what labels a whole section, 2 a bullet or paragraph, 1 a row or
   * a heading's end, 0 a place that refers. Of several places the surest define it.
   */
  readonly rank: 0 | 1 | 2 | 3;
  readonly isSetOff: boolean;
  /** The column or label says that it is the ID of a requirement, whatever its letters. */
  readonly isCertain?: boolean;
}

/** Sections, tables and files that refer to entries: they say where, when or by whom something is done or tested. */
const refers =
  /\b(?:traceability|trace|index|matrix|status|coverage|progress|tracking|tracker|roadmap|test plan|test cases?|tests?|testing|verification|validation|check ?lists?|phases?|tasks?|plan|milestones?|backlog|schedule|mapping|cross[- ]references?|references?|change ?log|revision history|history|summary|overview|out of scope|dependencies|related|sources?|provenance|トレーサビリティ|追跡|rastreabilidad|rastreabilidade|traçabilité|rückverfolgbarkeit)\b/iu;
/** What the column of a table of requirements is called; the other columns may say anything. */
const statesText =
  /^(?:requirements?|description|statement|text|rules?|details?|behaviou?r|specification|definition|the system|shall|must|criteri(?:on|a)|acceptance criteria|story|user story|feature|function|constraint|need|title|name|summary|what|anforderung|beschreibung|exigence|descripción|requisito|descrição|要件|内容|説明|描述|需求|说明)\b/iu;
const labelLine =
  /^(?:[-*+]\s+)?[*_`[]{0,3}(?:(?:requirement|req|feature|story|user story|use case|rule|spec(?:ification)?|item|entry)[ _-]?)?(?:u?id|identifier|number|no|key|reference|ref)\.?[*_`\]]{0,3}\s*[:：=|][*_`]{0,3}\s*(.{1,100})$/iu;
const otherLabel =
  /^[*_`]{0,3}\p{L}{1,12}[ -]?(?:ID|番号|编号|編號)[*_`]{0,3}\s*[:：][*_`]{0,3}\s*(.{1,100})$/u;
const ending = /^(.*\S)\s*[([（【]\s*[`*_]{0,3}([^\s()[\]（）【】`*]{2,60})[`*_]{0,3}\s*[)\]）】][*_]{0,3}$/u;

/** All places of a file where an ID could be defined. */
export function idPlaces(scan: ScannedSource): IdPlace[] {
  return [
    ...filePlaces(scan),
    ...headingPlaces(scan),
    ...labelPlaces(scan),
    ...linePlaces(scan),
    ...scan.tables.flatMap((table) => rowPlaces(scan, table)),
  ];
}

export function isReferringFile(path: string): boolean {
  const name = path.slice(path.lastIndexOf("/") + 1).replace(/[_.-]/gu, " ");
  return /\b(?:traceability|test plan|test cases|tests|tasks|check ?list|roadmap|matrix|coverage|progress|status|changelog)\b/iu.test(
    name,
  );
}

/** `id: REQ-009` in front matter names the whole file. */
function filePlaces(scan: ScannedSource): IdPlace[] {
  const id = fieldsOf(scan).get("id") ?? fieldsOf(scan).get("uid");
  if (id === undefined || !isWrittenId(id)) return [];
  const title = scan.headings.find((heading) => heading.top);
  const line = title?.line ?? 1;
  const first = title === undefined ? null : withoutId(title.text, id);
  return [{ rank: 3, isSetOff: true, draft: { ...blank, id, line, endLine: scan.lines.length, first } }];
}

const blank = { kind: "requirement", parent: -1, section: "" } as const;

function withoutId(text: string, id: string): string {
  const mark = idMarkOf(text);
  return mark?.id === id ? mark.rest : text;
}

function headingPlaces(scan: ScannedSource): IdPlace[] {
  return scan.headings.flatMap((heading) => {
    if (!heading.top) return [];
    const mark = idMarkOf(heading.text.replace(/^(?:\d+(?:\.\d+)*\.?)\s+(?=[*[`(]*\p{Lu})/u, ""));
    if (mark !== null) return [headingPlace(scan, heading, mark.id, bareTitle(mark), 3, mark.isSetOff)];
    if (heading.anchor !== null && isWrittenId(heading.anchor))
      return [headingPlace(scan, heading, heading.anchor, heading.text, 3, true)];
    const [, title = "", id = ""] = ending.exec(heading.text) ?? [];
    return isWrittenId(id) ? [headingPlace(scan, heading, id, title, 1, true)] : [];
  });
}

function bareTitle({ rest }: IdMark): string {
  return rest
    .replace(/^[\s:：—–-]+/u, "")
    .trimEnd()
    .replace(/(?:\*\*|__)$/u, "")
    .trimEnd();
}

function headingPlace(
  scan: ScannedSource,
  heading: Heading,
  id: string,
  first: string,
  rank: 1 | 3,
  isSetOff: boolean,
): IdPlace {
  const section = sectionAbove(scan, heading.parent);
  const extent = { line: heading.line, endLine: heading.sectionEnd };
  const refersOnly = rank === 1 && refers.test(section);
  return { rank: refersOnly ? 0 : rank, isSetOff, draft: { ...blank, id, ...extent, section, first } };
}

/** `- Requirement ID: FR-010` near the beginning of a section names the section. */
function labelPlaces(scan: ScannedSource): IdPlace[] {
  const named = new Set<number>();
  return scan.lines.flatMap((line) => {
    const heading = scan.headings[line.heading];
    if (heading === undefined || named.has(line.heading) || line.number > heading.endLine + 12) return [];
    const id = labelledId(scan, line);
    if (id === null) return [];
    named.add(line.heading);
    return [headingPlace(scan, heading, id, heading.text, 3, true)];
  });
}

function labelledId(scan: ScannedSource, line: ScannedLine): string | null {
  if (line.quote > 0 || (line.kind !== "text" && line.kind !== "table")) return null;
  const content = line.kind === "table" ? cellPair(scan, line) : line.content;
  const found = labelLine.exec(content.slice(0, 200)) ?? otherLabel.exec(content.slice(0, 200));
  const id = found?.[1]?.replace(/[\s*_`[\]\\]+/gu, "") ?? "";
  return isWrittenId(id) ? id : null;
}

/** A row of two cells, as `key: value`. */
function cellPair(scan: ScannedSource, line: ScannedLine): string {
  const cells = line.content.split("|").map((cell) => cell.trim());
  const kept = cells.filter((cell) => cell !== "");
  return kept.length === 2 && scan.tables.length > 0 ? `${kept[0] ?? ""}: ${kept[1] ?? ""}` : "";
}

/** Bullets and paragraphs that an ID opens. */
function linePlaces(scan: ScannedSource): IdPlace[] {
  const places: IdPlace[] = [];
  let paragraph = -1;
  for (const line of scan.lines) {
    const mark = lineMark(scan, line);
    if (mark === null) continue;
    const inParagraph = scan.items[line.item]?.line !== line.number;
    const last = places.at(-1);
    if (inParagraph && line.block === paragraph && last)
      places[places.length - 1] = { ...last, draft: { ...last.draft, endLine: line.number - 1 } };
    paragraph = inParagraph ? line.block : -1;
    places.push(linePlace(scan, line, mark));
  }
  return places.map((place, at) => withWhatFollows(scan, place, places[at + 1]?.draft.line));
}

const titleOnly = /^(?:\*\*|__)[^*\n]{1,200}(?:\*\*|__)[:：.]?\s*$/;

/**
 * A paragraph that is no more than a title has what stands below it, up to the next ID, heading or ruler; one that ends in a
 * colon has the list, table or code behind it.
 */
function withWhatFollows(scan: ScannedSource, place: IdPlace, next = Infinity): IdPlace {
  const { line, endLine } = place.draft;
  const first = scan.lines[line - 1];
  if (first === undefined || first.item >= 0 || first.quote > 0) return place;
  const isTitle = line === endLine && titleOnly.test(first.content);
  if (!isTitle && !/[:：]\s*$/.test(scan.lines[endLine - 1]?.content ?? "")) return place;
  const ends = (follower: ScannedLine): boolean =>
    /^(?:heading|rule)$/.test(follower.kind) || (!isTitle && follower.kind === "text" && follower.item < 0);
  const below = scan.lines.slice(endLine, Math.min(next - 1, scan.lines.length));
  const until = below.findIndex(ends);
  const own = until < 0 ? below : below.slice(0, until);
  const last = own.filter(({ kind }) => kind !== "blank").at(-1);
  return last === undefined ? place : { ...place, draft: { ...place.draft, endLine: last.number } };
}

function lineMark(scan: ScannedSource, line: ScannedLine): IdMark | null {
  if (line.kind !== "text" || !mayOpen(line.content)) return null;
  const mark = idMarkOf(line.content);
  if (mark === null || mark.isSetOff) return mark;
  // A plain ID in mid-paragraph or in a quote is a mention that the line's wrapping put there.
  const opens = scan.items[line.item]?.line === line.number || opensBlock(scan, line);
  return line.quote === 0 && opens ? mark : null;
}

function linePlace(scan: ScannedSource, line: ScannedLine, { id, rest, isSetOff }: IdMark): IdPlace {
  const item = scan.items[line.item];
  const opened = item?.line === line.number ? item : undefined;
  const endLine = opened?.endLine ?? scan.blocks[line.block]?.endLine ?? line.number;
  const section = sectionAbove(scan, line.heading);
  const isMention = refers.test(scan.headings[line.heading]?.text ?? "") || rest.trim() === "";
  const draft = { ...blank, id, line: line.number, endLine, section, first: rest };
  return { rank: isMention ? 0 : 2, isSetOff, draft };
}

/** A cheap look before the exact one: the first letters of the line. */
function mayOpen(content: string): boolean {
  return /\d/.test(content.slice(0, 90)) && /^[*_`~[(【「<•+-]|^[\p{Lu}rfnua]/u.test(content);
}

function opensBlock(scan: ScannedSource, line: ScannedLine): boolean {
  return scan.blocks[line.block]?.line === line.number;
}

function rowPlaces(scan: ScannedSource, table: Table): IdPlace[] {
  if (table.quote > 0 || table.header.length < 2) return [];
  const section = sectionAbove(scan, table.heading);
  const column = idColumn(table);
  if (column < 0) return [];
  const isDefining =
    statesRequirements(table, column) && !refers.test(scan.headings[table.heading]?.text ?? "");
  const isCertain = isDefining && isTableOfRequirements(table, column);
  return table.rows.flatMap((row) => {
    const mark = cellMark(row.cells[column] ?? "");
    if (mark === null || row.cells.length < 2) return [];
    const others = row.cells.filter((cell, at) => at !== column && cell !== "");
    const text = [mark.rest.trim(), ...others].filter((cell) => cell !== "").join(" | ");
    const place = { line: row.line, endLine: row.line, section, first: null };
    const draft = { ...blank, ...place, id: mark.id, text: mark.isStruck ? `~~${text}~~` : text };
    return [{ rank: isDefining ? 1 : 0, isSetOff: true, isCertain, draft } as const];
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
  if (others.some((title) => statesText.test(title.replace(/[*_`]/gu, "").trim()))) return true;
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
  const bare = table.header.map((title) => title.replace(/[*_`]/gu, "").trim());
  return (
    /^(?:id|no\.?|#|ref|key|req(?:uirement)? ?(?:id|no\.?|#)|编号|編號|番号|번호)$/iu.test(
      bare[column] ?? "",
    ) && bare.some((title, at) => at !== column && requirement.test(title))
  );
}

const requirement =
  /^(?:the )?(?:functional |system |business |product )?(?:requirements?|anforderung(?:en)?|exigences?|requisitos?|要件|要求|需求|요구 ?사항)\b|^(?:要件|要求|需求|요구)/iu;

function longest(cells: readonly string[]): number {
  return Math.max(0, ...cells.map((cell) => cell.split(/\s+/u).length));
}
