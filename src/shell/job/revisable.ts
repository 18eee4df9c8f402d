import { revisionTrailer } from "../../core/design/revision-trailer.ts";
import {
  foreignCommitMessage,
  closedWords,
  notRevisedMessage,
  revisedBeforeMessage,
} from "../../core/message/revise-message.ts";
import { refusalMessage } from "../../core/message/reply.ts";
import type { BranchCommit, PullRequest, RepositoryRef } from "../ports.ts";
import type { CommandJob } from "./command-job.ts";
import type { JobPorts } from "./job-ports.ts";
import { orderProblemWords } from "./order.ts";
import { mayWrite } from "./rights.ts";
import { sentElsewhere, type StandingFollowUp } from "./source-of.ts";

/** The pull request as it stands, and what the revision's commit is known by; a text: why there is to be none. */
export async function revisable(
  ports: JobPorts,
  job: CommandJob,
  asked: string,
): Promise<{ readonly pull: PullRequest; readonly trailer: string } | string> {
  const { repository, commentId } = job;
  const pull = await openStill(ports, job);
  if (typeof pull === "string") return pull;
  const commits = await ports.github.commits(repository, pull.number);
  const trailer = revisionTrailer(commentId, asked);
  const done = commits.find(({ message }) => message.includes(trailer));
  if (done !== undefined) return revisedBeforeMessage(done.url);
  const stranger = await strangerIn(ports, repository, commits);
  return stranger === null ? { pull, trailer } : foreignCommitMessage(stranger.author?.login ?? null);
}

/**
 * What to say instead of writing a revision, asked directly before: the model worked for minutes. Null: it may be written. Of
 * the branch's tip the commit itself makes sure.
 */
export async function unwritableWords(
  ports: JobPorts,
  job: CommandJob,
  followUp: StandingFollowUp,
): Promise<string | null> {
  const { repository, order } = job;
  if (!(await mayWrite(ports.github, repository, order.author)))
    return refusalMessage(order.author.login, [`${repository.owner}/${repository.name}`]);
  const pull = await openStill(ports, job);
  return typeof pull === "string" ? pull : sentElsewhere(ports, { ...followUp, goes: pull.baseRef });
}

/** The pull request; a text where it is closed, or goes into another branch than when the command was given. */
async function openStill(
  { github }: JobPorts,
  { repository, pullRequest, order }: CommandJob,
): Promise<PullRequest | string> {
  const pull = await github.pullRequest(repository, pullRequest);
  if (pull?.state !== "open") return notRevisedMessage(closedWords);
  // Commits that came in since stay: what was asked is done on top of them.
  return orderProblemWords({ ...order, heads: [] }, pull) ?? pull;
}

/** A commit by somebody who may not write here: the bot puts nothing on top of it. */
async function strangerIn(
  { github }: JobPorts,
  repository: RepositoryRef,
  commits: readonly BranchCommit[],
): Promise<BranchCommit | null> {
  const allowed = new Map<number, boolean>();
  for (const commit of commits) {
    const { author } = commit;
    if (commit.ours) continue;
    if (author === null) return commit;
    if (!allowed.has(author.id)) allowed.set(author.id, await mayWrite(github, repository, author));
    if (allowed.get(author.id) !== true) return commit;
  }
  return null;
}
