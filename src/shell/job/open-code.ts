import type { CodeRequest } from "../../core/code/code-request.ts";
import { stateOf, withState } from "../../core/design/design-state.ts";
import type { FileChange } from "../../core/code/file-change.ts";
import { isRevision } from "../../core/design/revision-trailer.ts";
import { revisedWords } from "../../core/message/revise-message.ts";
import { requestHash } from "../../core/code/request-hash.ts";
import type { ExtractedVectors } from "../../core/code/vectors/extract-vectors.ts";
import { incompleteWords, nothingToDoWords } from "../../core/message/generation-message.ts";
import { questionsIn } from "../../core/design/questions-in.ts";
import { designedOpenWords } from "../../core/message/design-checks.ts";
import { codeChecks } from "../../core/message/code-checks.ts";
import { stoppedMessage } from "../../core/message/stopped-message.ts";
import { mandateOf } from "../../core/plan/mandate.ts";
import { planFollowUp } from "../../core/plan/plan-follow-up.ts";
import type { GenerationUnit } from "../../core/plan/plan-generation.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { UserError } from "../../core/user-error.ts";
import type { FollowUpBranch, ModelPort } from "../ports.ts";
import { openGitHubTarget } from "../target/github-target.ts";
import { formatOnThread } from "../writer/format-on-thread.ts";
import { parseCheck } from "../writer/parse-check.ts";
import { writeCode } from "../writer/write-code.ts";
import { defaultLimits, type WriteOutcome } from "../writer/write-outcome.ts";
import { askQuestion } from "./ask-question.ts";
import { readConformance } from "../../core/code/verification/conformance.ts";
import type { ShownDemands } from "../../core/message/demand-block.ts";
import { secondLook } from "../judge/second-look.ts";
import { factsOfWritten } from "../judge/written-conformance.ts";
import { claimedBranch } from "./claimed-branch.ts";
import { checkConformanceOf } from "./check-conformance-of.ts";
import { gatherCodeRequest } from "./code-facts.ts";
import { type CodePlace, codePlace, pullRequestLabel } from "./code-place.ts";
import { followUpText } from "./follow-up-text.ts";
import type { GenerateJob, Reviewed, UnitOutcome } from "./generation.ts";
import type { GenerationSource } from "./generation-source.ts";
import type { JobPorts } from "./job-ports.ts";
import { openFollowUp, orderAgain, standingFollowUp } from "./open-follow-up.ts";
import { turnMemory } from "./turn-memory.ts";

interface CodeWork {
  readonly job: GenerateJob;
  readonly reviewed: Reviewed;
  readonly unit: GenerationUnit;
  /** The design that is built, or null on the direct path. */
  readonly design: GenerationSource["design"];
  readonly model: ModelPort;
  /** Writes down what became of the unit. */
  readonly record: (outcome: UnitOutcome) => Promise<void>;
}

/** Writes the code of a unit with the model and opens or updates its draft pull request. */
export async function openCode(ports: JobPorts, work: CodeWork): Promise<void> {
  const place = await codePlace(ports, work.job, work.reviewed, work.unit);
  const { github } = ports;
  const standing = await claimedBranch(ports, {
    ...{ repository: place.repository, branch: place.branch, base: place.base },
    source: { repository: work.job.repository, number: place.source.number },
  });
  if (standing.handsOff) return work.record(ended("hands-off", standing, work, place));
  if (
    standing.pull !== null &&
    (await github.commits(place.repository, standing.pull.number)).some(isRevision)
  ) {
    await orderAgain(ports, place.repository, standing.pull, orderOf(work, place));
    return work.record({ ...ended("unchanged", standing, work, place), because: revisedWords });
  }
  const commit = await github.branchTip(place.repository, place.base);
  if (commit === null) throw new UserError(`the branch \`${place.base}\` does not exist any more`);
  const opened = await openGitHubTarget(github, place.repository, commit, place.target.path);
  const { reviewed, unit, job, design } = work;
  const facts = { reviewed, unit, target: place.target, design, note: job.request.note };
  const { request, left } = await gatherCodeRequest(ports, facts, opened);
  const hash = requestHash(request);
  const made = await standingFollowUp(ports, place.repository, standing.pull);
  const memory = turnMemory(ports.values, memoryName(work));
  // Replies still remembered: an attempt was cut off before it was told what became of it.
  if (made?.data.request === hash && !(await memory.holds())) {
    await orderAgain(ports, place.repository, standing.pull, orderOf(work, place));
    return work.record(ended("unchanged", standing, work, place));
  }
  const outcome = await writeCode({
    request,
    workspace: opened,
    model: work.model,
    signal: ports.attempt.signal,
    once: memory.once,
    limits: { ...defaultLimits, usd: null },
    parse: parseCheck,
    format: formatOnThread,
    secondLook: secondLook({
      request,
      code: () => opened.code(),
      model: work.model,
      signal: ports.attempt.signal,
      once: memory.once,
    }),
  });
  ports.attempt.signal.throwIfAborted();
  const code = await opened.code();
  const result = await concluded(ports, work, place, { request, left, commit, code, outcome });
  const mayGoOn = outcome.outcome === "stopped" && ["deadline", "budget"].includes(outcome.reason);
  // In this order: replies forgotten before the outcome is on disk would lose what they cost.
  await work.record(result);
  if (!mayGoOn) await memory.forget();
}

function orderOf({ job: { repository }, reviewed: { pull, config } }: CodeWork, place: CodePlace) {
  const { target } = place;
  const ids = new Map([[target.repository?.toLowerCase() ?? "", place.repository.id]]);
  const mandate = mandateOf(pull.baseRef, { config, asked: [target.name], ids });
  return { source: { repository, number: pull.number }, mandate };
}

interface Written {
  readonly request: CodeRequest;
  readonly left: ExtractedVectors["left"];
  readonly commit: string;
  readonly code: readonly SourceFile[];
  readonly outcome: WriteOutcome;
}

async function concluded(
  ports: JobPorts,
  work: CodeWork,
  place: CodePlace,
  { request, left, commit, code, outcome }: Written,
): Promise<UnitOutcome> {
  if (outcome.outcome !== "files") return withoutFiles(ports, work, outcome);
  const { usage, origin, files, unverified, unresolved, uses, summary, looked } = outcome;
  const { tokens, costUsd } = spentOn(outcome);
  const text = followUpText(work.job, work.reviewed, work.unit, {
    target: place.target.name,
    request: requestHash(request),
    document: work.design?.path,
    summary,
    nothingToDo: outcome.nothingToDo,
    demands: await demandsShown(request, code, outcome),
    model: { name: usage.model, tokens, costUsd, origin },
    ...withOpenDesign(
      work.design,
      codeChecks({
        entries: request.entries.length,
        vectors: request.vectors.length,
        folders: request.policy.folders,
        ...{ unverified, unresolved, uses, left, notShown: request.notShown },
      }),
    ),
  });
  const { source, leave, repository, suffix } = place;
  const action = planFollowUp({
    source,
    leave,
    defaultBranch: repository.defaultBranch,
    branchSuffix: suffix,
    from: commit,
    text,
    files: [...files, ...(await acceptedDesign(ports, work, place, commit))],
  });
  const applied = await openFollowUp(ports, {
    repository,
    ...orderOf(work, place),
    ...{ action, text, designCommit: work.design?.commit ?? null },
    requestedBy: work.job.order.author,
    deliveryId: work.job.deliveryId,
  });
  if (applied.number !== null && applied.result !== "hands-off") {
    const { branch } = place;
    const about = { leave, branch, pullRequest: applied.number };
    const judged = looked?.judged ?? [];
    await checkConformanceOf(ports, { ...about, request, code, written: files, judged });
  }
  return {
    // Unchanged: an earlier attempt at this very work had opened it.
    state: applied.result === "hands-off" ? "hands-off" : "opened",
    url: applied.url,
    label: pullRequestLabel(work.job, place, applied.number),
    because: unresolved.length === 0 ? null : incompleteWords(unresolved),
    costUsd,
  };
}

/** Of the writer and of who looked at the change before it was final. */
function spentOn({ usage, looked }: Extract<WriteOutcome, { outcome: "files" }>) {
  const { inputTokens, cacheReadTokens, cacheWriteTokens, outputTokens, costUsd } = usage;
  const look = looked ?? { tokens: 0, costUsd: 0 };
  return {
    tokens: inputTokens + cacheReadTokens + cacheWriteTokens + outputTokens + look.tokens,
    costUsd: costUsd === null || look.costUsd === null ? null : costUsd + look.costUsd,
  };
}

/** What the change shows of each demand, for its reviewer. */
async function demandsShown(
  request: CodeRequest,
  code: readonly SourceFile[],
  { files, looked, nothingToDo }: Extract<WriteOutcome, { outcome: "files" }>,
): Promise<ShownDemands> {
  const idle = new Set(nothingToDo.map(({ entry }) => entry));
  const { report } = readConformance(await factsOfWritten(request, code, files));
  const entries = report.entries.filter(({ id }) => !idle.has(id));
  return { entries, judged: looked?.judged ?? [], isRepaired: looked?.isRepaired === true };
}

/** Who reads the code hears first that its design had not decided everything. */
function withOpenDesign<T extends { readonly readFirst: readonly string[] }>(
  design: CodeWork["design"],
  checks: T,
): T {
  const open = design === null ? 0 : questionsIn(design.text);
  if (design === null || open === 0) return checks;
  return { ...checks, readFirst: [designedOpenWords(design.path, open), ...checks.readFirst] };
}

/** What became of a unit for which nothing was written. */
async function withoutFiles(
  ports: JobPorts,
  work: CodeWork,
  outcome: Exclude<WriteOutcome, { outcome: "files" }>,
): Promise<UnitOutcome> {
  const { costUsd } = outcome.usage;
  const nothing = { url: null, label: null, costUsd };
  if (outcome.outcome === "stopped") {
    const because = stoppedMessage(outcome.reason, outcome.detail);
    return { ...nothing, state: "failed", because };
  }
  if (outcome.outcome === "nothing") {
    const because = nothingToDoWords(outcome.nothingToDo);
    return { ...nothing, state: "unchanged", because };
  }
  const { entry, quote, question } = outcome;
  const asked = { entry, quote, question };
  const url = await askQuestion(ports, work.job, work.reviewed, asked);
  return { ...nothing, state: "asked", url, label: "question", because: null };
}

/** A merged design still says `draft` where it lies: a code pull request of that repository puts it right. */
async function acceptedDesign(
  { github }: JobPorts,
  { job, design }: CodeWork,
  { repository }: CodePlace,
  commit: string,
): Promise<readonly FileChange[]> {
  if (design === null || stateOf(design.text) !== "accepted" || repository.id !== job.repository.id)
    return [];
  const there = await github.file(repository, design.path, commit);
  return there === null || there === design.text || withState(there, "accepted") !== design.text
    ? []
    : [{ path: design.path, content: design.text }];
}

function ended(
  state: "hands-off" | "unchanged",
  { pull }: FollowUpBranch,
  work: CodeWork,
  place: CodePlace,
): UnitOutcome {
  const number = pull?.number ?? null;
  return {
    state,
    url: pull?.url ?? null,
    label: pullRequestLabel(work.job, place, number),
    because: null,
    costUsd: 0,
  };
}

function memoryName({ job, unit }: CodeWork): string {
  const { installationId, id } = job.repository;
  return `${String(installationId)}/${String(id)}/${String(job.pullRequest)}/${unit.key}`;
}
