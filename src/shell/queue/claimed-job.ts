import type { JobRequest, JobState } from "../ports.ts";

/** A job taken by this process. `owner` is the fencing token: a late attempt changes nothing any more. */
export interface ClaimedJob {
  readonly id: string;
  readonly owner: string;
  readonly job: JobRequest;
  readonly attempt: number;
  readonly maxAttempts: number;
}

/** What became of an attempt. Delays are milliseconds. `park` and `hand-back` do not count the attempt. */
export type Outcome =
  | { readonly result: "done" }
  | { readonly result: "cancelled"; readonly error: string }
  | { readonly result: "failed"; readonly error: string }
  | { readonly result: "again" | "park"; readonly delayMs: number; readonly error: string }
  | { readonly result: "hand-back" };

export function stateAfter(outcome: Outcome): JobState {
  if (outcome.result === "park") return "parked";
  if (outcome.result === "again" || outcome.result === "hand-back") return "waiting";
  return outcome.result;
}
