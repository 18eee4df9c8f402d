import { isFootnote } from "../../markdown/scan/scan-line.ts";
import { furtherIn } from "./draft.ts";
import { codeIdReferences, isCodeId } from "../code-id.ts";
import type { Confidence, Dialect, DialectResult } from "../dialect.ts";
import type { Entry, SourceFile } from "../entry.ts";
import { levelOf } from "../level.ts";
import { scanSource } from "../../markdown/scan/scan-source.ts";
import type { ScannedLine, ScannedSource } from "../../markdown/scan/scanned-source.ts";
import { statusOf } from "../tombstone.ts";
import { duplicateCodeIds, malformedMarkers } from "./code-id-findings.ts";

const marker = /^(?:\\[*-] {0,3})?`\(([^()`\s]{2,60})\) ?`/;

interface Draft {
  readonly id: string;
  readonly parent: Draft | null;
  readonly item: number;
  readonly depth: number;
  readonly section: string;
  readonly first: string;
  readonly lines: ScannedLine[];
}

/** D1: ``- `(RTN15a)` text``, nested by indentation; several markers may share a paragraph by line breaks. */
export const codeIdList: Dialect = {
  name: "code-id-list",
  describes: "List items that begin with an ID in a code span and parentheses, such as `(RTN15a)`",
  example: "- `(RTN15a)` The client must reconnect at once.",
  recognises(source: SourceFile): Confidence {
    if (!source.text.includes("`(")) return 0;
    const count = scanSource(source).lines.filter((line) => markerOf(line) !== null).length;
    return count === 0 ? 0 : count === 1 ? 0.8 : 0.97;
  },
  entries(source: SourceFile): DialectResult {
    const scan = scanSource(source);
    const drafts = findDrafts(scan);
    const known = new Set(drafts.map((draft) => draft.id));
    const entries = drafts.map((draft) => toEntry(scan, draft, known));
    const malformed = malformedMarkers(scan, entries);
    return { entries, findings: [...scan.findings, ...duplicateCodeIds(entries), ...malformed] };
  },
};

function markerOf(line: ScannedLine): { id: string; length: number } | null {
  if (line.kind !== "text" || line.quote > 0) return null;
  const found = marker.exec(line.content);
  return found?.[1] !== undefined && isCodeId(found[1]) ? { id: found[1], length: found[0].length } : null;
}

/** Each line goes to the entry of the innermost list item around it; outside lists, to the entry of its paragraph. */
function findDrafts(scan: ScannedSource): Draft[] {
  const drafts: Draft[] = [];
  const owners = new Map<number, Draft>();
  let paragraph: { block: number; draft: Draft } | null = null;
  const ownerOf = (item: number): Draft | null => {
    for (let i = item; i >= 0; i = scan.items[i]?.parent ?? -1) {
      const owner = owners.get(i);
      if (owner) return owner;
    }
    return null;
  };
  for (const line of scan.lines) {
    const found = markerOf(line);
    if (found) {
      const item = scan.items[line.item];
      const parent = item ? ownerOf(item.parent) : null;
      const section = scan.headings[line.heading]?.path ?? "";
      const first = line.content.slice(found.length);
      const draft: Draft = {
        id: found.id,
        parent,
        item: line.item,
        depth: item?.depth ?? -1,
        section,
        first,
        lines: [line],
      };
      drafts.push(draft);
      if (item) owners.set(line.item, draft);
      else paragraph = { block: line.block, draft };
    } else if (line.item >= 0) ownerOf(line.item)?.lines.push(line);
    else if (paragraph && line.block === paragraph.block && line.kind === "text")
      paragraph.draft.lines.push(line);
  }
  return drafts;
}

function toEntry(scan: ScannedSource, draft: Draft, known: ReadonlySet<string>): Entry {
  while (draft.lines.length > 1 && draft.lines.at(-1)?.kind === "blank") draft.lines.pop();
  const text = ownText(scan, draft);
  const status = statusOf(text);
  const references = codeIdReferences(text, draft.id, known);
  return {
    id: draft.id,
    kind: "point",
    file: scan.path,
    line: draft.lines[0]?.number ?? 1,
    endLine: draft.lines.at(-1)?.number ?? 1,
    parent: draft.parent?.id ?? null,
    section: draft.section,
    text,
    lines: draft.lines.map(({ number, text: verbatim }) => ({ line: number, text: verbatim })),
    level: levelOf(text),
    status,
    replacedBy: status === "retired" ? codeIdReferences(firstSentence(text), draft.id, known) : [],
    references,
  };
}

function firstSentence(text: string): string {
  return text.split("\n\n", 1)[0] ?? "";
}

/** Dedented; hard breaks' backslashes, comments and doubled blank lines are no text. */
function ownText(scan: ScannedSource, draft: Draft): string {
  const out = [draft.first.replace(/\\$/, "").trim()];
  for (const line of draft.lines.slice(1)) {
    if (line.kind === "comment") continue;
    if (line.kind === "blank" && out.at(-1) === "") continue;
    out.push(lineText(scan, line, draft));
  }
  return out.join("\n").trim();
}

function lineText(scan: ScannedSource, line: ScannedLine, draft: Draft): string {
  if (line.kind === "code") return line.content.trimEnd();
  const item = scan.items[line.item];
  const nested = Math.max(0, (item?.depth ?? 0) - draft.depth - 1);
  const bullet = item?.line === line.number ? `${item.marker} ` : "";
  const further = line.kind === "text" && isFootnote(line.content) ? furtherIn : "";
  return `${"  ".repeat(nested)}${bullet}${further}${line.content.trimEnd().replace(/\\$/, "")}`.trimEnd();
}
