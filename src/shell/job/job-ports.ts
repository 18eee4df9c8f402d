import type {
  AppPort,
  Clock,
  GitHubPort,
  JobContext,
  JobQueue,
  KeyValueStore,
  ModelPort,
  SpendAccount,
} from "../ports.ts";
import type { Review } from "../../core/decision/review.ts";
import type { ReviewRequest } from "../../core/decision/review-specs.ts";
import type { PlacedEntry } from "../../core/code/requested-entries.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import type { TraceIndex, TraceRequest } from "../../core/trace/trace-index.ts";
import type { FoundSpec } from "../../core/entries/find-specs.ts";
import type { ParseOptions } from "../../core/entries/parse-spec.ts";

/** What jobs work with. */
export interface JobPorts {
  /** Its requests end with the attempt's signal. */
  readonly github: GitHubPort;
  /** The attempt under way: its signal goes into every other call that may take long; `once`. */
  readonly attempt: JobContext;
  readonly values: KeyValueStore;
  /** True where `values` starts empty each time: whether something was said before is then looked up. */
  readonly forgets?: boolean;
  readonly clock: Clock;
  /** `askedReview` away from the event loop. Throws UserError when a spec cannot be read in time. */
  readonly review: (request: ReviewRequest) => Promise<Review>;
  /** The entries of spec files, read away from the event loop. Throws as `review` does. */
  readonly entries: (files: readonly SourceFile[], parse: ParseOptions) => Promise<readonly PlacedEntry[]>;
  /** `findSpecs` away from the event loop. Throws as `review` does. */
  readonly specsAmong: (files: readonly SourceFile[]) => Promise<readonly FoundSpec[]>;
  /** What a target's code cites, read away from the event loop. Throws as `review` does. */
  readonly trace: (request: TraceRequest) => Promise<TraceIndex>;
  /** `https://github.com`, or the Enterprise Server's address; for links. */
  readonly webUrl: string;
  readonly queue: Pick<JobQueue, "enqueue" | "jobs" | "cancel" | "retry">;
  /** Null: none is configured. Each call counts as its account's spending and throws OverBudget at a limit. */
  readonly model: ((account: SpendAccount) => ModelPort) | null;
  /** Name of the model that judges reviews; null: the rules decide alone. */
  readonly judgeModel: string | null;
  /** False for an owner that the operator does not serve. */
  readonly isAllowed: (owner: string) => boolean;
  /** Logs an error that is not the user's; returns nothing, the job's id is the correlation id. */
  readonly onError: (jobId: string, error: unknown) => void;
}

/** What the process has; each attempt makes its own JobPorts of it. */
export type ProcessPorts = Omit<JobPorts, "github" | "attempt"> & {
  readonly github: {
    within(signal: AbortSignal): GitHubPort;
    /** For the one note to a person who waits for the end of a limit. */
    bypassRateLimit(signal: AbortSignal): GitHubPort;
    app(signal: AbortSignal): AppPort;
  };
};
