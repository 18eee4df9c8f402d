import type { GitHubPort, RepositoryRef } from "../ports.ts";
import { type OpenedTarget, openedTarget } from "./opened-target.ts";

/** Opens a target on GitHub; its code comes by one download. `folder` is its part of the repository, `""` for all of it. */
export async function openGitHubTarget(
  github: GitHubPort,
  repository: RepositoryRef,
  commit: string,
  folder: string,
): Promise<OpenedTarget> {
  return openedTarget({
    commit,
    folder,
    items: await github.tree(repository, commit),
    readBlobs: (blobs) => github.source(repository).read(blobs),
    readAll: (wanted) => github.archive(repository, commit, wanted),
  });
}
