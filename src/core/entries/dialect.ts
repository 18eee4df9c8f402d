import type { Entry, Finding, SourceFile, Status, Traits } from "./entry.ts";

/** 0 (not this dialect) to 1 (certainly). */
export type Confidence = number;

/**
 * What a file's name, place and the configuration say of it: `named` by the configuration, `likely` a spec by name or place,
 * `near` formal ones, `open`, or a `companion` of a spec (README, CHANGELOG, …), which only IDs of the author's own make one.
 */
export type Standing = "named" | "likely" | "near" | "open" | "companion";

/** What is known around a file when its entries are read. */
export interface Surroundings {
  /** The file on both sides of a pull request, so that both get the same names. */
  readonly versions: readonly SourceFile[];
  /** What dialects with IDs of the author's own found in it; a dialect that names sections reads around them. */
  readonly claimed: readonly Draft[];
}

/**
 * One way of writing entries in Markdown. Pure and linear in the length of the text; a hostile file costs no more
 * than a well-meant one.
 */
export interface Dialect {
  /** Stable kebab-case id, used in the config and in JSON. */
  readonly name: string;
  /** One sentence for the documentation. */
  readonly describes: string;
  /** Lines of a spec written so, enough to be recognised; for the documentation. */
  readonly example: string;
  /** What the file of the example is called, where its name matters. */
  readonly exampleFile?: string;
  /** It names whatever stands in a file by heading and words; IDs of the author's own come first. */
  readonly namesSections?: boolean;
  recognises(source: SourceFile, standing?: Standing): Confidence;
  /** Where its entries stand, so that a file may have several dialects. */
  drafts?(source: SourceFile): Draft[];
  entries(source: SourceFile, around?: Surroundings): DialectResult;
}

export interface DialectResult {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
}

/** An entry as a dialect finds it: where it stands and what it is called. `toEntries` gives it its own text. */
export interface Draft {
  readonly id: string;
  readonly kind: string;
  readonly line: number;
  /** Last line of the whole extent, children included. */
  readonly endLine: number;
  /** Index of the enclosing draft; -1 for none. A parent stands before its children. */
  readonly parent: number;
  readonly section: string;
  /** What is left of the first line behind the marker; null when the whole line belongs to the marker. */
  readonly first: string | null;
  /** Lines that are the marker's too, and no text. */
  readonly without?: readonly number[];
  /** Given where lines are too coarse (a sentence, a table cell); otherwise the text is made of the extent's own lines. */
  readonly text?: string;
  /** Soft line breaks are spaces in the own text: re-wrapping changes nothing. */
  readonly reflow?: boolean;
  readonly status?: Status;
  readonly replacedBy?: readonly string[];
  readonly references?: readonly string[];
  readonly traits?: Traits;
  readonly mayRefer?: boolean;
}
