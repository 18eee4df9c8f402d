import { failureMessage, userErrorMessage } from "../../core/message/reply.ts";
import { UserError } from "../../core/user-error.ts";
import type { JobContext, JobRequest } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import { answerCommand, answerWith, type CommandJob } from "./answer-command.ts";
import { generate } from "./generate.ts";
import type { GenerateJob } from "./generation.ts";
import { tellGeneration } from "./generation-progress.ts";
import type { JobPorts, ProcessPorts } from "./job-ports.ts";
import { reviewPullRequest } from "./review-pull-request.ts";

/**
 * Does one job. A UserError is told where the command was given and ends the job; an error that may pass is thrown on
 * to the queue, which tries again; the last attempt's failure is told by its correlation id.
 */
export function createJobRunner(
  process: ProcessPorts,
): (job: JobRequest, context: JobContext) => Promise<void> {
  return async (job, context) => {
    const ports: JobPorts = { ...process, github: process.github.within(context.signal), attempt: context };
    try {
      await perform(ports, job);
    } catch (error) {
      if (error instanceof RetryLater || context.signal.aborted) throw error;
      if (job.kind === "command" || job.kind === "generate") {
        await tellFailure(ports, job, context, error);
        return;
      }
      if (!(error instanceof UserError)) throw error;
      // Trying again would not help; whoever runs the server sees why.
      ports.onError(context.id, error);
    }
  };
}

async function perform(ports: JobPorts, job: JobRequest): Promise<void> {
  switch (job.kind) {
    case "review":
      return reviewPullRequest(ports, job.repository, job.pullRequest);
    case "command":
      return answerCommand(ports, job);
    case "generate":
      return generate(ports, job);
    case "gave-up":
      if (job.of.kind === "command" || job.of.kind === "generate")
        await tell(ports, job.of, failureMessage(job.jobId));
      return;
    // Nothing is done about these yet.
    case "closed":
    case "checks-ended":
    case "installed":
      return;
  }
}

async function tellFailure(
  ports: JobPorts,
  job: CommandJob | GenerateJob,
  context: JobContext,
  error: unknown,
): Promise<void> {
  if (error instanceof UserError) return tell(ports, job, userErrorMessage(error.message));
  if (context.lastAttempt) {
    ports.onError(context.id, error);
    await tell(ports, job, failureMessage(context.id));
  }
  throw error;
}

async function tell(ports: JobPorts, job: CommandJob | GenerateJob, text: string): Promise<void> {
  if (job.kind === "command") await answerWith(ports, job, [text]);
  else await tellGeneration(ports, job, text);
}
