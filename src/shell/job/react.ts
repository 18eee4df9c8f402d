import type { Reaction } from "../../core/plan/action.ts";
import type { CommandJob } from "./command-job.ts";
import type { JobPorts } from "./job-ports.ts";

/** Acknowledges the comment that gave a command; a button cannot be reacted to. */
export async function react({ github }: JobPorts, job: CommandJob, reaction: Reaction): Promise<void> {
  const { repository, pullRequest, commentId, thread } = job;
  if (commentId === null) return;
  const inThread = thread !== undefined;
  await github.apply(repository, pullRequest, { type: "react", commentId, reaction, inThread });
}
