import { isBotBranch } from "../../core/plan/branch-name.ts";
import { planSourceClosed } from "../../core/plan/plan-closed.ts";
import { planSourceReview } from "../../core/plan/plan-follow-up.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";
import { generationGroup, jobGroup } from "../job-group.ts";
import type { JobRequest } from "../job-request.ts";
import type { PullRequest } from "../ports.ts";
import { admittedPlace } from "./admitted-target.ts";
import { changeFollowUp, followUpsOf } from "./follow-up-register.ts";
import type { GenerateJob } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { perform } from "./perform.ts";
import { sourceOf } from "./source-of.ts";

type ClosedJob = Extract<JobRequest, { kind: "closed" }>;

/** What ends with a pull request: the follow-ups of a spec that was not merged, or a follow-up itself. */
export async function pullRequestClosed(ports: JobPorts, job: ClosedJob): Promise<void> {
  const { repository, pullRequest, headRef } = job;
  const followUps = await followUpsOf(ports.values, { repository, number: pullRequest });
  if (followUps.length === 0 && !isBotBranch(headRef)) return;
  const pull = await ports.github.pullRequest(repository, pullRequest);
  // Reopened meanwhile: the event is out of date.
  if (pull?.state !== "closed") return;
  if (pull.ours) return followUpClosed(ports, job, pull);
  if (!pull.merged) await cancelGeneration(ports, job);
  for (const followUp of followUps) {
    if (followUp.state === "draft" || followUp.state === "open") await endWith(ports, job, pull, followUp);
  }
}

async function cancelGeneration({ queue }: JobPorts, { repository, pullRequest }: ClosedJob): Promise<void> {
  const group = generationGroup(repository, pullRequest);
  const runs = await queue.jobs({ group, states: ["waiting", "parked", "running"] });
  for (const { id } of runs) await queue.cancel(id);
}

/**
 * Merged: what was stacked on the spec's branch goes on against the base branch. Else: the follow-up is closed too, unless
 * it stands where no code of this spec is taken any more: there it is left to whoever works there.
 */
async function endWith(
  ports: JobPorts,
  { repository: source }: ClosedJob,
  pull: PullRequest,
  followUp: FollowUp,
): Promise<void> {
  const action = planSourceClosed(followUp, pull);
  const place = action === null ? null : await admittedPlace(ports, source, followUp.repository);
  if (action === null || place === null) return;
  const { result } = await ports.github.apply(place, followUp.number, action);
  if (pull.merged || result === "hands-off") return;
  await changeFollowUp(ports.values, followUp, { state: "closed" });
}

/** Notes how a follow-up ended, and has the spec pull request's comment say so. */
async function followUpClosed(ports: JobPorts, job: ClosedJob, pull: PullRequest): Promise<void> {
  const followUp = await sourceOf(ports, job.repository, pull);
  if (typeof followUp === "string") return;
  await changeFollowUp(ports.values, followUp, { state: pull.merged ? "merged" : "closed" });
  await perform(ports, planSourceReview(followUp, job.deliveryId));
  if (pull.merged && followUp.data.stage === "design") await startCode(ports, job);
}

/** Merging a design is its approval: the code follows, asked for by whoever merged it. */
async function startCode({ queue, model }: JobPorts, job: ClosedJob): Promise<void> {
  const { repository, pullRequest, order, deliveryId } = job;
  if (model === null || order === null) return;
  const request: GenerateJob["request"] = {
    name: "generate",
    ids: [],
    path: "code",
    targets: [],
    dryRun: false,
    together: false,
    acceptOpen: false,
    commit: null,
    note: null,
  };
  await queue.enqueue(
    {
      kind: "generate",
      ...{ repository, pullRequest, commentId: null, order },
      ...{ request, deliveryId },
    },
    {
      dedupeKey: `code-after-design:${jobGroup(repository, pullRequest)}@${order.heads.at(-1) ?? deliveryId}`,
      group: generationGroup(repository, pullRequest),
      supersede: false,
    },
  );
}
