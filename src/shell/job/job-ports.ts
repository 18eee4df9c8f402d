import type { Clock, GitHubPort, KeyValueStore } from "../ports.ts";

/** What jobs work with. */
export interface JobPorts {
  readonly github: GitHubPort;
  readonly values: KeyValueStore;
  readonly clock: Clock;
  /** `https://github.com`, or the Enterprise Server's address; for links. */
  readonly webUrl: string;
  /** False: `/generate` on the code path answers what to set. */
  readonly hasModel: boolean;
  /** Logs an error that is not the user's; returns nothing, the job's id is the correlation id. */
  readonly onError: (jobId: string, error: unknown) => void;
}
