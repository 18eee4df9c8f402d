import type { SourceFile } from "../../core/entries/entry.ts";
import type { PullRequest, RepositoryRef } from "../ports.ts";
import type { JobPorts } from "./job-ports.ts";
import type { FollowUp } from "../../core/state/follow-up.ts";

/** The design document on a branch of the bot: the Markdown file of the pull request that has its front matter. */
export async function designOnBranch(
  { github }: JobPorts,
  repository: RepositoryRef,
  pull: PullRequest,
  { data }: Pick<FollowUp, "data">,
): Promise<SourceFile | null> {
  const { files } = await github.changes(repository, pull);
  const paths = files.filter(
    ({ path, status }) =>
      status !== "removed" && (path === data.document || path.endsWith(`/${data.workPackage}.md`)),
  );
  for (const { path } of paths) {
    const text = await github.file(repository, path, pull.headSha);
    if (text?.startsWith("---\nstatus: ") === true) return { path, text };
  }
  return null;
}
