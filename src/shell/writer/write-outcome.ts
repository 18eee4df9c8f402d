import type { FileChange } from "../../core/code/file-change.ts";
import type { JudgedEntry } from "../../core/code/verification/judge/full-report.ts";
import type { SensitiveUse } from "../../core/code/guard/sensitive-uses.ts";
import type { Refusal } from "../../core/code/guard/write-policy.ts";
import { writeBudget } from "../../core/code/write-budget.ts";
import type { ModelReply, ModelUsage } from "../../core/model-request.ts";
import type { NothingToDo } from "./run-tool.ts";

export type StoppedReason =
  | "cancelled"
  | "deadline"
  | "budget"
  | "turns"
  | "no-progress"
  | "truncated"
  | "refused"
  | "context-full"
  | "unknown-stop"
  | "nothing-written"
  | "guard";

/** What is said about a run whatever its end. */
export interface WriteRecord {
  readonly usage: ModelUsage;
  readonly turns: number;
  readonly origin: ModelReply["origin"];
  /** Writes that were refused on the way. */
  readonly refusals: readonly Refusal[];
}

/** A second look at a change, and whether the change was mended after the first one. */
export interface Looked {
  readonly judged: readonly JudgedEntry[];
  readonly isRepaired: boolean;
  readonly tokens: number;
  /** US dollars; null when a price is unknown. */
  readonly costUsd: number | null;
}

export type WriteOutcome =
  | (WriteRecord & {
      readonly outcome: "files";
      /** Vectors first, then what the model wrote, sorted; all of it passed the guard. */
      readonly files: readonly FileChange[];
      /** The model's own words: untrusted, to be escaped. */
      readonly summary: string;
      /** Checks that did not hold, in words for the pull request's body. */
      readonly unverified: readonly string[];
      /** Refused writes that nothing took the place of: the change is incomplete. */
      readonly unresolved: readonly Refusal[];
      /** Entries that ask nothing of this target, in the model's words: untrusted, to be escaped. */
      readonly nothingToDo: readonly NothingToDo[];
      /** What somebody who did not write it says of it; absent where nobody looked. */
      readonly looked?: Looked;
      /** What the change newly uses of the machine it runs on. */
      readonly uses: readonly SensitiveUse[];
    })
  /** Every entry asks nothing of this target. */
  | (WriteRecord & {
      readonly outcome: "nothing";
      readonly nothingToDo: readonly NothingToDo[];
      readonly summary: string;
    })
  | (WriteRecord & {
      readonly outcome: "question";
      readonly entry: string;
      /** Words of the entry, checked to be in it; null when they are not. */
      readonly quote: string | null;
      /** The model's own words: untrusted, to be escaped. */
      readonly question: string;
    })
  | (WriteRecord & { readonly outcome: "stopped"; readonly reason: StoppedReason; readonly detail: string });

export interface WriteLimits {
  readonly turns: number;
  readonly toolCalls: number;
  /** US dollars for this run; null for no limit besides the monthly one. A run with a limit needs a known price. */
  readonly usd: number | null;
  /** Milliseconds for this run, or null. */
  readonly ms: number | null;
  /** Turns in a row without a successful write after which the run ends. */
  readonly idleTurns: number;
  /** How often `finish` may be answered with what is missing. */
  readonly repairs: number;
}

export const defaultLimits: WriteLimits = {
  ...writeBudget,
  usd: 5,
  ms: 20 * 60_000,
  idleTurns: 12,
};
