import type { Finding } from "../source.ts";

/**
 * What the linear block scanner makes of a Markdown file; every dialect reads this and never the raw text.
 *
 * The block structure is CommonMark's (containers: block quotes and list items with their content columns; leaves:
 * headings, fences of backticks or tildes, indented code, HTML blocks and comments, GFM tables, paragraphs with lazy
 * continuation), plus YAML front matter. Inline syntax is not read. All indices point into the arrays of the same
 * `ScannedSource`; -1 means "none". Lines are numbered from 1: `lines[n - 1]` is line n.
 */
export interface ScannedSource {
  readonly path: string;
  readonly lines: readonly ScannedLine[];
  /** Leaf blocks in document order: a paragraph, a heading, a fence, … */
  readonly blocks: readonly Block[];
  /** All headings, ATX and setext, also those inside quotes and list items (`top` is false there). */
  readonly headings: readonly Heading[];
  /** List items in document order; a parent comes before its children. */
  readonly items: readonly ListItem[];
  readonly fences: readonly Fence[];
  readonly tables: readonly Table[];
  /** Bounds that were hit. */
  readonly findings: readonly Finding[];
}

export type LineKind =
  | "blank"
  | "text"
  | "heading"
  /** The opening or closing line of a fence. */
  | "fence"
  /** A line inside a fence, or of indented code. */
  | "code"
  /** An HTML block; `comment` when it is a comment. */
  | "html"
  | "comment"
  | "table"
  /** `[label]: target` */
  | "definition"
  /** `[^label]: text` and the lines that belong to it. */
  | "footnote"
  /** A thematic break, or the underline of a setext heading. */
  | "rule"
  | "front-matter";

export interface ScannedLine {
  readonly number: number;
  /** Verbatim, without the line end. */
  readonly text: string;
  readonly kind: LineKind;
  /**
   * The line without quote marks, list marks and indentation (of code lines: without that of their container). A line
   * that opens a list item (`items[item].line === number`) has the text after the bullet here.
   */
  readonly content: string;
  /** Columns of white space before `content`, counted from the innermost container's content column. */
  readonly indent: number;
  /** How many block quotes are around. */
  readonly quote: number;
  /** Innermost list item the line belongs to. */
  readonly item: number;
  /** Nearest `top` heading at or above the line. */
  readonly heading: number;
  /** Leaf block; -1 for blank lines outside code. */
  readonly block: number;
}

export interface Block {
  readonly kind: "paragraph" | Exclude<LineKind, "blank" | "text">;
  readonly line: number;
  readonly endLine: number;
  readonly item: number;
  readonly quote: number;
  readonly heading: number;
}

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** Without `#`s and without a trailing `{#anchor}`; inline Markdown as written; at most 500 characters. */
  readonly text: string;
  /** Of a trailing `{#anchor}`. */
  readonly anchor: string | null;
  readonly line: number;
  readonly endLine: number;
  /** Not inside a block quote or list item. Only these make sections. */
  readonly top: boolean;
  /** The `top` heading this one's section is in. */
  readonly parent: number;
  /** Texts of the `top` headings from the outermost to this one, joined by ` › `. */
  readonly path: string;
  /** Last line of the section: the line before the next `top` heading of the same or a lower level, or the last one. */
  readonly sectionEnd: number;
}

export interface ListItem {
  readonly line: number;
  /** Last line that is not blank. */
  readonly endLine: number;
  /** Enclosing list item. */
  readonly parent: number;
  /** 0 for an item that is in no other item. */
  readonly depth: number;
  /** As written: `-`, `*`, `+`, `1.`, `2)`. */
  readonly marker: string;
  /** Of an ordered item. */
  readonly number: number | null;
  readonly quote: number;
  readonly heading: number;
}

export interface Fence {
  /** Everything after the ticks, trimmed. */
  readonly info: string;
  /** First word of `info`, lower case. */
  readonly language: string;
  /** The opening fence's length in ticks or tildes. */
  readonly length: number;
  readonly line: number;
  /** The closing line, or the last line when the fence is not closed. */
  readonly endLine: number;
  readonly closed: boolean;
  readonly item: number;
  readonly quote: number;
  readonly heading: number;
}

export interface Table {
  readonly line: number;
  readonly endLine: number;
  /** Cells as written, trimmed; `\|` stays. */
  readonly header: readonly string[];
  readonly rows: readonly TableRow[];
  readonly item: number;
  readonly quote: number;
  readonly heading: number;
}

export interface TableRow {
  readonly line: number;
  readonly cells: readonly string[];
}
