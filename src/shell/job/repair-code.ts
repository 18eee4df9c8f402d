import type { CheckFailure } from "../../core/code/check-failure.ts";
import { followUpRefusals } from "../../core/message/follow-up-note.ts";
import { closedSinceWords, noCauseWords, type RepairText } from "../../core/message/repair-message.ts";
import { stoppedMessage } from "../../core/message/stopped-message.ts";
import type { GitHubAction } from "../../core/plan/action.ts";
import { specSentMeanwhileWords } from "../../core/message/mandate-message.ts";
import { planRepair, planRepairNote, planRepairRefusal, withRepair } from "../../core/plan/plan-repair.ts";
import type { SpecLeave } from "../../core/plan/spec-leave.ts";
import { repairState } from "../../core/state/repairs.ts";
import type { JobRequest } from "../job-request.ts";
import { kept } from "../kept.ts";
import type { PullRequest } from "../ports.ts";
import type { WriteOutcome } from "../writer/write-outcome.ts";
import { stillAdmits } from "./admitted-target.ts";
import { changedInBase } from "./changed-in-base.ts";
import { checkConformanceOf } from "./check-conformance-of.ts";
import type { Reviewed } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { isFromFork } from "./order.ts";
import { retargeted } from "./retargeted.ts";
import { type LoadedSource, loadMandated, sourceOf, type StandingFollowUp } from "./source-of.ts";
import { isHeadTakenBack, TakenBack } from "./taken-back.ts";
import { writeOnBranch } from "./write-on-branch.ts";

type ChecksEndedJob = Extract<JobRequest, { kind: "checks-ended" }>;

interface Broken {
  readonly pull: PullRequest;
  readonly followUp: StandingFollowUp;
  readonly reviewed: Reviewed & Pick<LoadedSource, "leave">;
  readonly failures: readonly CheckFailure[];
}

/**
 * The CI of a code pull request ended. When it failed, the failure is read and answered by a commit, at most `maxRepairs`
 * times; then the pull request says what remains. A branch with someone else's commit is theirs. Nothing is run here.
 */
export async function repairCode(ports: JobPorts, job: ChecksEndedJob): Promise<void> {
  if (job.conclusion !== "failure" && job.conclusion !== "timed_out") return;
  const broken = ports.model === null ? null : await brokenCode(ports, job);
  if (broken === null) return;
  const { maxRepairs: most } = broken.reviewed.config;
  const begun = kept(ports.values, repairState, { repository: job.repository, number: broken.pull.number });
  const repairs = withRepair((await begun.get()) ?? [], job.headSha, most);
  const fromFork = isFromFork(broken.reviewed.pull, broken.followUp.source.repository);
  const about = { failed: broken.failures.map(({ name }) => name), commit: job.headSha, most, fromFork };
  const tell = async (text: Pick<RepairText, "tried" | "state" | "because">): Promise<void> => {
    await note(ports, job, broken, planRepairNote({ ...about, ...text }));
  };
  if (repairs === null) return tell({ tried: most, state: "given-up", because: null });
  await begun.set(repairs);
  const because = await repair(ports, job, broken, fromFork);
  const state = because === null ? "repaired" : "not-repaired";
  await tell({ tried: repairs.length, state, because });
}

/** The pull request that broke, and all it was made from; null where nothing is to be repaired. */
async function brokenCode(ports: JobPorts, job: ChecksEndedJob): Promise<Broken | null> {
  const { github } = ports;
  const { repository, branch, headSha } = job;
  const open = (await github.pullRequestsFrom(repository, branch)).find(({ state }) => state === "open");
  const pull = open === undefined ? null : await github.pullRequest(repository, open.number);
  if (pull?.ours !== true || pull.headSha !== headSha) return null;
  if (await isHeadTakenBack(ports, { repository, number: pull.number }, headSha)) return null;
  const followUp = await sourceOf(ports, repository, pull);
  if (typeof followUp === "string" || followUp.data.stage !== "code") return null;
  if ((await github.followUp(repository, branch, pull.baseRef)).handsOff) return null;
  const failures = await github.failedChecks(repository, headSha);
  if (failures.length === 0) return null;
  const found = await loadMandated(ports, followUp, null);
  if (typeof found === "string") return refuse(ports, job, { pull, followUp, failures }, found);
  // Nobody has asked for code of what the spec says now, which its own note tells.
  if (found === null || "stale" in found) return null;
  const { loaded } = found;
  if (loaded.review === null || !loaded.config.model.enabled) return null;
  const changed = await changedInBase(ports, followUp, loaded);
  if (changed !== null) return refuse(ports, job, { pull, followUp, failures }, changed);
  return { pull, followUp, failures, reviewed: { ...loaded, review: loaded.review } };
}

/** Says why nothing is even tried. */
async function refuse(
  ports: JobPorts,
  job: ChecksEndedJob,
  broken: Omit<Broken, "reviewed">,
  because: string,
): Promise<null> {
  const failed = broken.failures.map(({ name }) => name);
  await note(ports, job, broken, planRepairRefusal({ failed, commit: job.headSha, because }));
  return null;
}

/** Nobody asked for it: written only where code of this spec is still taken. */
async function note(
  ports: JobPorts,
  { repository }: ChecksEndedJob,
  { pull, followUp }: Pick<Broken, "pull" | "followUp">,
  action: GitHubAction,
): Promise<void> {
  if (await stillAdmits(ports, followUp.source.repository, repository))
    await ports.github.apply(repository, pull.number, action);
}

/** Null when a commit was made; else why not. */
async function repair(
  ports: JobPorts,
  job: ChecksEndedJob,
  broken: Broken,
  fromFork: boolean,
): Promise<string | null> {
  const { pull, followUp, reviewed, failures } = broken;
  const place = { repository: job.repository, headSha: job.headSha };
  const written = await writeOnBranch(ports, { ...place, followUp, reviewed, failures });
  if (written === null) return "the target is not in the configuration any more";
  const { request, opened, outcome, forget } = written;
  const { leave } = reviewed;
  const because = await commit(ports, job, broken, { outcome, fromFork, leave }).catch(ofTakenBack);
  if (because === null && outcome.outcome === "files") {
    const about = { leave, branch: job.branch, pullRequest: pull.number, request };
    await checkConformanceOf(ports, { ...about, code: await opened.code(), written: outcome.files });
  }
  await forget();
  return because;
}

function ofTakenBack(error: unknown): string {
  if (error instanceof TakenBack) return error.message;
  throw error;
}

interface Repair {
  readonly leave: SpecLeave;
  readonly outcome: WriteOutcome;
  readonly fromFork: boolean;
}

async function commit(
  ports: JobPorts,
  { repository, branch, headSha }: ChecksEndedJob,
  { pull, followUp, reviewed }: Broken,
  { outcome, fromFork, leave }: Repair,
): Promise<string | null> {
  if (outcome.outcome === "question") return "the entry can be read in two ways; its author has to decide";
  if (outcome.outcome === "nothing") return noCauseWords;
  if (outcome.outcome === "stopped")
    return outcome.reason === "nothing-written" ? noCauseWords : stoppedMessage(outcome.reason, null);
  if (!(await stillAdmits(ports, followUp.source.repository, repository)))
    return followUpRefusals["not-admitted"];
  const now = await ports.github.pullRequest(repository, pull.number);
  if (now?.state !== "open") return closedSinceWords;
  const { source } = followUp;
  const spec = await ports.github.pullRequest(source.repository, source.number);
  const ordered = reviewed.pull.baseRef;
  if (spec !== null && spec.baseRef !== ordered) return specSentMeanwhileWords(ordered, spec.baseRef);
  const goes = { ...followUp, goes: now.baseRef };
  const away = await retargeted(ports, goes, { ...reviewed.pull, repository: source.repository });
  if (away !== null) return away;
  const { files, unresolved } = outcome;
  const action = planRepair({ leave, branch, headSha, pull, files, unresolved, fromFork });
  const { result } = await ports.github.apply(repository, pull.number, action);
  return result === "hands-off" ? "somebody else's commit stands on the branch" : null;
}
