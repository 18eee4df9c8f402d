import { followUpState } from "../core/state/follow-up.ts";
import { agreed, headState, type Moment, momentAt } from "../core/state/heads.ts";
import type { PullRequestPlace } from "../core/state/place.ts";
import { kept } from "./kept.ts";
import type { JobRequest, KeyValueStore, Order } from "./ports.ts";

type OrderedJob = Extract<JobRequest, { kind: "command" | "generate" }>;

/**
 * The order of a comment, bound to what its pull request was when it was written, and the spec behind that. Events come late
 * and in any order: it is asked when the comment comes in, and again when its work begins; what was told of in
 * between only narrows it.
 */
export async function boundOrder<Job extends OrderedJob>(values: KeyValueStore, job: Job): Promise<Job> {
  const { repository, pullRequest: number, order, commentId } = job;
  // A button's press carries its commit, and a merge.
  if (commentId === null) return job;
  const place = { repository, number };
  const followUp = await kept(values, followUpState, place).get();
  const own = await narrowed(values, place, order.at, order);
  const spec =
    followUp === null ? null : await narrowed(values, followUp.source, order.at, order.spec ?? null);
  return { ...job, order: { ...order, ...own, ...(spec === null ? {} : { spec }) } };
}

async function narrowed(
  values: KeyValueStore,
  place: PullRequestPlace,
  at: number,
  given: Pick<Order, "heads" | "bases" | "unsure"> | null,
): Promise<Moment> {
  const told = momentAt((await kept(values, headState, place).get()) ?? [], at);
  return given === null ? told : agreed({ ...given, bases: given.bases ?? [] }, told);
}
