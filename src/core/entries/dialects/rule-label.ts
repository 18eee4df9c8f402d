import type { Confidence, Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { toEntries } from "./draft.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { sectionAbove } from "./section-drafts.ts";

/** A version behind a `+` belongs to the rule's text, not to its ID. */
const label =
  /^(?:(?:r|req|rule|spec)\[|[a-z][a-z0-9]{0,9}\[(?=[^\]\s[]{1,100}\.))([^\]\s[+]{1,200})(?:\+\d{1,6})?\]\s*$/;
const reference = /#r-([a-z0-9_.-]{1,200})|\[([a-z][a-z0-9_-]*(?:\.[a-z0-9_-]+){1,12})\]/g;

/** D5: the Rust reference's `r[items.fn.intro]` on a line of its own before the blocks it names. */
export const ruleLabel: Dialect = {
  name: "rule-label",
  describes:
    "`r[items.fn.intro]` alone on a line, also with a version (`r[items.fn.intro+2]`); names the blocks up to the next label or heading (Rust reference, tracey)",
  example: "r[client.reconnect]\nThe client must reconnect at once.",
  recognises(source: SourceFile): Confidence {
    if (!/[a-z0-9]\[/.test(source.text)) return 0;
    const labels = scanSource(source).lines.filter((line) => labelOf(line) !== null).length;
    return labels === 0 ? 0 : labels === 1 ? 0.85 : 0.95;
  },
  entries(source: SourceFile) {
    const scan = scanSource(source);
    const entries = toEntries(scan, findDrafts(scan));
    const known = new Set(entries.map((entry) => entry.id));
    const linked = entries.map((entry) => ({
      ...entry,
      references: referencesIn(entry.text, known, entry.id),
    }));
    return { entries: linked, findings: duplicateIds(entries) };
  },
};

/**
 * At the left margin, also where Markdown takes the line for a lazy continuation of a list item; or at the beginning of a
 * quote, which then is the rule.
 */
function labelOf(line: ScannedLine): string | null {
  if (line.kind !== "text" || line.quote > 1) return null;
  return label.exec(line.quote > 0 ? line.content.slice(0, 300) : line.text.slice(0, 300))?.[1] ?? null;
}

/** A label owns what follows up to the next label or heading; a heading right behind the label is its text. */
function findDrafts(scan: ScannedSource): Draft[] {
  const drafts: Draft[] = [];
  const indexOf = new Map<string, number>();
  let open = -1;
  let fresh = false;
  let isQuoted = false;
  const close = (line: number): void => {
    const draft = drafts[open];
    if (draft)
      drafts[open] = { ...draft, endLine: Math.max(draft.line, lastWritten(scan, draft.line, line)) };
    open = -1;
  };
  for (const line of scan.lines) {
    const id = labelOf(line);
    if (id !== null) {
      close(line.number - 1);
      open = drafts.length;
      fresh = true;
      isQuoted = line.quote > 0;
      const section = sectionAbove(scan, line.heading);
      if (!indexOf.has(id)) indexOf.set(id, open);
      const parent = dottedParent(id, indexOf);
      drafts.push({
        id,
        kind: "rule",
        line: line.number,
        endLine: line.number,
        parent,
        section,
        first: null,
      });
      continue;
    }
    const leavesQuote = isQuoted && line.quote === 0 && line.kind !== "blank";
    if (leavesQuote || (line.kind === "heading" && line.quote === 0 && line.item < 0 && !fresh))
      close(line.number - 1);
    if (line.kind !== "blank") fresh = false;
  }
  close(scan.lines.length);
  return drafts;
}

function lastWritten(scan: ScannedSource, from: number, to: number): number {
  let line = to;
  while (line > from && /^(?:blank|definition)$/.test(scan.lines[line - 1]?.kind ?? "blank")) line -= 1;
  return line;
}

/** The nearest label that is a dotted prefix and stands above. */
function dottedParent(id: string, indexOf: ReadonlyMap<string, number>): number {
  let end = id.lastIndexOf(".");
  while (end > 0) {
    const index = indexOf.get(id.slice(0, end));
    if (index !== undefined) return index;
    end = id.lastIndexOf(".", end - 1);
  }
  return -1;
}

/** Links to another rule's anchor; in brackets without a target only names that are rules of this file. */
function referencesIn(text: string, known: ReadonlySet<string>, own: string): string[] {
  const ids = new Set<string>();
  for (const found of text.matchAll(reference)) {
    const id = found[1] ?? found[2] ?? "";
    if ((found[1] !== undefined || known.has(id)) && id !== own) ids.add(id);
  }
  return [...ids];
}
