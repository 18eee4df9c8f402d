import type { Change, OutsideChange } from "../entries/change.ts";
import type { Finding } from "../entries/entry.ts";
import type { TestDataRef } from "../entries/test-data.ts";
import type { UnreadFile } from "../entries/unread-file.ts";
import type { Answer } from "./criterion.ts";
import type { HiddenInEntry } from "./hidden-in-entry.ts";
import type { JudgeItem } from "./judge-item.ts";
import type { ReviewQuestion } from "./open-question.ts";

/** Spec → Code, Spec → Design → Code, or nothing to build. */
export type Path = "code" | "design" | "none";

export interface Override {
  readonly id: string;
  readonly path: Path;
  readonly by: string;
  /** ISO 8601. */
  readonly at: string;
  readonly because: string | null;
  /** Fingerprint of the entry's own text the override was given for. */
  readonly fingerprint: string;
  /** The entry's own text it was given for, bounded: an example to whoever judges the next one. */
  readonly text?: string | undefined;
  /** What was recommended when it was given. */
  readonly recommended?: Path | undefined;
}

export interface Recommendation {
  readonly change: Change;
  /** What of its text a reader does not see; null: nothing, absent: nobody has looked. */
  readonly hidden?: HiddenInEntry | null;
  /** As `hidden`, of its text before the change. */
  readonly hiddenBefore?: HiddenInEntry | null;
  readonly path: Path;
  /** 0 to 1. */
  readonly confidence: number;
  /** At most 12 words. */
  readonly reason: string;
  /** What would move the entry to the direct path, concretely: the questions of its design first. Empty when nothing is missing. */
  readonly needs: readonly string[];
  /** The answers that speak for a design, and whether there is test data. */
  readonly criteria: readonly Answer[];
  readonly testData: readonly TestDataRef[];
  /**
   * `proof`: the difference itself proves that there is nothing to build. `nobody`: no model was asked and the rules cannot read
   * the text; the path is what happens unless somebody decides.
   */
  readonly decidedBy: "proof" | "model" | "rules" | "override" | "nobody";
  /** A rule that went without a replacement: what was built from it is to be taken back. */
  readonly takeBack: boolean;
  readonly override: Override | null;
  /** Slug of the work package, or null when there is nothing to build. */
  readonly workPackage: string | null;
}

export interface WorkPackage {
  readonly slug: string;
  /** `design` if any member needs it. */
  readonly path: "code" | "design";
  /** Member IDs in document order. */
  readonly entries: readonly string[];
}

export interface ReviewedFile {
  readonly path: string;
  readonly dialect: string | null;
  readonly entries: { readonly base: number; readonly head: number };
}

/** What the model's part in a review was. Rules stand wherever it gave no answer. */
export interface Judgement {
  /** `off`: none configured. `judged`: every entry asked about has an answer. `stood-down`: some or all have none. */
  readonly state: "off" | "judged" | "stood-down";
  /** Why the model gave no answer; null unless `stood-down`. */
  readonly why: "unreachable" | "over-budget" | "refused" | "truncated" | "unreadable" | "not-asked" | null;
  /** Entries the model judged in this review, those from the cache not counted. */
  readonly judged: number;
  readonly fromCache: number;
  /** Entries asked about that have no answer. */
  readonly unanswered: number;
  /** US dollars; null when a price is unknown. */
  readonly costUsd: number | null;
}

/** The whole truth about one pull request; comment, `/explain`, command line and log are all views of it. */
export interface Review {
  /** Revisions as commit ids. */
  readonly base: string;
  readonly head: string;
  readonly files: readonly ReviewedFile[];
  readonly recommendations: readonly Recommendation[];
  readonly workPackages: readonly WorkPackage[];
  readonly outside: readonly OutsideChange[];
  readonly judgement: Judgement;
  /** What the designs of the entries that need one would ask; absent where nobody has looked. */
  readonly questions?: readonly ReviewQuestion[];
  /** What a model may be asked about, as it would see it; empty unless the review was asked for it. */
  readonly toJudge: readonly JudgeItem[];
  readonly findings: readonly Finding[];
  /** Changed Markdown files in which no entry was recognised; none when it is absent. */
  readonly unread?: readonly UnreadFile[];
}
