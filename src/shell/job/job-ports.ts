import type { Clock, GitHubPort, JobQueue, KeyValueStore, ModelPort } from "../ports.ts";

/** What jobs work with. */
export interface JobPorts {
  readonly github: GitHubPort;
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
