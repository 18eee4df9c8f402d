import type { BranchCommit, RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";
import { mayWrite } from "./rights.ts";

/** A commit by somebody who may not write here: the bot puts nothing on top of it. */
export async function strangerIn(
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
