import type { JobRequest } from "../ports.ts";

/** A comment with commands in it, or a button that was pressed. */
export type CommandJob = Extract<JobRequest, { kind: "command" }>;
