import {
  notRevisedMessage,
  reviseNeedsModelMessage,
  revisedCodeMessage,
  revisionFailedMessage,
} from "../../core/message/revise-message.ts";
import { followUpRefusals } from "../../core/message/follow-up-note.ts";
import { stoppedMessage } from "../../core/message/stopped-message.ts";
import { mandated } from "../../core/plan/mandate.ts";
import { planRevision } from "../../core/plan/plan-commit.ts";
import type { SpecLeave } from "../../core/plan/spec-leave.ts";
import type { Revision } from "../../core/code/revision.ts";
import type { PullRequest } from "../ports.ts";
import type { WriteOutcome } from "../writer/write-outcome.ts";
import { stillAdmits } from "./admitted-target.ts";
import { checkConformanceOf } from "./check-conformance-of.ts";
import { changedInBase } from "./changed-in-base.ts";
import type { CommandJob } from "./command-job.ts";
import type { JobPorts } from "./job-ports.ts";
import { isFromFork, specMovedWords } from "./order.ts";
import { revisable, unwritableWords } from "./revisable.ts";
import { loadSource, type StandingFollowUp } from "./source-of.ts";
import { targetIds } from "./target-ids.ts";
import { writeOnBranch, type WrittenOnBranch } from "./write-on-branch.ts";

/**
 * `/revise` on a code pull request: one more commit on top of everybody's, by the writer, who sees the branch as it stands, what
 * was asked and the line it was asked beside. Answers what changed, or why nothing.
 */
export async function reviseCode(
  ports: JobPorts,
  job: CommandJob,
  followUp: StandingFollowUp,
  asked: string,
): Promise<string> {
  const open = await revisable(ports, job, asked);
  if (typeof open === "string") return open;
  const { pull, trailer } = open;
  const loaded = await loadSource(ports, followUp, job.order.author);
  if (typeof loaded === "string") return notRevisedMessage(followUpRefusals[loaded]);
  if (loaded !== null && "elsewhere" in loaded) return loaded.elsewhere;
  if (!loaded?.review || !loaded.config.model.enabled || ports.model === null)
    return reviseNeedsModelMessage();
  const moved = specMovedWords(job.order, followUp, loaded.pull);
  if (moved !== null) return moved;
  const ids = await targetIds(ports, followUp.source.repository, loaded.config);
  const ordered = mandated({ followUp, config: loaded.config, ids, review: loaded.review });
  if (typeof ordered === "string") return ordered;
  if ("stale" in ordered || loaded.pull.headSha !== ordered.head)
    return revisionFailedMessage(
      "the spec has moved on since this code was made, and nobody asked for what it says now",
    );
  const changed = await changedInBase(ports, followUp, loaded);
  if (changed !== null) return changed;
  const written = await writeOnBranch(ports, {
    ...{ repository: job.repository, headSha: pull.headSha, followUp },
    reviewed: { ...loaded, config: ordered.config, review: loaded.review },
    revision: { asked, beside: await besideOf(ports, job) },
    slot: `/${trailer}`,
  });
  if (written === null) return reviseNeedsModelMessage();
  const answer = await committed(ports, job, pull, written, {
    ...{ asked, trailer, followUp, leave: loaded.leave },
    fromFork: isFromFork(loaded.pull, followUp.source.repository),
  });
  await written.forget();
  return answer;
}

interface RevisionFacts {
  readonly followUp: StandingFollowUp;
  readonly leave: SpecLeave;
  readonly asked: string;
  readonly trailer: string;
  readonly fromFork: boolean;
}

async function committed(
  ports: JobPorts,
  job: CommandJob,
  pull: PullRequest,
  { request, opened, outcome }: WrittenOnBranch,
  about: RevisionFacts,
): Promise<string> {
  const { repository } = job;
  const unwritable = await unwritableWords(ports, job, about.followUp);
  if (unwritable !== null) return unwritable;
  if (!(await stillAdmits(ports, about.followUp.source.repository, repository)))
    return revisionFailedMessage(followUpRefusals["not-admitted"]);
  if (outcome.outcome !== "files") return withoutFiles(outcome);
  const { files, unresolved, summary } = outcome;
  const { asked, trailer, fromFork } = about;
  const revision = planRevision(about.leave, pull, { asked, trailer, fromFork, files, unresolved });
  const applied = await ports.github.apply(repository, pull.number, revision);
  if (applied.result === "hands-off")
    return revisionFailedMessage("the branch moved on while the model worked");
  if (applied.result === "unchanged") return notRevisedMessage("the code says so already.");
  const place = { leave: about.leave, branch: pull.headRef, pullRequest: pull.number, request };
  await checkConformanceOf(ports, { ...place, code: await opened.code(), written: files });
  return revisedCodeMessage({ files: files.length, summary, url: applied.url, unresolved, fromFork });
}

function withoutFiles(outcome: Exclude<WriteOutcome, { outcome: "files" }>): string {
  if (outcome.outcome === "nothing") return notRevisedMessage(outcome.summary);
  if (outcome.outcome === "question") return notRevisedMessage(outcome.question);
  if (outcome.reason === "nothing-written") return notRevisedMessage("the model found nothing to change.");
  return revisionFailedMessage(stoppedMessage(outcome.reason, outcome.detail));
}

/** The line of the file that a review thread stands at, as its commit has it. */
async function besideOf(
  { github }: JobPorts,
  { repository, thread }: CommandJob,
): Promise<Revision["beside"]> {
  if (thread === undefined) return null;
  const { path, line, commit } = thread;
  const text = await github.file(repository, path, commit);
  return { path, line, text: text?.split("\n")[line - 1] ?? "" };
}
