import { takenBackMessage } from "../../core/message/cancel-message.ts";
import { failureMessage, userErrorMessage, waitingMessage } from "../../core/message/reply.ts";
import { UserError } from "../../core/user-error.ts";
import type { JobContext, JobRequest } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import { WorkGone } from "../work-gone.ts";
import { boundOrder } from "../bound-order.ts";
import { answerCommand, answerWith } from "./answer-command.ts";
import type { CommandJob } from "./command-job.ts";
import { generate } from "./generate.ts";
import type { GenerateJob } from "./generation.ts";
import { endGeneration, tellGeneration } from "./generation-progress.ts";
import type { JobPorts, ProcessPorts } from "./job-ports.ts";
import { onboard } from "./onboard.ts";
import { pullRequestClosed } from "./pull-request-closed.ts";
import { recover, reviewedKey } from "./recover.ts";
import { repairCode } from "./repair-code.ts";
import { TakenBack, withoutTakenBack } from "./taken-back.ts";
import { toldOrder } from "./told-order.ts";
import { reviewPullRequest } from "./review-pull-request.ts";

/**
 * Does one job. A UserError is told where the command was given and ends the job; an error that may pass is thrown on
 * to the queue, which tries again; the last attempt's failure is told by its correlation id.
 */
export function createJobRunner(
  process: ProcessPorts,
): (job: JobRequest, context: JobContext) => Promise<void> {
  return async (job, context) => {
    const whole = portsOf(process, context);
    const ports = { ...whole, github: withoutTakenBack(whole.github, whole, job) };
    try {
      await perform(ports, job, process);
    } catch (error) {
      if (error instanceof RetryLater) await tellWaiting(process, job, context, error);
      if (error instanceof RetryLater || context.signal.aborted) throw error;
      await conclude(ports, job, error).catch((second: unknown) => {
        if (!isFinal(second)) throw second;
        ports.onError(context.id, second);
      });
    }
  };
}

function portsOf(process: ProcessPorts, attempt: JobContext): JobPorts {
  return { ...process, github: process.github.within(attempt.signal), attempt };
}

async function perform(ports: JobPorts, job: JobRequest, process: ProcessPorts): Promise<void> {
  switch (job.kind) {
    case "review":
      return review(ports, job);
    case "recover":
      return recover({ ...ports, app: process.github.app(ports.attempt.signal) }, job);
    case "command":
      return answerCommand(ports, await toldOrder(ports, job));
    case "generate":
      return generate(ports, await boundOrder(ports.values, job));
    case "checks-ended":
      return repairCode(ports, job);
    case "dead-letter":
      if (job.of.kind === "command" || job.of.kind === "generate")
        await tellEnd(ports, job.of, failureMessage(job.jobId));
      return;
    case "closed":
      return pullRequestClosed(ports, job);
    case "installed":
      return onboard(ports, job);
  }
}

async function review(ports: JobPorts, job: Extract<JobRequest, { kind: "review" }>): Promise<void> {
  const { repository, pullRequest, deliveryId } = job;
  const head = await reviewPullRequest(ports, repository, pullRequest, deliveryId);
  await ports.values.set(reviewedKey(repository, pullRequest), head ?? job.headSha);
}

/** Trying again would not help; whoever runs the server sees why. */
function isFinal(error: unknown): boolean {
  return error instanceof UserError || error instanceof WorkGone;
}

/** Tells the failure where the work was asked for. Throws what the queue should try again. */
async function conclude(ports: JobPorts, job: JobRequest, error: unknown): Promise<void> {
  const isAsked = job.kind === "command" || job.kind === "generate";
  if (!isAsked || error instanceof WorkGone) throw error;
  if (error instanceof TakenBack) return tellEnd(ports, job, takenBackMessage());
  if (error instanceof UserError) return tellEnd(ports, job, userErrorMessage(error.message));
  const { id, lastAttempt } = ports.attempt;
  if (lastAttempt) {
    ports.onError(id, error);
    await tellEnd(ports, job, failureMessage(id));
  }
  throw error;
}

async function tellEnd(ports: JobPorts, job: CommandJob | GenerateJob, text: string): Promise<void> {
  if (job.kind === "command") await answerWith(ports, job, [text]);
  else await endGeneration(ports, job, text);
}

async function tell(ports: JobPorts, job: CommandJob | GenerateJob, text: string): Promise<void> {
  if (job.kind === "command") await answerWith(ports, job, [text]);
  else await tellGeneration(ports, job, text);
}

/** A wait worth telling, in milliseconds. */
const longWait = 30_000;

/** Says once per job, where it was asked for, until when a limit makes it wait. Failing to say so changes nothing. */
async function tellWaiting(
  process: ProcessPorts,
  job: JobRequest,
  context: JobContext,
  { at, message }: RetryLater,
): Promise<void> {
  if (job.kind !== "command" && job.kind !== "generate") return;
  if (context.signal.aborted || at.getTime() - process.clock.now().getTime() < longWait) return;
  const ports = {
    ...portsOf(process, context),
    github: process.github.bypassRateLimit(context.signal),
  };
  await context.once("told-waiting", async () => {
    await tell(ports, job, waitingMessage(message, at)).catch(() => undefined);
    return true;
  });
}
