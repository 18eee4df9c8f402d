/** Part of a text. Lines are 1-based and inclusive: of the file where its lines were given, else of the text. */
export interface Lines {
  readonly line: number;
  readonly endLine: number;
}

export type PassageKind =
  | "heading"
  | "paragraph"
  /** The first paragraph of a list item. */
  | "item"
  /** A paragraph in a block quote. */
  | "quote"
  | "table-head"
  | "table-row"
  /** A fence or an indented block. */
  | "code"
  | "html"
  /** `[label]: target` */
  | "definition"
  | "front-matter";

/** A sentence of a passage, a row of a table, or a line of code. */
export interface MarkdownSentence extends Lines {
  /** Verbatim, with the marks and line breaks of the source. */
  readonly text: string;
  /** As a reader of the page sees it, on one line; code spans keep their marks. */
  readonly visible: string;
}

/** One block of text, verbatim and as it is read. */
export interface MarkdownPassage extends Lines {
  readonly kind: PassageKind;
  /** Of a heading: 1 to 6; else 0. */
  readonly level: number;
  readonly text: string;
  /** As a reader of the page sees it; one line, but for code. Comments and tags show nothing. */
  readonly visible: string;
  readonly sentences: readonly MarkdownSentence[];
}

export interface MarkdownFence extends Lines {
  /** Everything after the marks; "" for an indented block. */
  readonly info: string;
  /** First word of `info` in small letters. */
  readonly language: string;
  /** The code without the indentation of what it stands in, each line ended by a line break. */
  readonly content: string;
  readonly isFenced: boolean;
  /** False for a fence that nothing closes: what follows it cannot be told from prose. */
  readonly isClosed: boolean;
}

export interface MarkdownTable extends Lines {
  /** Cells as written, trimmed. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface MarkdownItem extends Lines {
  /** 0 for an item that is in no other. */
  readonly depth: number;
  readonly isOrdered: boolean;
}

export interface MarkdownLink extends Lines {
  readonly url: string;
  readonly text: string;
}

export interface MarkdownFootnote extends Lines {
  readonly label: string;
}

/** What Markdown of bounded size says: CommonMark, with GFM's tables, task lists and footnotes and YAML front matter. */
export interface MarkdownText {
  /** In document order. */
  readonly passages: readonly MarkdownPassage[];
  readonly fences: readonly MarkdownFence[];
  readonly tables: readonly MarkdownTable[];
  readonly items: readonly MarkdownItem[];
  readonly links: readonly MarkdownLink[];
  readonly footnotes: readonly MarkdownFootnote[];
  /** Sources of HTML, blocks and inline. */
  readonly html: readonly (Lines & { readonly text: string })[];
  /** Passages as they are read, one below the other. */
  readonly visible: string;
  /** False where the text was beyond the bounds: its blocks are then plain paragraphs, code and headings, and inline marks are not read. */
  readonly isWhole: boolean;
}
