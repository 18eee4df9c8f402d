import { planLabel } from "../../core/plan/plan-label.ts";
import { planSourceReview } from "../../core/plan/plan-follow-up.ts";
import { planReview } from "../../core/plan/plan-review.ts";
import type { Said } from "../../core/state/said.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import { changeFollowUp, followUpStates } from "./follow-up-register.ts";
import type { JobPorts } from "./job-ports.ts";
import { type LoadedReview, reviewOf } from "./load-review.ts";
import { markFollowUps, shownIn } from "./mark-follow-ups.ts";
import { perform } from "./perform.ts";
import { passFollowUp } from "./required-check.ts";
import { findSaid, isFirstWord, recallSaid, say } from "./said.ts";
import { asRefusal, sayRefused } from "./say-refused.ts";
import { sourceOf } from "./source-of.ts";

/**
 * Brings the one comment and the check run of a pull request to what its head says. Says nothing where no spec file
 * changed and nothing was said before. A draft, or a closed one, gets no new comment, but one that stands is kept
 * current. Answers the head that was looked at; null when the pull request is gone.
 */
export async function reviewPullRequest(
  ports: JobPorts,
  repository: RepositoryRef,
  number: number,
  deliveryId: string,
): Promise<string | null> {
  const pull = await ports.github.pullRequest(repository, number);
  if (pull === null) return null;
  if (pull.ours) {
    await followUpMoved(ports, repository, pull, deliveryId);
    await passFollowUp(ports, repository, pull);
    return pull.headSha;
  }
  const recalled = await recallSaid(ports, repository, number);
  if (staysQuiet(ports, pull, recalled)) return pull.headSha;
  const loaded = await reviewOf(ports, repository, pull, pull.author).catch(asRefusal);
  if (loaded instanceof Error) {
    await sayRefused(ports, repository, pull, loaded);
    return pull.headSha;
  }
  if (isNothingToSay(loaded) && isFirstWord(ports, recalled)) return pull.headSha;
  const said = recalled ?? (await findSaid(ports, repository, number));
  if ((pull.draft || pull.state === "closed") && said.comment === null) return pull.headSha;
  const withFollowUps = await addFollowUps(ports, repository, loaded);
  const existing = said.comment?.digest ?? null;
  const { review, config } = loaded;
  const { failOn } = config;
  const actions = planReview({ review, context: withFollowUps, headSha: pull.headSha, existing, failOn });
  const wanted = pull.state === "open" ? actions : actions.filter(({ type }) => type === "upsert-comment");
  await say(ports, repository, number, said, [...wanted, ...labelsOf(loaded)]);
  return pull.headSha;
}

/** Nothing is said on a draft or a closed pull request for the first time, so nothing is read or paid for it. */
function staysQuiet({ forgets }: JobPorts, { state, draft }: PullRequest, recalled: Said | null): boolean {
  if (recalled?.comment) return false;
  return state === "closed" || (draft && forgets !== true);
}

function isNothingToSay({ review, context, config }: LoadedReview): boolean {
  return review === null && context.notices.length === 0 && config.failOn === "never";
}

/** Without a spec file the configuration was not read; then a label can only be taken away. */
function labelsOf({ pull, config, review }: LoadedReview): ReturnType<typeof planLabel> {
  if (pull.state !== "open" || (review !== null && !config.labels)) return [];
  return planLabel(review, pull.labels);
}

/** The comment's context with the follow-ups, marked stale where they are. */
async function addFollowUps(
  ports: JobPorts,
  repository: RepositoryRef,
  { pull, review, context }: LoadedReview,
): Promise<LoadedReview["context"]> {
  const known = await markFollowUps(ports, repository, pull.number, review, pull.headSha);
  const shown = await shownIn(ports, repository, known);
  return shown.length === 0 ? context : { ...context, followUps: followUpStates(shown, repository) };
}

/** A follow-up was opened again, or is no draft any more: the spec pull request's comment shows it. */
async function followUpMoved(
  ports: JobPorts,
  repository: RepositoryRef,
  pull: PullRequest,
  deliveryId: string,
): Promise<void> {
  const followUp = await sourceOf(ports, repository, pull);
  if (typeof followUp === "string" || pull.state === "closed") return;
  const isNews = await changeFollowUp(ports.values, followUp, { state: pull.draft ? "draft" : "open" });
  // An earlier attempt may have noted it and then been cut off.
  if (isNews || ports.attempt.attempt > 1) await perform(ports, planSourceReview(followUp, deliveryId));
}
