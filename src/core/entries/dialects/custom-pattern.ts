import { RE2JS } from "re2js";
import type { Dialect, Draft } from "../dialect.ts";
import type { SourceFile } from "../entry.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { toEntries } from "./draft.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { nestByExtent } from "./nest-by-extent.ts";

/** Longest pattern that is compiled, and how much of a line it sees, in characters. */
export const patternBounds = { pattern: 500, line: 2000, instructions: 300 };

type PatternDialect = { readonly dialect: Dialect } | { readonly problem: string };

/**
 * A dialect from the configuration: a regular expression that finds the marker at the start of a line's content (after
 * bullets, quote marks, indentation and the `#`s of a heading) and captures the ID as group `id` or the first
 * group. RE2 runs it (https://github.com/google/re2/wiki/Syntax), so that no pattern takes more than linear time;
 * look-around and back-references are refused because RE2 has none.
 */
export function patternDialect(pattern: string): PatternDialect {
  const compiled = compile(pattern);
  if (typeof compiled === "string") return { problem: compiled };
  return {
    dialect: {
      name: "pattern",
      describes: `lines that match ${pattern}`,
      example: "",
      recognises: (source) => (markers(scanSource(source), compiled).length > 0 ? 1 : 0.5),
      entries(source: SourceFile) {
        const scan = scanSource(source);
        const entries = toEntries(scan, nestByExtent(markers(scan, compiled)));
        return { entries, findings: duplicateIds(entries) };
      },
    },
  };
}

function compile(pattern: string): RE2JS | string {
  if (pattern.length > patternBounds.pattern)
    return `The pattern is longer than ${patternBounds.pattern} characters; shorten it.`;
  let compiled: RE2JS;
  try {
    compiled = RE2JS.compile(pattern);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return `The pattern is not valid RE2 (${reason.slice(0, 200)}); write it without look-around and back-references.`;
  }
  if (compiled.groupCount() === 0)
    return "The pattern captures nothing; put the ID in a group, for example (?<id>REQ-[0-9]+).";
  if (compiled.programSize() > patternBounds.instructions)
    return "The pattern repeats too much to be compiled; use smaller repetition counts.";
  return compiled;
}

/** What a marker owns: a heading its section, a list item itself, any other line what follows up to the next marker. */
function markers(scan: ScannedSource, pattern: RE2JS): Draft[] {
  const drafts: Draft[] = [];
  let open = -1;
  for (const line of scan.lines) {
    const found = idIn(line, pattern);
    if (found || line.kind === "heading") open = -1;
    const draft = drafts[open];
    if (draft && line.kind !== "blank") drafts[open] = { ...draft, endLine: line.number };
    if (!found) continue;
    const endLine = ownEnd(scan, line);
    if (endLine === null) open = drafts.length;
    const place = {
      line: line.number,
      endLine: endLine ?? line.number,
      parent: -1,
      section: sectionOf(scan, line),
    };
    drafts.push({ ...place, id: found.id, kind: "entry", first: found.rest });
  }
  return drafts;
}

/** Last line of a heading's section, of a list item, of a table row; null for a paragraph, which runs on. */
function ownEnd(scan: ScannedSource, line: ScannedLine): number | null {
  if (line.kind === "table") return line.number;
  if (line.kind === "heading") return sectionEnd(scan, line);
  const item = scan.items[line.item];
  return item?.line === line.number ? item.endLine : null;
}

function idIn(line: ScannedLine, pattern: RE2JS): { id: string; rest: string } | null {
  if (line.kind !== "text" && line.kind !== "heading" && line.kind !== "table") return null;
  const own = line.kind === "table" ? line.text : line.content.replace(/^#{1,6}[ \t]+/, "");
  const content = own.slice(0, patternBounds.line);
  const matcher = pattern.matcher(content);
  if (!matcher.lookingAt()) return null;
  const id = (named(pattern) ? matcher.group("id") : matcher.group(1)) ?? "";
  return id === "" ? null : { id, rest: content.slice(matcher.end()) };
}

function named(pattern: RE2JS): boolean {
  return Object.keys(pattern.namedGroups()).includes("id");
}

function sectionEnd(scan: ScannedSource, line: ScannedLine): number {
  const heading = scan.headings[line.heading];
  return heading?.line === line.number ? heading.sectionEnd : line.number;
}

/** Headings above; of a heading those above itself. */
function sectionOf(scan: ScannedSource, line: ScannedLine): string {
  const heading = scan.headings[line.heading];
  if (heading?.line !== line.number) return heading?.path ?? "";
  return scan.headings[heading.parent]?.path ?? "";
}
