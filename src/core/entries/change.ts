import type { Entry, Finding } from "./entry.ts";

export const changeKinds = [
  "added",
  "modified",
  "editorial",
  "moved",
  "reordered",
  "renamed",
  "retired",
  "restored",
  "removed",
] as const;

/** What a pull request did to one entry. Both changed and moved is `modified` with `moved: true`. */
export type ChangeKind = (typeof changeKinds)[number];

export interface Change {
  readonly id: string;
  /** Of the entry at head; of the entry at base when it was removed. */
  readonly file: string;
  readonly line: number;
  readonly kind: ChangeKind;
  readonly moved: boolean;
  readonly parent: string | null;
  readonly previousId: string | null;
  /** IDs of entries this one takes the place of. */
  readonly replaces: readonly string[];
  readonly before: Entry | null;
  readonly after: Entry | null;
}

/** Text outside every entry that changed: an IDL block, a payload sample, a table. */
export interface OutsideChange {
  readonly file: string;
  readonly line: number;
  readonly endLine: number;
  /** The heading that it stands under, or "". */
  readonly heading: string;
  readonly what: "idl" | "sample" | "table" | "prose";
  /** IDs of entries that the changed text names. */
  readonly names: readonly string[];
  /** It came, and says that something must be. */
  readonly demands: boolean;
}

export interface SpecDiff {
  readonly changes: readonly Change[];
  readonly outside: readonly OutsideChange[];
  readonly findings: readonly Finding[];
}
