import { followUpState } from "../core/state/follow-up.ts";
import { headState, type Moment, momentAt } from "../core/state/heads.ts";
import type { PullRequestPlace } from "../core/state/place.ts";
import { kept } from "./kept.ts";
import type { JobRequest, KeyValueStore } from "./ports.ts";

type OrderedJob = Extract<JobRequest, { kind: "command" | "generate" }>;

/**
 * The order of a comment, bound to what its pull request was when it was written, and the spec behind that. Events come late
 * and in any order: it is asked when the comment comes in, and again when its work begins, by all that was told of until then.
 */
export async function boundOrder<Job extends OrderedJob>(values: KeyValueStore, job: Job): Promise<Job> {
  const { repository, pullRequest: number, order, commentId } = job;
  // A button's press carries its commit, and a merge.
  if (commentId === null) return job;
  const place = { repository, number };
  const followUp = await kept(values, followUpState, place).get();
  const own = await momentThen(values, place, order.at);
  const spec = followUp === null ? null : await momentThen(values, followUp.source, order.at);
  return { ...job, order: { ...order, ...(own ?? {}), ...(spec === null ? {} : { spec }) } };
}

/** Null where nothing of that time is known, or not any more. */
async function momentThen(
  values: KeyValueStore,
  place: PullRequestPlace,
  at: number,
): Promise<Moment | null> {
  const moment = momentAt((await kept(values, headState, place).get()) ?? [], at);
  if (moment.unsure === true) return moment;
  return moment.heads.length === 0 ? null : { ...moment, unsure: undefined };
}
