import type { Confidence, Dialect, Draft, Surroundings } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { scopeOf, unique } from "./scope.ts";
import { placeInSections, sectionDrafts, sectionEntries, writtenAnchor } from "./section-drafts.ts";

const rowTag = /^<tr\s[^<>]{0,200}?\bid=["']([^"'<>\s]{1,200})["']/i;
const blockTag = /^<(?:div|p|dt|li|section|a)\b[^<>]*>?/i;
const innerTag = /^<a\s[^<>]*/i;
const anchorName = /\b(?:name|id)=["']([^"'<>\s]{1,200})["']/gi;
const tableEnd = /^<\/table/i;

/** D8: sections and blocks by the HTML anchor written before them (LSP, SLSA). */
export const htmlAnchor: Dialect = {
  name: "html-anchor",
  describes: "`<tr id>` rows and headings or blocks with `<a name>`: called by the HTML anchor (SLSA, LSP)",
  example:
    '<table>\n<tr id="reconnect"><td>The client MUST reconnect.</td></tr>\n<tr id="close"><td>It MUST say why it closes.</td></tr>\n</table>',
  namesSections: true,
  recognises(source: SourceFile, standing): Confidence {
    if (standing === "companion" || !/\b(?:id|name)=["']/.test(source.text)) return 0;
    const scan = scanSource(source);
    const rows = scan.lines.filter((line) => rowName(line) !== null).length;
    if (rows >= 2) return 0.85;
    const top = scan.headings.filter((heading) => heading.top);
    const anchored = top.filter(
      (heading) => heading.anchor === null && writtenAnchor(heading) !== null,
    ).length;
    return anchored > 0 && anchored >= 0.3 * top.length ? 0.75 : 0;
  },
  entries(source: SourceFile, around) {
    return sectionEntries(source, findDrafts(scanSource(source), around), around);
  },
};

function rowName(line: ScannedLine): string | null {
  return line.kind === "html" || line.kind === "text"
    ? (rowTag.exec(line.content.slice(0, 500))?.[1] ?? null)
    : null;
}

function blockName(line: ScannedLine): string | null {
  if (line.kind !== "html" && line.kind !== "text") return null;
  const content = line.content.slice(0, 600);
  const outer = blockTag.exec(content)?.[0];
  if (outer === undefined) return null;
  return lastName(outer) ?? lastName(innerTag.exec(content.slice(outer.length))?.[0] ?? "");
}

function lastName(tag: string): string | null {
  return [...tag.matchAll(anchorName)].at(-1)?.[1] ?? null;
}

function findDrafts(scan: ScannedSource, around?: Surroundings): Draft[] {
  const rows = rowDrafts(scan);
  const inRow = new Set(rows.flatMap((row) => range(row.line, row.endLine)));
  const sections = sectionDrafts(scan, around, { leaveOut: (heading) => inRow.has(heading.line) });
  return placeInSections(sections, [...rows, ...blockDrafts(scan, inRow)]);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A row reaches to the next row with an id, or to the end of the table. Headings inside it are its text. */
function rowDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  const names = new Map<string, number>();
  const drafts: Draft[] = [];
  let open: Draft | null = null;
  const close = (line: number): void => {
    if (open) drafts.push({ ...open, endLine: Math.max(open.line, line) });
    open = null;
  };
  for (const line of scan.lines) {
    const name = rowName(line);
    if (name === null && !tableEnd.test(line.content)) continue;
    close(line.number - 1);
    if (name === null) continue;
    const section = scan.headings[line.heading]?.path ?? "";
    const first = line.content.replace(/<[^<>]*>/g, " ").replace(/\s+/g, " ");
    const id = unique(`${scope}#${name}`, names);
    open = { id, kind: "row", line: line.number, endLine: line.number, parent: -1, section, first };
  }
  close(scan.lines.length);
  return drafts;
}

/** `<div class="anchorHolder"><a name=…>`: names the blocks up to the next such line or heading. */
function blockDrafts(scan: ScannedSource, inRow: ReadonlySet<number>): Draft[] {
  const scope = scopeOf(scan.path);
  const names = new Map<string, number>();
  const drafts: Draft[] = [];
  let open = -1;
  for (const line of scan.lines) {
    const name = inRow.has(line.number) ? null : blockName(line);
    const ends =
      name !== null ||
      (line.kind === "heading" && line.quote === 0 && line.item < 0) ||
      inRow.has(line.number);
    if (ends) open = -1;
    const draft = drafts[open];
    if (draft && line.kind !== "blank") drafts[open] = { ...draft, endLine: line.number };
    if (name === null) continue;
    open = drafts.length;
    const section = scan.headings[line.heading]?.path ?? "";
    const id = unique(`${scope}#${name}`, names);
    drafts.push({
      id,
      kind: "anchor",
      line: line.number,
      endLine: line.number,
      parent: -1,
      section,
      first: null,
    });
  }
  return drafts;
}
