import { withSupplement } from "../../core/code/verification/judge/full-report.ts";
import { type ConformanceFacts, readConformance } from "../../core/code/verification/conformance.ts";
import { verifyItems } from "../../core/code/verification/judge/verify-items.ts";
import { takenBackMessage } from "../../core/message/cancel-message.ts";
import { refusalMessage } from "../../core/message/reply.ts";
import { followUpRefusals } from "../../core/message/follow-up-note.ts";
import {
  notVerifiedMessage,
  verifiedMessage,
  verifyWhereMessage,
} from "../../core/message/verify-message.ts";
import { planConformance } from "../../core/plan/plan-conformance.ts";
import type { SpecLeave } from "../../core/plan/spec-leave.ts";
import type { RepoConfig } from "../../core/repo-config.ts";
import { jobGroup } from "../job-group.ts";
import { judgeConformance } from "../judge/judge-conformance.ts";
import { factsOfWritten } from "../judge/written-conformance.ts";
import type { ModelPort, PullRequest, RepositoryRef } from "../ports.ts";
import { openGitHubTarget } from "../target/github-target.ts";
import { withParsing } from "../writer/with-parsing.ts";
import { gatherCodeRequest } from "./code-facts.ts";
import type { CommandJob } from "./command-job.ts";
import type { JobPorts } from "./job-ports.ts";
import { orderProblemWords, specMovedWords } from "./order.ts";
import { mayWrite } from "./rights.ts";
import { leaveStill, loadSource, sourceOf } from "./source-of.ts";
import { isTakenBack } from "./taken-back.ts";
import { verifySubject } from "./verify-subject.ts";
import { designOf } from "./write-on-branch.ts";

interface Subject {
  /** Asked directly before anything is shown; a text: why not. */
  readonly leave: () => Promise<SpecLeave | string>;
  readonly facts: ConformanceFacts;
  /** The model's limits, as the spec's repository sets them. */
  readonly config: RepoConfig;
}

/**
 * `/verify`: each demand of the entries that a pull request's code names, looked up in code and tests as its head has them,
 * and judged where a model is configured. Answers the table, and writes the same as a check run. Runs nothing.
 */
export async function verifyPull(ports: JobPorts, job: CommandJob, ids: readonly string[]): Promise<string> {
  const { github } = ports;
  const { repository, pullRequest } = job;
  const pull = await github.pullRequest(repository, pullRequest);
  if (pull === null) return verifyWhereMessage();
  const moved = orderProblemWords(job.order, pull);
  if (moved !== null) return moved;
  const subject = pull.ours
    ? await ownSubject(ports, job, pull)
    : await verifySubject(ports, repository, pull, job.order.author);
  if (typeof subject === "string") return subject;
  const facts = subject === null ? null : chosen(subject.facts, ids);
  if (subject === null || facts === null) return verifyWhereMessage();
  if (facts.entries.length === 0) return notVerifiedMessage("the code names no such entry");
  const { report, evidence, mutations: byRule } = readConformance(facts);
  const model = modelFor(ports, repository, pullRequest, subject.config);
  const signal = ports.attempt.signal;
  const judged =
    model === null
      ? []
      : await judgeConformance(verifyItems(facts, evidence), facts.files, { model, signal });
  const proposed = judged.flatMap(({ demands }) => (demands ?? []).flatMap(({ mutation }) => mutation ?? []));
  const mutations = await withParsing([...proposed, ...byRule], facts.files);
  const whole = withSupplement(report, { judged, mutations, ends: null });
  if (await isTakenBack(ports, job)) return takenBackMessage();
  const leave = await leaveNow(ports, job, subject);
  if (typeof leave === "string") return leave;
  const { place, action } = planConformance(leave, whole, mutations, pull.headSha);
  await github.apply(place, pullRequest, action);
  return verifiedMessage(whole, pull.headSha);
}

/** Minutes pass while a model judges: the right of who asks, and who reads what is shown, are asked again. */
async function leaveNow(
  { github }: JobPorts,
  { repository, order: { author } }: CommandJob,
  { leave }: Pick<Subject, "leave">,
): Promise<SpecLeave | string> {
  if (!(await mayWrite(github, repository, author)))
    return refusalMessage(author.login, [`${repository.owner}/${repository.name}`]);
  return leave();
}

function chosen(facts: ConformanceFacts, ids: readonly string[]): ConformanceFacts {
  if (ids.length === 0) return facts;
  const isAsked = (id: string): boolean =>
    ids.some((wanted) => (wanted.endsWith("*") ? id.startsWith(wanted.slice(0, -1)) : id === wanted));
  return { ...facts, entries: facts.entries.filter(({ id }) => isAsked(id)) };
}

/** One of the bot's own: the entries it was made for, with everybody's commits. A text: why not. */
async function ownSubject(
  ports: JobPorts,
  { repository, order }: CommandJob,
  pull: PullRequest,
): Promise<Subject | string | null> {
  const followUp = await sourceOf(ports, repository, pull);
  if (typeof followUp === "string") return notVerifiedMessage(followUpRefusals[followUp]);
  const { data } = followUp;
  if (data.stage !== "code") return null;
  const loaded = await loadSource(ports, followUp, order.author);
  if (typeof loaded === "string") return notVerifiedMessage(followUpRefusals[loaded]);
  if (loaded !== null && "elsewhere" in loaded) return loaded.elsewhere;
  const target = loaded?.config.targets.find(({ name }) => name === data.target);
  if (!loaded?.review || target === undefined) return notVerifiedMessage(followUpRefusals["not-a-target"]);
  const moved = specMovedWords(order, followUp, loaded.pull);
  if (moved !== null) return moved;
  const opened = await openGitHubTarget(ports.github, repository, pull.headSha, target.path);
  const unit = {
    ...{ key: `code/${data.workPackage}/${data.target}`, stage: "code" as const },
    ...{ slug: data.workPackage, target: data.target, entries: Object.keys(data.entries) },
  };
  const design = await designOf(ports, followUp);
  const reviewed = { ...loaded, review: loaded.review };
  const { request } = await gatherCodeRequest(ports, { reviewed, unit, target, design, note: null }, opened);
  const { mergeBase } = await ports.github.changes(repository, pull);
  const earlier = await openGitHubTarget(ports.github, repository, mergeBase, target.path);
  const facts = await factsOfWritten(request, await opened.code(), []);
  const { before } = await factsOfWritten(request, await earlier.code(), []);
  return {
    facts: { ...facts, ...(before === undefined ? {} : { before }) },
    config: loaded.config,
    leave: async () => {
      const leave = await leaveStill(ports, followUp, loaded.pull.headSha, order.author);
      return typeof leave === "string" ? notVerifiedMessage(followUpRefusals[leave]) : leave;
    },
  };
}

function modelFor(
  { model }: JobPorts,
  repository: RepositoryRef,
  pullRequest: number,
  { model: limits }: RepoConfig,
): ModelPort | null {
  if (model === null || !limits.enabled) return null;
  return model({ pullRequest: jobGroup(repository, pullRequest), mostUsd: limits.maxUsdPerPullRequest });
}
