import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { Block, ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { entriesOf } from "./draft.ts";
import { nestByExtent } from "./nest-by-extent.ts";
import { hasCriteriaLabel, isCriteriaLabel, isKiroFile, requirementName } from "./requirement-name.ts";
import { scopeOf } from "./scope.ts";
import { sectionAbove } from "./section-drafts.ts";

const explicit = /^\*{0,2}(\d{1,3}(?:\.\d{1,3}){1,2})(?:[.):]|\*\*)?\*{0,2}[.:]?\s+(\S.*)$/;
const ears = /^(?:\d[\d.]*[.)]?\s+)?(?:WHEN|IF|WHILE|WHERE|THE|GIVEN)\b[^\n]{0,600}\bSHALL\b/;

/** D10: Kiro's numbered requirements with EARS acceptance criteria. */
export const acceptanceCriteria: Dialect = {
  name: "acceptance-criteria",
  describes:
    "`### Requirement 1: Title` with `1. WHEN … THE … SHALL …` criteria, read as 1.1, 1.2 (Kiro, EARS)",
  example:
    "### Requirement 1: Reconnecting\n\n#### Acceptance Criteria\n\n1. WHEN the network is back, THE client SHALL reconnect.",
  recognises(source: SourceFile): Confidence {
    const scan = scanSource(source);
    const requirements = scan.headings.filter(
      (heading) => heading.top && requirementName(scan, heading) !== null,
    ).length;
    if (requirements === 0) return 0;
    const shall = scan.lines.filter(
      (line) => line.kind === "text" && ears.test(line.content.slice(0, 700)),
    ).length;
    const labelled = scan.lines.some((line) => isCriteriaLabel(line));
    if (isKiroFile(source.path)) return 0.95;
    if (labelled && shall > 0) return 0.92;
    if (labelled && hasNumberedItems(scan)) return 0.75;
    return shall >= 2 || (labelled && requirements >= 2) ? 0.75 : 0;
  },
  drafts(source: SourceFile) {
    return findDrafts(scanSource(source));
  },
  entries(source: SourceFile) {
    return entriesOf(this, source);
  },
};

/** Criteria are counted. */
function hasNumberedItems({ items }: ScannedSource): boolean {
  return items.filter(({ number }) => number !== null).length >= 2;
}

/** A requirement's heading and the lines up to the next requirement. */
interface Extent {
  readonly line: number;
  readonly end: number;
  readonly section: string;
}

function findDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  const drafts: Draft[] = [];
  const found = scan.headings.flatMap((heading) => {
    const named = heading.top ? requirementName(scan, heading) : null;
    return named ? [{ heading, named }] : [];
  });
  found.forEach(({ heading, named }, index) => {
    const end = Math.min(heading.sectionEnd, (found[index + 1]?.heading.line ?? Infinity) - 1);
    drafts.push({
      id: `${scope}#${named.id}`,
      kind: "requirement",
      traits: { isWhole: true },
      line: heading.line,
      endLine: heading.sectionEnd,
      parent: -1,
      section: sectionAbove(scan, heading.parent),
      first: named.title,
    });
    drafts.push(...criteriaOf(scan, { line: heading.line, end, section: heading.path }, named.prefix, scope));
  });
  return nestByExtent(drafts);
}

/** The criteria below one requirement: those with a number, else its paragraphs in EARS, counted from 1. */
function criteriaOf(scan: ScannedSource, extent: Extent, prefix: string, scope: string): Draft[] {
  const found = numberedCriteria(scan, extent, prefix, scope);
  return found.length > 0 ? found : paragraphCriteria(scan, extent, `${scope}#${prefix}`);
}

function paragraphCriteria(scan: ScannedSource, extent: Extent, requirement: string): Draft[] {
  const drafts: Draft[] = [];
  for (const block of blocksIn(scan, extent)) {
    const line = scan.lines[block.line - 1];
    if (!line || block.kind !== "paragraph" || block.item >= 0 || block.quote > 0) continue;
    const lines = scan.lines.slice(block.line - 1, Math.min(block.endLine, block.line + 20));
    if (!ears.test(lines.map(({ content }) => content.trim()).join(" "))) continue;
    const id = `${requirement}.${drafts.length + 1}`;
    drafts.push(draft(id, line, block.endLine, extent.section, line.content));
  }
  return drafts;
}

/** Blocks stand in the order of their lines, and the lines know theirs: only those of the extent are looked at. */
function blocksIn(scan: ScannedSource, extent: Extent): Block[] {
  const found: Block[] = [];
  let last = -1;
  for (const line of scan.lines.slice(extent.line, extent.end)) {
    const block = line.block === last ? undefined : scan.blocks[line.block];
    last = line.block;
    if (block) found.push(block);
  }
  return found;
}

/** Numbered list items, or lines that carry the whole number themselves. */
function numberedCriteria(scan: ScannedSource, extent: Extent, prefix: string, scope: string): Draft[] {
  const drafts: Draft[] = [];
  const taken = new Set<string>();
  let listening = !hasCriteriaLabel(scan, extent.line, extent.end);
  for (const line of scan.lines.slice(extent.line, extent.end)) {
    if (isCriteriaLabel(line)) listening = true;
    if (line.kind !== "text" || line.quote > 0) continue;
    const item = scan.items[line.item];
    const opens = item?.line === line.number && item.depth === 0;
    const written = explicit.exec(line.content.slice(0, 2000));
    if (written?.[1] !== undefined && (opens || line.item < 0)) {
      taken.add(written[1]);
      const endLine = opens ? item.endLine : paragraphEnd(scan, line);
      drafts.push(draft(`${scope}#${written[1]}`, line, endLine, extent.section, written[2] ?? ""));
    } else if (opens && item.number !== null && listening) {
      const id = `${scope}#${prefix}.${freeNumber(item.number, taken)}`;
      drafts.push(draft(id, line, item.endLine, extent.section, line.content));
    }
  }
  return drafts;
}

function draft(id: string, line: ScannedLine, endLine: number, section: string, first: string): Draft {
  const traits = { isPart: true };
  return { id, kind: "criterion", traits, line: line.number, endLine, parent: -1, section, first };
}

/** The number as written; in a list whose items all say `1.`, or in a second list, the next one that is free. */
function freeNumber(written: number, taken: Set<string>): number {
  let number = taken.has(String(written)) ? taken.size + 1 : written;
  while (taken.has(String(number))) number += 1;
  taken.add(String(number));
  return number;
}

/** A criterion without a bullet ends where its paragraph does, or before the next number in the same paragraph. */
function paragraphEnd(scan: ScannedSource, line: ScannedLine): number {
  const last = scan.blocks[line.block]?.endLine ?? line.number;
  for (let number = line.number + 1; number <= last; number += 1) {
    if (explicit.test(scan.lines[number - 1]?.content.slice(0, 300) ?? "")) return number - 1;
  }
  return last;
}
