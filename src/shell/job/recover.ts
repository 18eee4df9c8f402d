import { planRedelivery, redeliverableMs } from "../../core/plan/plan-redelivery.ts";
import { type Redeliveries, recoveryState } from "../../core/state/recovery.ts";
import { jobGroup } from "../job-group.ts";
import { kept } from "../kept.ts";
import type { AppPort, JobRequest, RepositoryRef } from "../ports.ts";
import { RetryLater } from "../retry-later.ts";
import type { JobPorts } from "./job-ports.ts";

type RecoverJob = Extract<JobRequest, { kind: "recover" }>;

export interface RecoverPorts extends JobPorts {
  readonly app: AppPort;
}

/** Deliveries may show up in GitHub's list late. Milliseconds. */
const overlapMs = 10 * 60_000;

/** An open pull request that nobody touched for longer is left alone. Milliseconds. */
const reconciledMs = 14 * 24 * 60 * 60_000;

/** Reviews made up for in one go. */
const mostReviews = 100;

/**
 * Makes up for what this server missed. GitHub does not repeat failed deliveries by itself
 * (https://docs.github.com/webhooks/using-webhooks/handling-failed-webhook-deliveries), so they are asked for; they come
 * back as ordinary webhooks with their old ids. What fails for one delivery, repository or installation holds up no other
 * one, and is thrown when all had their turn.
 */
export async function recover(ports: RecoverPorts, job: RecoverJob): Promise<void> {
  const trouble = new Trouble(ports.attempt.signal);
  await redeliverFailed(ports, trouble);
  if (job.reconcile) await reconcile(ports, trouble);
  trouble.raise();
}

/** Errors of steps that do not depend on each other. */
class Trouble {
  readonly #errors: Error[] = [];
  readonly #signal: AbortSignal;

  constructor(signal: AbortSignal) {
    this.#signal = signal;
  }

  async around(step: () => Promise<void>): Promise<void> {
    this.#signal.throwIfAborted();
    await step().catch((error: unknown) => {
      this.#signal.throwIfAborted();
      this.#errors.push(error instanceof Error ? error : new Error(String(error)));
    });
  }

  /** Throws the first one, but rather one that says when to come back. */
  raise(): void {
    const [first] = this.#errors;
    const limit = this.#errors.find((error) => error instanceof RetryLater);
    if (first !== undefined) throw limit ?? first;
  }
}

async function redeliverFailed({ app, values, clock }: RecoverPorts, trouble: Trouble): Promise<void> {
  const now = clock.now().getTime();
  const state = kept(values, recoveryState);
  const remembered = await state.get();
  const since = Math.max(now - redeliverableMs, (remembered?.seen ?? 0) - overlapMs);
  const found = await app.deliveries(new Date(since));
  const attempts = found.map(({ id, guid, at, delivered }) => ({ id, guid, at: at.getTime(), delivered }));
  const known = remembered?.redeliveries ?? {};
  const { ids, redeliveries, seen } = planRedelivery(attempts, known, now);
  const unasked = new Set<number>();
  const ask = async (id: number): Promise<void> => {
    try {
      await app.redeliver(id);
    } catch (error) {
      if (!isRefusal(error)) unasked.add(id);
      throw error;
    }
  };
  for (const id of ids) await trouble.around(() => ask(id));
  const left = attempts.filter(({ id }) => unasked.has(id));
  await state.set({
    seen: Math.min(seen, ...left.map(({ at }) => at)),
    redeliveries: { ...redeliveries, ...countsOf(left, known) },
  });
}

/** GitHub's own no, which it would repeat; nothing is known after any other failure. */
function isRefusal(error: unknown): boolean {
  const status = Number((error as { status?: unknown }).status);
  return status >= 400 && status < 500 && !(error instanceof RetryLater);
}

/** What was known of deliveries before they were asked for in vain. */
function countsOf(attempts: readonly { readonly guid: string }[], known: Redeliveries): Redeliveries {
  return Object.fromEntries(attempts.map(({ guid }) => [guid, known[guid] ?? { count: 0, at: 0 }]));
}

/** Open pull requests whose head no review has looked at. A review that finds nothing to say costs two requests. */
async function reconcile(ports: RecoverPorts, trouble: Trouble): Promise<void> {
  const { app } = ports;
  const room = { left: mostReviews };
  for (const installation of await app.installations()) {
    await trouble.around(async () => {
      for (const repository of await app.repositories(installation)) {
        if (!ports.isAllowed(repository.owner)) continue;
        await trouble.around(() => reconcileRepository(ports, repository, room));
      }
    });
  }
}

async function reconcileRepository(
  ports: RecoverPorts,
  repository: RepositoryRef,
  room: { left: number },
): Promise<void> {
  const oldest = new Date(ports.clock.now().getTime() - reconciledMs);
  for (const { number, headSha, updatedAt } of await ports.app.openPullRequests(repository)) {
    if (updatedAt < oldest || room.left <= 0) break;
    if ((await ports.values.get(reviewedKey(repository, number))) === headSha) continue;
    if (await enqueueReview(ports, repository, number, headSha)) room.left--;
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
