import { planRedelivery, redeliverableMs, type Redeliveries } from "../../core/plan/plan-redelivery.ts";
import { jobGroup } from "../job-group.ts";
import type { AppPort, JobRequest, RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";

export type RecoverJob = Extract<JobRequest, { kind: "recover" }>;

export interface RecoverPorts extends JobPorts {
  readonly app: AppPort;
  /** False for an owner that the operator does not serve. */
  readonly isAllowed: (owner: string) => boolean;
}

/** What is remembered of the last time. `seen` is the time in milliseconds up to which deliveries were looked at. */
interface Remembered {
  readonly seen: number;
  readonly redeliveries: Redeliveries;
}

const stateKey = "recovery";

/** Deliveries may show up in GitHub's list late. Milliseconds. */
const overlapMs = 10 * 60_000;

/** An open pull request that nobody touched for longer is left alone. Milliseconds. */
const reconciledMs = 14 * 24 * 60 * 60_000;

/** Reviews made up for in one go. */
const mostReviews = 100;

/**
 * Makes up for what this server missed. GitHub does not repeat failed deliveries by itself
 * (https://docs.github.com/webhooks/using-webhooks/handling-failed-webhook-deliveries), so they are asked for; they come
 * back as ordinary webhooks with their old ids.
 */
export async function recover(ports: RecoverPorts, job: RecoverJob): Promise<void> {
  await redeliverFailed(ports);
  if (job.reconcile) await reconcile(ports);
}

async function redeliverFailed({ app, values, clock, attempt }: RecoverPorts): Promise<void> {
  const now = clock.now().getTime();
  const remembered = (await values.get(stateKey)) as Remembered | undefined;
  const since = Math.max(now - redeliverableMs, (remembered?.seen ?? 0) - overlapMs);
  const found = await app.deliveries(new Date(since));
  const attempts = found.map(({ id, guid, at, delivered }) => ({ id, guid, at: at.getTime(), delivered }));
  const { ids, redeliveries, seen } = planRedelivery(attempts, remembered?.redeliveries ?? {}, now);
  for (const id of ids) {
    attempt.signal.throwIfAborted();
    await app.redeliver(id);
  }
  await values.set(stateKey, { seen, redeliveries } satisfies Remembered);
}

/** Open pull requests whose head no review has looked at. A review that finds nothing to say costs two requests. */
async function reconcile(ports: RecoverPorts): Promise<void> {
  const { app, clock, attempt } = ports;
  const oldest = new Date(clock.now().getTime() - reconciledMs);
  let added = 0;
  for (const repository of await app.repositories()) {
    attempt.signal.throwIfAborted();
    if (!ports.isAllowed(repository.owner)) continue;
    for (const { number, headSha, updatedAt } of await app.openPullRequests(repository)) {
      if (updatedAt < oldest || added >= mostReviews) break;
      if ((await ports.values.get(reviewedKey(repository, number))) === headSha) continue;
      if (await enqueueReview(ports, repository, number, headSha)) added++;
    }
  }
}

async function enqueueReview(
  { queue }: RecoverPorts,
  repository: RepositoryRef,
  pullRequest: number,
  headSha: string,
): Promise<boolean> {
  const group = jobGroup(repository, pullRequest);
  const dedupeKey = `reconcile:${group}@${headSha}`;
  const review: JobRequest = { kind: "review", repository, pullRequest, headSha, deliveryId: dedupeKey };
  return queue.enqueue(review, { dedupeKey, group, supersede: false });
}

/** Where the head that was reviewed last is kept; by ids, which survive a rename. */
export function reviewedKey(repository: RepositoryRef, pullRequest: number): string {
  return `reviewed/${jobGroup(repository, pullRequest)}`;
}
