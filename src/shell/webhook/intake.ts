import { headState, pullsOfCommit, type SeenHead, withHead, withPull } from "../../core/state/heads.ts";
import { boundOrder } from "../bound-order.ts";
import { type Kept, kept } from "../kept.ts";
import type { JobQueue, JobRequest, KeyValueStore } from "../ports.ts";
import { checkRunHandler } from "./check-run.ts";
import { checkSuiteHandler } from "./check-suite.ts";
import type { Delivery, Enqueued, EventHandler } from "./event-handler.ts";
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

type PullRequestJob = Extract<JobRequest, { pullRequest: number }>;

/** What became of a delivery; counted in the metrics. */
export type Received = "enqueued" | "duplicate" | "ignored" | "foreign-owner";

export interface IntakeOptions {
  readonly queue: Pick<JobQueue, "enqueue">;
  readonly values: KeyValueStore;
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
  const added = await Promise.all(ours.map((one) => enqueue(one, options)));
  return added.includes(true) ? "enqueued" : "duplicate";
}

/** All of it at once, so that one flush to disk serves it: nothing is answered before, and each part may be done twice. */
async function enqueue({ job, options, head }: Enqueued, { queue, values }: IntakeOptions): Promise<boolean> {
  const noted = head !== undefined && "pullRequest" in job ? noteHead(values, job, head) : [];
  const bare = job.kind === "command" ? await boundOrder(values, job) : job;
  const [added] = await Promise.all([queue.enqueue(bare, options), ...noted]);
  return added;
}

function noteHead(values: KeyValueStore, job: PullRequestJob, head: SeenHead): readonly Promise<unknown>[] {
  const { repository, pullRequest: number } = job;
  return [
    note(kept(values, headState, { repository, number }), (known) => withHead(known, head)),
    note(kept(values, pullsOfCommit, repository, head.sha), (known) => withPull(known, number)),
  ];
}

/** Most events tell of a head that is known: that is read and not written. */
async function note<T>(
  list: Kept<readonly T[]>,
  change: (known: readonly T[]) => readonly T[],
): Promise<void> {
  const known = (await list.get()) ?? [];
  if (change(known) !== known) await list.update((now) => change(now ?? []));
}

/** `allowed` is lower case; empty allows everyone. */
export function isAllowedOwner(allowed: readonly string[], owner: string): boolean {
  return allowed.length === 0 || allowed.includes(owner.toLowerCase());
}
