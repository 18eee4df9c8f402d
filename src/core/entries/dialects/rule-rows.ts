import type { Draft } from "../dialect.ts";
import type { ScannedSource, Table, TableRow } from "../../markdown/scan/scanned-source.ts";
import { headingAnchor, scopeOf, unique, wordSlug } from "./scope.ts";
import { sectionAbove, type Sections } from "./section-drafts.ts";

const anchor = /<(?:a|span)\s[^<>]{0,300}?\b(?:name|id)=["']([^"'<>\s]{1,200})["']/;
const counted = /^[*_`(\[]{0,3}(\d{1,4}(?:\.\d{1,3}){0,3})[*_`)\].]{0,3}$/;
const counter = /^(?:#|№|nr\.?|no\.?|num(?:ber|éro|ero)?|id|item|ref|番号|序号|編號|编号|)$/iu;
const rules =
  /^(?:functional |non-functional |business |system )?(?:requirements?|rules?|statements?|(?:acceptance |success )?criteri(?:on|a)|constraints?(?=$)|behaviou?rs?|shall|must|anforderung(?:en)?|exigences?|requisitos?|règles?|reglas?|regras?|要件|要求|需求|规则|規則)\b/iu;

/** Sections whose rows say what words mean. */
const defines =
  /^[\d.\s*#]{0,10}(?:glossary|terms(?: and definitions)?|terminology|definitions|abbreviations|acronyms)\b/i;

/**
 * Rows of tables that are rules of their own: those with an anchor of their author, called by it, and the numbered rows of
 * a table of requirements, called by the heading above and their number.
 */
export function ruleRows(scan: ScannedSource, sections?: Sections): Draft[] {
  const taken = new Map<string, number>();
  return scan.tables.flatMap((table) => {
    if (table.quote > 0 || table.item >= 0) return [];
    if (defines.test(scan.headings[table.heading]?.text ?? "")) return [];
    const statesRules = table.header.some((title) => rules.test(bare(title)));
    const drafts: Draft[] = [];
    let above = "";
    for (const row of table.rows) {
      const last = drafts.at(-1);
      if (last !== undefined && explains(row, above)) {
        drafts[drafts.length - 1] = withRow(last, row);
        continue;
      }
      const name = nameOf(sectionOf(scan, table, sections), row, { table, statesRules });
      if (name === null) continue;
      above = name;
      drafts.push(draftOf(scan, table, row, unique(`${scopeOf(scan.path)}#${name}`, taken)));
    }
    return drafts;
  });
}

/** Fewer may be an example. */
const aList = 3;

/** Whether a table counts requirements: `| # | Requirement |` with numbers below. */
export function countsRequirements({ tables }: ScannedSource): boolean {
  return tables.some(({ quote, header, rows }) => {
    const isCounted =
      counter.test(bare(header[0] ?? "")) && header.slice(1).some((title) => rules.test(bare(title)));
    return (
      quote === 0 && isCounted && rows.filter(({ cells }) => counted.test(cells[0] ?? "")).length >= aList
    );
  });
}

/** A row that begins with a link to the one above speaks of that one. */
function explains({ cells }: TableRow, above: string): boolean {
  const target = /\]\(#([^()\s]{1,200})/.exec((cells[0] ?? "").slice(0, 400))?.[1];
  return target !== undefined && target === above;
}

function withRow(draft: Draft, { line, cells }: TableRow): Draft {
  const said = cells.slice(1).filter((cell) => cell !== "");
  return { ...draft, endLine: line, text: [draft.text ?? "", ...said].join("\n") };
}

/** As links call the section, without the file: below the headings above where several are called alike. */
function sectionOf(scan: ScannedSource, { heading }: Table, sections?: Sections): string {
  const named = sections?.drafts[sections.byHeading.get(heading) ?? -1]?.id;
  const above = scan.headings[heading];
  if (named?.includes("#")) return named.slice(named.indexOf("#") + 1);
  return above ? headingAnchor(above.text, new Map()) : "table";
}

interface RowOf {
  readonly table: Table;
  readonly statesRules: boolean;
}

function nameOf(section: string, row: TableRow, { table, statesRules }: RowOf): string | null {
  const [first = ""] = row.cells;
  const written = row.cells
    .map((cell) => anchor.exec(cell.slice(0, 600))?.[1])
    .find((name) => name !== undefined);
  if (written !== undefined) return written;
  if (!statesRules || row.cells.length < 2) return null;
  const number = counter.test(bare(table.header[0] ?? "")) ? counted.exec(first)?.[1] : undefined;
  return `${section}/${number ?? wordSlug(first)}`;
}

function bare(title: string): string {
  return title.replace(/[*_`]/g, "").trim();
}

/** The cells as they stand, each with its column's title but the first; padding is gone. */
function draftOf(scan: ScannedSource, table: Table, row: TableRow, id: string): Draft {
  const cells = row.cells.map((cell, at) => ({ cell: plain(cell), title: bare(table.header[at] ?? "") }));
  const kept = cells.filter(({ cell }, at) => cell !== "" && !(at === 0 && counted.test(cell)));
  const text = kept.map(({ cell, title }, at) => (at === 0 || title === "" ? cell : `${title}: ${cell}`));
  const place = { line: row.line, endLine: row.line, parent: -1, section: sectionAbove(scan, table.heading) };
  return { id, kind: "row", ...place, first: null, text: text.join("\n") };
}

function plain(cell: string): string {
  return cell.replace(/<\/?(?:a|span)\b[^<>]*>/g, "").trim();
}
