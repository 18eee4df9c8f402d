import { revisionTrailer } from "../../core/design/revision-trailer.ts";
import {
  foreignCommitMessage,
  revisedBeforeMessage,
  revisionFailedMessage,
} from "../../core/message/revise-message.ts";
import type { BranchCommit, PullRequest, RepositoryRef } from "../ports.ts";
import type { CommandJob } from "./command-job.ts";
import type { JobPorts } from "./job-ports.ts";
import { mayWrite } from "./rights.ts";

/** The pull request as it stands, and what the revision's commit is known by; a text: why there is to be none. */
export async function revisable(
  ports: JobPorts,
  { repository, pullRequest, commentId }: CommandJob,
  asked: string,
): Promise<{ readonly pull: PullRequest; readonly trailer: string } | string> {
  const pull = await ports.github.pullRequest(repository, pullRequest);
  if (pull?.state !== "open") return revisionFailedMessage("this pull request is closed");
  const commits = await ports.github.commits(repository, pull.number);
  const trailer = revisionTrailer(commentId, asked);
  const done = commits.find(({ message }) => message.includes(trailer));
  if (done !== undefined) return revisedBeforeMessage(done.url);
  const stranger = await strangerIn(ports, repository, commits);
  return stranger === null ? { pull, trailer } : foreignCommitMessage(stranger.author?.login ?? null);
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
