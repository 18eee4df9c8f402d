import type { Finding, SourceLine } from "../markdown/source.ts";

export type { Finding, SourceFile, SourceLine } from "../markdown/source.ts";

/** How strongly an entry binds, by its RFC 2119 words in any case; `none` says nothing about being normative. */
export type Level = "must" | "should" | "may" | "none";

/** `retired` is a tombstone: kept only to reserve the ID. */
export type Status = "live" | "deprecated" | "retired";

/** A verbatim quote and where it stands. Lines are 1-based and inclusive. */
export interface Span {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  readonly quote: string;
}

/** What an entry is to others, set by its dialect. A trait that is absent does not hold. */
export interface Traits {
  /** It says what the whole around it asks: a criterion or scenario of a requirement, a success criterion, a data entity. */
  readonly isPart?: boolean;
  /** It is judged together with its parts. */
  readonly isWhole?: boolean;
  /** Its ID is made of place and words, because the author gave none: a new one is no news by itself. */
  readonly hasContentId?: boolean;
  /** It says when its children hold, and asks for nothing itself. */
  readonly isCondition?: boolean;
}

/** One unit of the spec with an ID. */
export interface Entry {
  /** Exactly as the spec writes it; qualified (`condition 4.3.2`, `path#id`) where the number alone is not unique. */
  readonly id: string;
  /** The dialect's word for it: `point`, `requirement`, `condition`, `scenario`, `criterion`, `section`, `sentence`, … */
  readonly kind: string;
  readonly traits?: Traits;
  /** The ID stands in a row, check list or file that rather refers to an entry: one of another file would define it. */
  readonly mayRefer?: boolean;
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** ID of the enclosing entry, from the document's structure, never from the ID's letters. */
  readonly parent: string | null;
  /** Headings above the entry, outermost first, joined by ` › `. */
  readonly section: string;
  /** Own text: without the marker and without child entries; dedented; Markdown as written. */
  readonly text: string;
  /** The own text's lines as they stand in the file, for evidence. */
  readonly lines: readonly SourceLine[];
  /** Lines of no entry, or of one around it, under which it stands: what encloses its list item or is directly above its list. */
  readonly leadIn?: readonly SourceLine[];
  readonly level: Level;
  readonly status: Status;
  /** IDs a tombstone names as its replacement. */
  readonly replacedBy: readonly string[];
  /** IDs named in the own text, in order, without duplicates. */
  readonly references: readonly string[];
}

export interface SpecFile {
  readonly path: string;
  /** Name of the dialect that read it, or null when the file holds no entries. */
  readonly dialect: string | null;
  /** 0 to 1: how sure detection was. */
  readonly confidence: number;
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
}

/** One side of a pull request. */
export interface Spec {
  readonly files: readonly SpecFile[];
}
