import type { Confidence, Dialect } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { type Draft, toEntries } from "./draft.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { isCompanionFile } from "./companion-file.ts";
import { nestByExtent } from "./nest-by-extent.ts";
import { scopeOf } from "./scope.ts";
import { sectionAbove } from "./section-drafts.ts";

/** `**FR-001**: text`, `**FR-001:** text`, `**FR-001 (P1)**: text` */
const boldId =
  /^(?:\[[ xX]\]\s)?\*\*((?:[A-Z]{2,12}(?:-[A-Z]{1,12}){0,3}-\d{1,4}(?:\.\d{1,3})?|US\d{1,3})[a-z]?)(?::?\*\*|[ :][^*]{1,120}\*\*)[:.]?\s*/;
const headingId =
  /^((?:[A-Z]{2,12}(?:-[A-Z]{1,12}){0,3}-\d{1,4}(?:\.\d{1,3})?|US\d{1,3})[a-z]?)[ \t]*[:—–-][ \t]*\S/;
const story = /^((?:user )?story \d{1,3}[a-z]?)\s*(?:[:—–-]|$)/i;
const cellId =
  /^[*`]{0,2}((?:[A-Z]{2,12}(?:-[A-Z]{1,12}){0,3}-\d{1,4}(?:\.\d{1,3})?|US\d{1,3})[a-z]?)[*`]{0,2}$/;
const entity = /^\*\*([^*]{1,80}?):?\*\*/;
/** Prefixes that mean a requirement; others count only where several stand together. */
const known = /^(?:N?FR|SC|REQ|US|AC|BR|TR|UR|SR|CR|IR|PR|NFR|UC)\b/;

/** D4: spec-kit's `- **FR-001**: …` with its user stories and key entities; also the same IDs as table keys and headings. */
export const boldIdDialect: Dialect = {
  name: "bold-id",
  describes:
    "`- **FR-001**: text` bullets, table rows or headings with such IDs, user stories and key entities (spec-kit)",
  recognises(source: SourceFile): Confidence {
    const found = findDrafts(scanSource(source)).filter((draft) => draft.kind !== "entity");
    const bullets = found.filter((draft) => draft.kind === "requirement");
    const sure = bullets.filter((draft) => known.test(localId(draft)));
    if (sure.length > 0) return 0.9;
    if (isCompanionFile(source.path)) return 0;
    if (isSeries(bullets.map(localId))) return 0.7;
    const stories = found.filter((draft) => draft.kind === "story").length;
    return stories >= 2 ? 0.6 : 0;
  },
  entries(source: SourceFile) {
    const scan = scanSource(source);
    const entries = toEntries(scan, findDrafts(scan));
    return { entries, findings: duplicateIds(entries) };
  },
};

/** An unknown prefix is an ID when it is counted on: names such as AES-128 and AES-256 are not. */
function isSeries(ids: readonly string[]): boolean {
  const numbers = new Map<string, Set<number>>();
  for (const id of ids) {
    const found = /^(.*?)-(\d{1,4})/.exec(id);
    if (!found) continue;
    const set = numbers.get(found[1] ?? "") ?? new Set<number>();
    numbers.set(found[1] ?? "", set.add(Number(found[2])));
  }
  return [...numbers.values()].some((set) => [...set].filter((number) => set.has(number + 1)).length >= 2);
}

function localId(draft: Draft): string {
  return draft.id.slice(draft.id.lastIndexOf("#") + 1);
}

const found = new WeakMap<ScannedSource, Draft[]>();

/** Looked for once a source: to recognise the dialect and to read the entries. */
function findDrafts(scan: ScannedSource): Draft[] {
  const known = found.get(scan);
  if (known) return known;
  const drafts = nestByExtent([...headingDrafts(scan), ...lineDrafts(scan), ...rowDrafts(scan)]);
  found.set(scan, drafts);
  return drafts;
}

function headingDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  return scan.headings.flatMap((heading) => {
    if (!heading.top || heading.level < 2) return [];
    const asStory = story.exec(heading.text)?.[1];
    const id = asStory ?? headingId.exec(heading.text)?.[1];
    if (id === undefined) return [];
    const kind = asStory === undefined && !/^US/.test(id) ? "requirement" : "story";
    const first = heading.text.slice(id.length).replace(/^[\s:—–-]+/, "");
    const section = sectionAbove(scan, heading.parent);
    return [
      {
        id: `${scope}#${id}`,
        kind,
        line: heading.line,
        endLine: heading.sectionEnd,
        parent: -1,
        section,
        first,
      },
    ];
  });
}

/** Bullets and paragraphs; below a heading "Key Entities" also bullets with a bold name. */
function lineDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  const drafts: Draft[] = [];
  let paragraph = -1;
  for (const line of scan.lines) {
    if (line.kind !== "text" || line.quote > 0 || !/^(?:\*\*|\[)/.test(line.content)) continue;
    const found = lineDraft(scan, line, scope);
    if (!found) continue;
    const last = drafts.at(-1);
    const inParagraph = scan.items[line.item]?.line !== line.number;
    if (inParagraph && line.block === paragraph && last)
      drafts[drafts.length - 1] = { ...last, endLine: line.number - 1 };
    paragraph = inParagraph ? line.block : -1;
    drafts.push(found);
  }
  return drafts;
}

function lineDraft(scan: ScannedSource, line: ScannedLine, scope: string): Draft | null {
  const item = scan.items[line.item];
  const opened = item?.line === line.number ? item : null;
  const endLine = opened?.endLine ?? scan.blocks[line.block]?.endLine ?? line.number;
  const place = { line: line.number, endLine, parent: -1, section: sectionAbove(scan, line.heading) };
  const found = boldId.exec(line.content.slice(0, 300));
  if (found?.[1] !== undefined) {
    const first = line.content.slice(found[0].length);
    return { ...place, id: `${scope}#${found[1]}`, kind: "requirement", first };
  }
  const named = opened?.depth === 0 ? entityOf(scan, line) : null;
  return named === null
    ? null
    : { ...place, id: `${scope}#Entity: ${named}`, kind: "entity", first: line.content };
}

function entityOf(scan: ScannedSource, line: ScannedLine): string | null {
  if (!/\bentit(?:y|ies)\b/i.test(scan.headings[line.heading]?.text ?? "")) return null;
  return entity.exec(line.content.slice(0, 200))?.[1] ?? null;
}

function rowDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  return scan.tables.flatMap((table) =>
    table.quote > 0
      ? []
      : table.rows.flatMap((row) => {
          const id = cellId.exec(row.cells[0]?.slice(0, 80) ?? "")?.[1];
          if (id === undefined || row.cells.length < 2) return [];
          const text = row.cells
            .slice(1)
            .filter((cell) => cell !== "")
            .join(" | ");
          const section = sectionAbove(scan, table.heading);
          const draft = {
            id: `${scope}#${id}`,
            kind: "requirement",
            line: row.line,
            endLine: row.line,
            parent: -1,
          };
          return [{ ...draft, section, first: null, text }];
        }),
  );
}
