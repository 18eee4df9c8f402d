import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { Block, Heading, ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { entriesOf } from "./draft.ts";
import { nestByExtent } from "./nest-by-extent.ts";
import { scopeOf } from "./scope.ts";
import { plainHeading, sectionAbove } from "./section-drafts.ts";

/** "Requirement" in the languages in which such files are found. */
const requirementWord =
  "requirements?|anforderung|exigence|requisito|requerimiento|requirement|требование|wymaganie|vereiste|krav|要件|要求|需求|요구사항|요구 사항";
const numbered = new RegExp(
  `^((?:${requirementWord}|user story|req|us|nfr|fr)[ -]?(\\d{1,3}(?:\\.\\d{1,3})?[a-z]?))[ \\t]*(?:[:：.—–-](.*))?$`,
  "iu",
);
const bareNumber = new RegExp(`^(?:${requirementWord})[ -]?\\d`, "iu");
/** In Kiro's own folder any word before a number is a requirement's. */
const anyWord = /^(\p{L}[\p{L} ]{0,30}[ -]?(\d{1,3}))[ \t]*(?:[:：.—–-](.*))$/u;
/** `TR-1: Title`: a code of the author's own. */
const coded = /^([A-Z]{2,5}-\d{1,3}[a-z]?)[ \t]*[:.—–-](.*)$/;
const untitled = /^((?:requirement|user story)):\s*(\S.*)$/i;
const explicit = /^\*{0,2}(\d{1,3}(?:\.\d{1,3}){1,2})(?:[.):]|\*\*)?\*{0,2}[.:]?\s+(\S.*)$/;
const criteriaLabel =
  /^[*_#\s]*(?:acceptance criteria|criteria|akzeptanzkriterien|crit[ée]r(?:es|ios) (?:d['’]acceptation|de aceita[cç][ãa]o|de aceptaci[óo]n)|критерии приемки|受け入れ基準|受入基準|受け入れ条件|验收标准|驗收標準|接受标准|인수 조건|수락 기준)/iu;
const kiroFile = /(?:^|\/)\.kiro\/specs\//;
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
      (heading) => heading.top && nameOf(scan, heading) !== null,
    ).length;
    if (requirements === 0) return 0;
    const shall = scan.lines.filter(
      (line) => line.kind === "text" && ears.test(line.content.slice(0, 700)),
    ).length;
    const labelled = scan.lines.some((line) => isCriteriaLabel(line));
    if (kiroFile.test(source.path)) return 0.95;
    if (labelled && shall > 0) return 0.92;
    return shall >= 2 || (labelled && requirements >= 2) ? 0.75 : 0;
  },
  drafts(source: SourceFile) {
    return findDrafts(scanSource(source));
  },
  entries(source: SourceFile) {
    return entriesOf(this, source);
  },
};

/** A requirement's heading and the lines up to the next requirement. */
interface Extent {
  readonly line: number;
  readonly end: number;
  readonly section: string;
}

interface Named {
  readonly id: string;
  /** What its criteria's numbers begin with. */
  readonly prefix: string;
  readonly title: string;
}

function nameOf(scan: ScannedSource, heading: Heading): Named | null {
  const text = plainHeading(heading.text);
  const found = numbered.exec(text);
  if (found) return namedBy(found, bareNumber.test(text));
  const own = coded.exec(text);
  if (own?.[1] !== undefined) return { id: own[1], prefix: own[1], title: own[2]?.trim() ?? "" };
  const word = kiroFile.test(scan.path) && heading.level > 2 ? anyWord.exec(text) : null;
  if (word) return namedBy(word, true);
  const open = untitled.exec(text);
  return open ? { id: text, prefix: text, title: open[2] ?? "" } : null;
}

/** Criteria of a numbered requirement begin with its number; those of a code with the code. */
function namedBy([, id = "", number = "", title = ""]: RegExpExecArray, isNumber: boolean): Named {
  return { id, prefix: isNumber ? number : id, title: title.trim() };
}

function isCriteriaLabel(line: ScannedLine): boolean {
  if (line.kind !== "heading" && !line.content.startsWith("**")) return false;
  return criteriaLabel.test(line.content.slice(0, 120));
}

function findDrafts(scan: ScannedSource): Draft[] {
  const scope = scopeOf(scan.path);
  const drafts: Draft[] = [];
  const found = scan.headings.flatMap((heading) => {
    const named = heading.top ? nameOf(scan, heading) : null;
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
  let listening = !hasLabel(scan, extent);
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

function hasLabel(scan: ScannedSource, extent: Extent): boolean {
  return scan.lines.slice(extent.line, extent.end).some((line) => isCriteriaLabel(line));
}

/** A criterion without a bullet ends where its paragraph does, or before the next number in the same paragraph. */
function paragraphEnd(scan: ScannedSource, line: ScannedLine): number {
  const last = scan.blocks[line.block]?.endLine ?? line.number;
  for (let number = line.number + 1; number <= last; number += 1) {
    if (explicit.test(scan.lines[number - 1]?.content.slice(0, 300) ?? "")) return number - 1;
  }
  return last;
}
