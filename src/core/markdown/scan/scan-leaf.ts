import {
  closesFence,
  commentEnd,
  delimiterColumns,
  fenceOpening,
  headingLevel,
  htmlEnd,
  isDefinition,
  isFootnote,
  isThematicBreak,
  opensHtml,
  setextLevel,
  tableCells,
} from "./scan-line.ts";
import type { LineKind } from "./scanned-source.ts";

/** The leaf block that is open before a line. */
export type LeafState =
  | { readonly kind: "none" }
  /** `last` is the content of its last line: a table's header, if a delimiter row follows. */
  | { readonly kind: "paragraph"; readonly last: string }
  | { readonly kind: "code" }
  | { readonly kind: "table" }
  | { readonly kind: "fence"; readonly char: string; readonly length: number; readonly indent: number }
  /** `until` null: ends at a blank line. */
  | { readonly kind: "html"; readonly until: string | null }
  | { readonly kind: "comment"; readonly until: string }
  /** `gap`: a blank line stands before; only what is indented goes on. */
  | { readonly kind: "footnote"; readonly gap: boolean };

export interface LeafLine {
  readonly kind: LineKind;
  readonly content: string;
  readonly indent: number;
  /** The line belongs to the leaf that was open before it. */
  readonly continues: boolean;
  /** The line underlines the paragraph before it: a heading of this level; 0 when it does not. */
  readonly setext: 0 | 1 | 2;
  /** The line before this one is a table's header. */
  readonly tableFrom: boolean;
}

/** A line as the scanner reads it first; `collectLeaves` makes the final lines and blocks of these. */
export interface RawLine extends LeafLine {
  /** Verbatim. */
  readonly text: string;
  readonly quote: number;
  readonly item: number;
}

export interface ReadLine {
  readonly leaf: LeafState;
  readonly line: LeafLine;
}

const none: LeafState = { kind: "none" };

/** Reads a line whose containers are already taken off, given the leaf that is open. */
export function readLeaf(leaf: LeafState, content: string, indent: number, isMdx: boolean): ReadLine {
  if (leaf.kind === "fence") return insideFence(leaf, content, indent);
  if (leaf.kind === "comment") return insideHtml(leaf, "comment", leaf.until, content, indent);
  if (leaf.kind === "html" && (leaf.until !== null || content !== "")) {
    return insideHtml(leaf, "html", leaf.until, content, indent);
  }
  if (leaf.kind === "footnote") {
    const inside = insideFootnote(leaf, content, indent);
    if (inside) return inside;
    leaf = none;
  }
  if (content === "")
    return { leaf: leaf.kind === "code" ? leaf : none, line: line("blank", content, indent, true) };
  if (indent >= 4 && leaf.kind !== "paragraph" && leaf.kind !== "table") {
    const code = " ".repeat(Math.min(indent - 4, 200)) + content;
    return { leaf: { kind: "code" }, line: line("code", code, indent, leaf.kind === "code") };
  }
  const block = indent <= 3 ? blockStart(leaf, content, indent, isMdx) : null;
  if (block) return block;
  return textLine(leaf, content, indent);
}

/** The line if it belongs to the footnote that is open: what follows it at once, and behind a blank line what is indented. */
function insideFootnote(
  leaf: LeafState & { kind: "footnote" },
  content: string,
  indent: number,
): ReadLine | null {
  if (content === "")
    return { leaf: { kind: "footnote", gap: true }, line: line("blank", content, indent, true) };
  if (indent < 4 && (leaf.gap || blockStart(none, content, indent, false) !== null)) return null;
  return { leaf: { kind: "footnote", gap: false }, line: line("footnote", content, indent, true) };
}

function textLine(leaf: LeafState, content: string, indent: number): ReadLine {
  if (leaf.kind === "table") return { leaf, line: line("table", content, indent, true) };
  if (leaf.kind === "paragraph") {
    const columns = delimiterColumns(content);
    if (columns > 0 && tableCells(leaf.last).length === columns) {
      return { leaf: { kind: "table" }, line: { ...line("table", content, indent, true), tableFrom: true } };
    }
  } else if (isDefinition(content)) return { leaf: none, line: line("definition", content, indent, false) };
  return {
    leaf: { kind: "paragraph", last: content },
    line: line("text", content, indent, leaf.kind === "paragraph"),
  };
}

/** A heading, fence, rule or HTML block that begins here and may interrupt a paragraph. */
function blockStart(leaf: LeafState, content: string, indent: number, isMdx: boolean): ReadLine | null {
  if (headingLevel(content) > 0) return { leaf: none, line: line("heading", content, indent, false) };
  const fence = fenceOpening(content);
  if (fence) {
    const open: LeafState = { kind: "fence", char: fence.char, length: fence.length, indent };
    return { leaf: open, line: line("fence", content, indent, false) };
  }
  const setext = leaf.kind === "paragraph" ? setextLevel(content) : 0;
  if (setext > 0) return { leaf: none, line: { ...line("rule", content, indent, true), setext: setext } };
  if (isThematicBreak(content)) return { leaf: none, line: line("rule", content, indent, false) };
  if (isFootnote(content))
    return { leaf: { kind: "footnote", gap: false }, line: line("footnote", content, indent, false) };
  const until = commentEnd(content, isMdx);
  if (until !== null) {
    const open: LeafState = content.includes(until) ? none : { kind: "comment", until };
    return { leaf: open, line: line("comment", content, indent, false) };
  }
  if (!opensHtml(content, leaf.kind === "paragraph")) return null;
  const end = htmlEnd(content);
  const closed = end !== null && content.toLowerCase().includes(end);
  return { leaf: closed ? none : { kind: "html", until: end }, line: line("html", content, indent, false) };
}

function insideFence(leaf: LeafState & { kind: "fence" }, content: string, indent: number): ReadLine {
  const bare = content.trimStart();
  if (indent <= 3 && closesFence(bare, leaf.char, leaf.length)) {
    return { leaf: none, line: line("fence", bare, indent, true) };
  }
  let strip = 0;
  while (strip < leaf.indent && content[strip] === " ") strip += 1;
  return { leaf, line: line("code", content.slice(strip), indent, true) };
}

function insideHtml(
  leaf: LeafState,
  kind: LineKind,
  until: string | null,
  content: string,
  indent: number,
): ReadLine {
  const closed = until !== null && content.toLowerCase().includes(until);
  return { leaf: closed ? none : leaf, line: line(kind, content, indent, true) };
}

function line(kind: LineKind, content: string, indent: number, continues: boolean): LeafLine {
  return { kind, content, indent, continues, setext: 0, tableFrom: false };
}
