import { isRevision } from "../../core/design/revision-trailer.ts";
import { revisedWords } from "../../core/message/revise-message.ts";
import { requestHash } from "../../core/code/request-hash.ts";
import { UserError } from "../../core/user-error.ts";
import type { FollowUpBranch } from "../ports.ts";
import { openGitHubTarget } from "../target/github-target.ts";
import { formatOnThread } from "../writer/format-on-thread.ts";
import { parseCheck } from "../writer/parse-check.ts";
import { writeCode } from "../writer/write-code.ts";
import { defaultLimits } from "../writer/write-outcome.ts";
import { secondLook } from "../judge/second-look.ts";
import { claimedBranch } from "./claimed-branch.ts";
import { gatherCodeRequest } from "./code-facts.ts";
import { type CodePlace, codePlace, pullRequestLabel } from "./code-place.ts";
import type { UnitOutcome } from "./generation.ts";
import type { JobPorts } from "./job-ports.ts";
import { orderAgain, standingFollowUp } from "./open-follow-up.ts";
import { turnMemory } from "./turn-memory.ts";
import { type CodeWork, orderOf } from "./code-work.ts";
import { concludeCode } from "./conclude-code.ts";

/** Writes the code of a unit with the model and opens or updates its draft pull request. */
export async function openCode(ports: JobPorts, work: CodeWork): Promise<void> {
  const place = await codePlace(ports, work.job, work.reviewed, work.unit);
  const { github } = ports;
  const standing = await claimedBranch(ports, {
    ...{ repository: place.repository, branch: place.branch, base: place.base, spec: place.source },
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
  return writeUnit(ports, work, place, standing);
}

async function writeUnit(
  ports: JobPorts,
  work: CodeWork,
  place: CodePlace,
  standing: FollowUpBranch,
): Promise<void> {
  const commit = await ports.github.branchTip(place.repository, place.base);
  if (commit === null) throw new UserError(`the branch \`${place.base}\` does not exist any more`);
  const opened = await openGitHubTarget(ports.github, place.repository, commit, place.target.path);
  const { reviewed, unit, job, design, model } = work;
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
  const { signal } = ports.attempt;
  const asked = { request, model, signal, once: memory.once };
  const outcome = await writeCode({
    ...asked,
    workspace: opened,
    limits: { ...defaultLimits, usd: null },
    parse: parseCheck,
    format: formatOnThread,
    secondLook: secondLook({ ...asked, code: () => opened.code() }),
  });
  signal.throwIfAborted();
  const code = await opened.code();
  const result = await concludeCode(ports, work, place, { request, left, commit, code, outcome });
  const mayGoOn = outcome.outcome === "stopped" && ["deadline", "budget"].includes(outcome.reason);
  // In this order: replies forgotten before the outcome is on disk would lose what they cost.
  await work.record(result);
  if (!mayGoOn) await memory.forget();
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
