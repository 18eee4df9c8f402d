import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { entriesOf } from "./draft.ts";
import { nestByExtent } from "./nest-by-extent.ts";
import { plainHeading, sectionAbove } from "./section-drafts.ts";

const item = "[a-z]{2,12}~[\\p{L}\\d](?:[\\p{L}\\d_.-]{0,120}[\\p{L}\\d])?";
const marker = new RegExp(`^(?:\\*\\*)?\`(${item})~(\\d{1,6})\`(?:\\*\\*)?\\s*$`, "u");
const named = new RegExp(`(${item})~\\d{1,6}`, "gu");

/** OpenFastTrace: an item's ID in a code span of its own below its title. The revision belongs to the version, not to the ID. */
export const openFastTrace: Dialect = {
  name: "openfasttrace",
  describes: "OpenFastTrace items: `` `req~login.lock~1` `` alone on the line below the title",
  example:
    "### Locking an account\n\n`req~login.lock~1`\n\nFive failed sign-ins lock the account.\n\nNeeds: dsn",
  recognises(source: SourceFile): Confidence {
    if (!source.text.includes("~")) return 0;
    return scanSource(source).lines.some((line) => markedBy(line) !== null) ? 0.95 : 0;
  },
  drafts(source: SourceFile) {
    return findDrafts(scanSource(source));
  },
  entries(source: SourceFile) {
    return entriesOf(this, source);
  },
};

function markedBy(line: ScannedLine): string | null {
  return line.kind === "text" && line.quote === 0 && line.item < 0
    ? (marker.exec(line.content.slice(0, 200))?.[1] ?? null)
    : null;
}

/** An item has its heading's section, if its marker opens it, up to the next item; else what follows the marker. */
function findDrafts(scan: ScannedSource): Draft[] {
  const drafts: Draft[] = [];
  for (const line of scan.lines) {
    const id = markedBy(line);
    if (id === null) continue;
    const heading = scan.headings[line.heading];
    const opens = heading !== undefined && isBlankBetween(scan, heading.endLine, line.number);
    const last = drafts.at(-1);
    if (last !== undefined && last.endLine >= line.number)
      drafts[drafts.length - 1] = { ...last, endLine: (opens ? heading.line : line.number) - 1 };
    const endLine = heading?.sectionEnd ?? scan.lines.length;
    const extent = { line: opens ? heading.line : line.number, endLine, parent: -1 };
    const title = opens ? plainHeading(heading.text) : null;
    const section = sectionAbove(scan, opens ? heading.parent : line.heading);
    const references = referencesIn(scan, extent.line, endLine).filter((one) => one !== id);
    drafts.push({ id, kind: "item", ...extent, section, first: title, without: [line.number], references });
  }
  return nestByExtent(drafts);
}

function isBlankBetween(scan: ScannedSource, from: number, to: number): boolean {
  return scan.lines.slice(from, to - 1).every((line) => line.kind === "blank" || line.kind === "html");
}

/** Items that it covers or depends on. */
function referencesIn(scan: ScannedSource, from: number, to: number): string[] {
  const found = new Set<string>();
  for (const line of scan.lines.slice(from - 1, to)) {
    if (line.number > from && markedBy(line) !== null && found.size > 0) break;
    for (const match of line.content.slice(0, 2000).matchAll(named)) found.add(match[1] ?? "");
  }
  return [...found];
}
