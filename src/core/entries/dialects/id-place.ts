import type { Draft } from "../dialect.ts";
import { fileName } from "../../file-name.ts";

/** A place where an ID is written, with the entry that it would be. The draft's ID is the bare one. */
export interface IdPlace {
  readonly draft: Draft;
  /**
   * How surely this place defines the ID: 3 a heading or what labels a whole section, 2 a bullet or paragraph, 1 a row or
   * a heading's end, 0 a place that refers. Of several places the surest define it.
   */
  readonly rank: 0 | 1 | 2 | 3;
  readonly isSetOff: boolean;
  /** The column or label says that it is the ID of a requirement, whatever its letters. */
  readonly isCertain?: boolean;
  /** It stands in brackets or in a column of IDs, as no name does. */
  readonly isLabel?: boolean;
}

/** Sections, tables and files that refer to entries: they say where, when or by whom something is done or tested. */
export const refers =
  /\b(?:traceability|trace|index|matrix|status|coverage|progress|tracking|tracker|roadmap|test plan|test cases?|tests?|testing|verification|validation|check ?lists?|phases?|tasks?|plan|milestones?|backlog|schedule|mapping|cross[- ]references?|references?|change ?log|revision history|history|summary|overview|out of scope|dependencies|related|sources?|provenance|トレーサビリティ|追跡|rastreabilidad|rastreabilidade|traçabilité|rückverfolgbarkeit)\b/iu;

/** A file that only refers, by its name. */
export function isReferringFile(path: string): boolean {
  return isReferringTitle(fileName(path).replace(/[_.-]/gu, " "));
}

/** As the name of a file that only refers, so its title. */
export function isReferringTitle(title: string): boolean {
  return /\b(?:traceability|test plan|test cases|tests|tasks|check ?list|roadmap|matrix|coverage|progress|status|changelog)\b/iu.test(
    title,
  );
}

/** What the draft of an ID has unless its place says otherwise. */
export const blank = { kind: "requirement", parent: -1, section: "" } as const;
