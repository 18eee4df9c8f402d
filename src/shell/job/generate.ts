import { didYouMean } from "../../core/command/did-you-mean.ts";
import { takenBackMessage } from "../../core/message/cancel-message.ts";
import {
  closedUnmergedMessage,
  leftOutMessage,
  modelOffMessage,
  noModelMessage,
  nothingToGenerateMessage,
  openDesignMessage,
  noTargetMessage,
  unknownTargetMessage,
} from "../../core/message/generation-message.ts";
import { questionsIn } from "../../core/design/questions-in.ts";
import { featuresOf } from "../../core/design/feature.ts";
import {
  type GenerationUnit,
  planGeneration,
  type StandingFollowUp,
} from "../../core/plan/plan-generation.ts";
import type { Recommendation } from "../../core/decision/review.ts";
import { UserError } from "../../core/user-error.ts";
import { jobGroup } from "../job-group.ts";
import { RetryLater } from "../retry-later.ts";
import type { GenerateJob, UnitOutcome } from "./generation.ts";
import { type GenerationSource, generationSource } from "./generation-source.ts";
import { endGeneration, GenerationProgress, tellGeneration } from "./generation-progress.ts";
import type { JobPorts } from "./job-ports.ts";
import { dryRun } from "./dry-run.ts";
import { followUpsOf } from "./follow-up-register.ts";
import { shownIn } from "./mark-follow-ups.ts";
import { openCode } from "./open-code.ts";
import { type DesignWork, openDesign } from "./open-design.ts";
import { isTakenBack, TakenBack } from "./taken-back.ts";
import { placeNow } from "./shown-rows.ts";
import { withChildrenToBuild } from "../../core/decision/with-children-to-build.ts";
import { selectEntries } from "../../core/command/select-entries.ts";

/**
 * `/generate`: one draft pull request per feature for designs, per work package and target for code. Its reply is a table that is
 * edited as the work goes on. A unit that fails never stops the others; run again, it goes on where it was.
 */
export async function generate(ports: JobPorts, job: GenerateJob): Promise<void> {
  if (await isTakenBack(ports, job)) return endGeneration(ports, job, takenBackMessage());
  const source = await generationSource(ports, job);
  if (source === null) return;
  if (typeof source === "string") return endGeneration(ports, job, source);
  const { state, merged } = source.reviewed.pull;
  if (state === "closed" && !merged) return tellGeneration(ports, job, closedUnmergedMessage());
  const planned = plan(ports, source, await standingOf(ports, job, source));
  if (typeof planned === "string") return tellGeneration(ports, job, planned);
  const units = planned.units.filter(({ key }) => job.only?.includes(key) !== false);
  const { config } = source.reviewed;
  const progress = await GenerationProgress.open(ports, job, { ...planned, units, config });
  const later: unknown[] = [];
  for (const unit of units) {
    if (!progress.isOpen(unit)) continue;
    const isResumed = progress.isRunning(unit);
    await progress.set(unit, { state: "running" });
    try {
      await progress.setPlace(unit, await placeNow(ports, job.repository, source.reviewed, unit.target));
      await openUnit(ports, job, source, { unit, units: planned.units }, async (outcome) => {
        // What an attempt that was cut off had opened was opened for this run.
        const isOwn = isResumed && outcome.state === "unchanged";
        await progress.set(unit, isOwn ? { ...outcome, state: "opened" } : outcome);
      });
    } catch (error) {
      // A limit or a cancelled job concerns every unit; what follows is done when the job goes on.
      if (ports.attempt.signal.aborted || error instanceof RetryLater) throw error;
      if (await progress.fail(unit, error)) later.push(error);
    }
  }
  if (later.length > 0) throw later[0];
}

interface Planned {
  readonly units: readonly GenerationUnit[];
  /** IDs of the entries that were asked for. */
  readonly asked: readonly string[];
  readonly notes: readonly string[];
}

/** The units, or what is wrong with what was asked. */
function plan(
  ports: JobPorts,
  { request, reviewed, design, notes: known }: GenerationSource,
  standing: readonly StandingFollowUp[],
): Planned | string {
  const { review, config } = reviewed;
  const named = selectEntries(review, request.ids);
  if (typeof named === "string") return named;
  const selected = withChildrenToBuild(named, review.recommendations);
  const names = config.targets.map(({ name }) => name);
  const unknown = request.targets.find((name) => !names.includes(name));
  if (unknown !== undefined) return unknownTargetMessage(unknown, didYouMean(unknown, names));
  const targets = request.targets.length > 0 ? request.targets : names;
  const isNamed = request.ids.some((id) => id.toLowerCase() !== "all");
  const facts = {
    workPackages: review.workPackages,
    selected: selected.map(({ change, path, takeBack }) => ({
      id: change.id,
      path,
      takeBack: takeBack && isNamed,
      text: (change.after ?? change.before)?.text ?? "",
    })),
    standing,
    features: featuresOf(
      review.recommendations.map(({ change }) => change),
      [...reviewed.files.base, ...reviewed.files.head],
    ),
    path: request.path,
    together: request.together,
  };
  const wantsCode = planGeneration({ ...facts, targets: ["any"] }).some(({ stage }) => stage === "code");
  const obstacle = wantsCode ? obstacleToCode(ports, config.model.enabled, targets) : null;
  const units = planGeneration({ ...facts, targets: obstacle === null ? targets : [] });
  if (units.length === 0) return obstacle ?? nothingToGenerateMessage();
  const asked = selected.map(({ change }) => change.id);
  const left = isNamed ? leftOut(selected, units) : [];
  const notes = [...known, ...openDesignNotes(design), ...(left.length === 0 ? [] : [leftOutMessage(left)])];
  return { units, asked, notes: obstacle === null ? notes : [obstacle, ...notes] };
}

/** Entries asked for that no unit holds although one of their path could. */
function leftOut(selected: readonly Recommendation[], units: readonly GenerationUnit[]): readonly string[] {
  const held = new Set(units.flatMap(({ entries }) => entries));
  return selected
    .filter(({ change, path }) => path === "none" && !held.has(change.id))
    .map(({ change }) => change.id);
}

function openDesignNotes(design: GenerationSource["design"]): readonly string[] {
  const open = design === null ? 0 : questionsIn(design.text);
  return design === null || open === 0 ? [] : [openDesignMessage(design.path, open)];
}

/** The open follow-ups that may be told of, as far as their entries are changed still. */
async function standingOf(
  ports: JobPorts,
  { repository }: GenerateJob,
  { reviewed }: GenerationSource,
): Promise<readonly StandingFollowUp[]> {
  const changed = new Set(reviewed.review.recommendations.map(({ change }) => change.id));
  const known = await followUpsOf(ports.values, { repository, number: reviewed.pull.number });
  return (await shownIn(ports, repository, known))
    .filter(({ state }) => state === "draft" || state === "open")
    .map(({ data: { stage, workPackage, target, entries } }) => ({
      ...{ stage, target, slug: workPackage },
      entries: Object.keys(entries).filter((id) => changed.has(id)),
    }));
}

function obstacleToCode({ model }: JobPorts, isEnabled: boolean, targets: readonly string[]): string | null {
  if (model === null) return noModelMessage();
  if (!isEnabled) return modelOffMessage();
  return targets.length === 0 ? noTargetMessage() : null;
}

async function openUnit(
  ports: JobPorts,
  job: GenerateJob,
  source: GenerationSource,
  { unit, units }: Pick<DesignWork, "unit" | "units">,
  record: (outcome: UnitOutcome) => Promise<void>,
): Promise<void> {
  const { reviewed, design } = source;
  if (await isTakenBack(ports, job)) throw new TakenBack();
  if (job.request.dryRun) return record(await dryRun(ports, job, source, unit));
  if (unit.stage === "design") return openDesign(ports, { job, reviewed, unit, units, record });
  const { model } = ports;
  if (model === null) throw new UserError(noModelMessage());
  const account = {
    pullRequest: jobGroup(job.repository, reviewed.pull.number),
    mostUsd: reviewed.config.model.maxUsdPerPullRequest,
  };
  return openCode(ports, { job, reviewed, design, unit, record, model: model(account) });
}
