import type { Entry, Finding, SourceFile } from "./entry.ts";

/** 0 (not this dialect) to 1 (certainly). */
export type Confidence = number;

/**
 * One way of writing entries in Markdown. Pure and linear in the length of the text; a hostile file costs no more
 * than a well-meant one.
 */
export interface Dialect {
  /** Stable kebab-case id, used in the config and in JSON. */
  readonly name: string;
  /** One sentence for the documentation. */
  readonly describes: string;
  recognises(source: SourceFile): Confidence;
  entries(source: SourceFile): DialectResult;
}

export interface DialectResult {
  readonly entries: readonly Entry[];
  readonly findings: readonly Finding[];
}
