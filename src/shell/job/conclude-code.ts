import type { CodeRequest } from "../../core/code/code-request.ts";
import { stateOf, withState } from "../../core/design/design-state.ts";
import type { FileChange } from "../../core/code/file-change.ts";
import { requestHash } from "../../core/code/request-hash.ts";
import type { ExtractedVectors } from "../../core/code/vectors/extract-vectors.ts";
import { incompleteWords, noTargetWords, nothingToDoWords } from "../../core/message/generation-message.ts";
import { questionsIn } from "../../core/design/questions-in.ts";
import { designedOpenWords } from "../../core/message/design-checks.ts";
import { codeChecks } from "../../core/message/code-checks.ts";
import { stoppedMessage } from "../../core/message/stopped-message.ts";
import { planFollowUp } from "../../core/plan/plan-follow-up.ts";
import type { SourceFile } from "../../core/entries/entry.ts";
import { type WriteOutcome } from "../writer/write-outcome.ts";
import { stillAdmits } from "./admitted-target.ts";
import { askQuestion } from "./ask-question.ts";
import { readConformance } from "../../core/code/verification/conformance.ts";
import type { ShownDemands } from "../../core/message/demand-block.ts";
import { factsOfWritten } from "../judge/written-conformance.ts";
import { checkConformanceOf } from "./check-conformance-of.ts";
import { type CodePlace, pullRequestLabel } from "./code-place.ts";
import { followUpText } from "./follow-up-text.ts";
import type { UnitOutcome } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { nameOf, openFollowUp } from "./open-follow-up.ts";
import { type CodeWork, orderOf } from "./code-work.ts";

/** What a model wrote for a unit, and where. */
interface Written {
  readonly request: CodeRequest;
  readonly left: ExtractedVectors["left"];
  readonly commit: string;
  readonly code: readonly SourceFile[];
  readonly outcome: WriteOutcome;
}

/** Opens or updates the pull request of what was written, and says what became of the unit. */
export async function concludeCode(
  ports: JobPorts,
  work: CodeWork,
  place: CodePlace,
  { request, left, commit, code, outcome }: Written,
): Promise<UnitOutcome> {
  if (outcome.outcome !== "files") return withoutFiles(ports, work, place, outcome);
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
  { repository }: CodePlace,
  outcome: Exclude<WriteOutcome, { outcome: "files" }>,
): Promise<UnitOutcome> {
  const { costUsd } = outcome.usage;
  const nothing = { url: null, label: null, costUsd };
  const spec = work.job.repository;
  // What the model says of a target may quote it, and is shown beside the spec.
  if (!(await stillAdmits(ports, spec, repository)))
    return { ...nothing, state: "failed", because: noTargetWords(nameOf(repository), nameOf(spec)) };
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
