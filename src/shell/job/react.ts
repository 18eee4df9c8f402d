import type { Reaction } from "../../core/plan/action.ts";
import { planReaction } from "../../core/plan/plan-answer.ts";
import type { CommandJob } from "./command-job.ts";
import type { JobPorts } from "./job-ports.ts";

/** Acknowledges the comment that gave a command. */
export async function react({ github }: JobPorts, job: CommandJob, reaction: Reaction): Promise<void> {
  for (const action of planReaction(job, reaction))
    await github.apply(job.repository, job.pullRequest, action);
}
