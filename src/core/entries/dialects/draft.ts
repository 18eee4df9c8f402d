import type { Dialect, DialectResult, Draft } from "../dialect.ts";
import type { Entry, SourceFile } from "../entry.ts";
import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { isFootnote } from "../../markdown/scan/scan-line.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import { levelOf } from "../level.ts";
import { statusOf } from "../tombstone.ts";
import { duplicateIds } from "./duplicate-ids.ts";
import { withReferences } from "./with-references.ts";

/** The entries of a dialect that finds drafts with IDs of the author's own. */
export function entriesOf(dialect: Dialect, source: SourceFile): DialectResult {
  return entriesFrom(source, dialect.drafts?.(source) ?? []);
}

/** Entries of drafts with IDs of the author's own; what names another of them in its text refers to it. */
export function entriesFrom(source: SourceFile, drafts: readonly Draft[]): DialectResult {
  const entries = withReferences(toEntries(scanSource(source), drafts));
  return { entries, findings: duplicateIds(entries) };
}

/**
 * Gives each line to the innermost draft around it and makes entries of what each draft then owns. Linear in the lines
 * and drafts. Drafts come in document order, their extents nested or disjoint.
 */
export function toEntries(scan: ScannedSource, drafts: readonly Draft[]): Entry[] {
  const owned = ownLines(scan, drafts);
  return drafts.map((draft, index) => {
    const lines =
      draft.text === undefined ? (owned[index] ?? []) : scan.lines.slice(draft.line - 1, draft.endLine);
    const text = draft.text ?? ownText(lines, draft);
    return {
      id: draft.id,
      kind: draft.kind,
      ...(draft.traits ? { traits: draft.traits } : {}),
      ...(draft.mayRefer ? { mayRefer: true } : {}),
      file: scan.path,
      line: draft.line,
      endLine: draft.endLine,
      parent: drafts[draft.parent]?.id ?? null,
      section: draft.section,
      text,
      lines: lines.map(({ number, text: line }) => ({ line: number, text: line })),
      level: levelOf(text),
      status: draft.status ?? statusOf(text),
      replacedBy: draft.replacedBy ?? [],
      references: draft.references ?? [],
    };
  });
}

function ownLines(scan: ScannedSource, drafts: readonly Draft[]): ScannedLine[][] {
  const owned: ScannedLine[][] = drafts.map(() => []);
  const open: number[] = [];
  let next = 0;
  for (const line of scan.lines) {
    while (open.length > 0 && (drafts[open.at(-1) ?? -1]?.endLine ?? 0) < line.number) open.pop();
    while (next < drafts.length && (drafts[next]?.line ?? Infinity) <= line.number) {
      open.push(next);
      next += 1;
    }
    const owner = open.at(-1);
    if (owner !== undefined) owned[owner]?.push(line);
  }
  return owned;
}

/** Definitions of link targets, comments and rulers are nobody's text. */
const silent = new Set(["definition", "comment", "rule", "front-matter", "footnote"]);

function ownText(lines: readonly ScannedLine[], draft: Draft): string {
  const marks = new Set([draft.line, ...(draft.without ?? [])]);
  const kept = lines.filter((line) => !marks.has(line.number) && !silent.has(line.kind));
  const body = joinParagraphs(draft.reflow ? dedent(unwrap(kept)) : dedented(kept));
  const first = draft.first?.trim() ?? "";
  if (first === "") return body;
  if (body === "") return first;
  const next = kept[0];
  const follows = next?.number === draft.line + 1 && next.kind === "text";
  if (!follows) return `${first}\n\n${body}`;
  if (!draft.reflow) return `${first}\n${isFootnote(body) ? furtherIn : ""}${body}`;
  const own = lines.find(({ number }) => number === draft.line);
  return own?.block === next.block ? `${first} ${body}` : `${first}\n\n${body}`;
}

/** Paragraphs on one line each, unless a line ends in a hard break. */
function unwrap(lines: readonly ScannedLine[]): string[] {
  const out: string[] = [];
  let last: ScannedLine | null = null;
  for (const line of lines) {
    const joins = last?.kind === "text" && line.kind === "text" && last.block === line.block;
    if (joins && !/(?:\\| {2})$/.test(last?.text ?? ""))
      out[out.length - 1] = `${out.at(-1)?.trimEnd() ?? ""} ${line.content.trim()}`;
    else out.push(line.text);
    last = line;
  }
  return out;
}

/** A footnote's mark in a paragraph began none where it stood, so far in; nor does it here. */
export const furtherIn = "    ";

function dedented(lines: readonly ScannedLine[]): string[] {
  return dedent(lines.map(({ text }) => text)).map((text, at) =>
    lines[at]?.kind === "text" && isFootnote(text) ? `${furtherIn}${text}` : text,
  );
}

function dedent(lines: readonly string[]): string[] {
  let margin = Infinity;
  for (const line of lines) {
    if (line.trim() !== "") margin = Math.min(margin, line.length - line.trimStart().length);
  }
  return lines.map((line) => (line.trim() === "" ? "" : line.slice(margin).trimEnd()));
}

/** What a removed child leaves behind is one gap, not two: adding a child changes nothing in its parent's text. */
function joinParagraphs(lines: readonly string[]): string {
  const kept = lines.filter((line, index) => line !== "" || lines[index - 1] !== "");
  return kept.join("\n").trim();
}
