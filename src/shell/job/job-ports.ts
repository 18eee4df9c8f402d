import type { Clock, GitHubPort, JobContext, JobQueue, KeyValueStore, ModelPort } from "../ports.ts";

/** What jobs work with. */
export interface JobPorts {
  /** Its requests end with the attempt's signal. */
  readonly github: GitHubPort;
  /** The attempt under way: its signal goes into every other call that may take long; `once`, `progress`. */
  readonly attempt: JobContext;
  readonly values: KeyValueStore;
  readonly clock: Clock;
  /** `https://github.com`, or the Enterprise Server's address; for links. */
  readonly webUrl: string;
  readonly queue: Pick<JobQueue, "enqueue" | "jobs" | "cancel" | "retry">;
  /** Null: `/generate` on the code path answers what to set. */
  readonly model: ModelPort | null;
  /** Logs an error that is not the user's; returns nothing, the job's id is the correlation id. */
  readonly onError: (jobId: string, error: unknown) => void;
}

/** What the process has; each attempt makes its own JobPorts of it. */
export type ProcessPorts = Omit<JobPorts, "github" | "attempt"> & {
  readonly github: { within(signal: AbortSignal): GitHubPort };
};
