import type { JobQueue } from "../ports.ts";
import { checkRunHandler } from "./check-run.ts";
import { checkSuiteHandler } from "./check-suite.ts";
import type { Delivery, EventHandler } from "./event-handler.ts";
import { installationHandler, installationRepositoriesHandler } from "./installation.ts";
import { issueCommentHandler } from "./issue-comment.ts";
import { pullRequestHandler } from "./pull-request.ts";
import { reviewCommentHandler } from "./review-comment.ts";

/** Every event the App listens to. `app.yml` subscribes to these and no others. */
export const eventHandlers: readonly EventHandler[] = [
  pullRequestHandler,
  issueCommentHandler,
  reviewCommentHandler,
  checkRunHandler,
  checkSuiteHandler,
  installationHandler,
  installationRepositoriesHandler,
];

/** What became of a delivery; counted in the metrics. */
export type Received = "enqueued" | "duplicate" | "ignored" | "foreign-owner";

export interface IntakeOptions {
  readonly queue: Pick<JobQueue, "enqueue">;
  /** Lower case; empty allows everyone. */
  readonly allowedOwners: readonly string[];
}

/** Turns a delivery into jobs and enqueues them; resolves when they are on disk. Makes no request anywhere. */
export async function receive(
  handler: EventHandler,
  delivery: Delivery,
  options: IntakeOptions,
): Promise<Received> {
  const jobs = handler.jobs(delivery);
  if (jobs.length === 0) return "ignored";
  const ours = jobs.filter(({ job }) => {
    return isAllowedOwner(options.allowedOwners, "repository" in job ? job.repository.owner : "");
  });
  if (ours.length === 0) return "foreign-owner";
  const added = await Promise.all(ours.map(({ job, options: how }) => options.queue.enqueue(job, how)));
  return added.includes(true) ? "enqueued" : "duplicate";
}

/** `allowed` is lower case; empty allows everyone. */
export function isAllowedOwner(allowed: readonly string[], owner: string): boolean {
  return allowed.length === 0 || allowed.includes(owner.toLowerCase());
}
