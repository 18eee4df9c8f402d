import type { LocalGitSource } from "../local-git/local-git-source.ts";
import { largestFile, type OpenedTarget, openedTarget, textOf } from "./opened-target.ts";

/** Opens a target in a local clone at a commit; the work tree is not looked at. `folder` is its part, `""` for all of it. */
export async function openLocalTarget(
  source: LocalGitSource,
  commit: string,
  folder: string,
): Promise<OpenedTarget> {
  const items = await source.tree(commit);
  return openedTarget({
    commit,
    folder,
    items,
    readBlobs: (blobs) => source.read(blobs),
    readAll: async (wanted) => {
      const files = items.filter(
        ({ path, kind, size }) => kind === "file" && size <= largestFile && wanted(path),
      );
      const bytes = await source.read(files.map(({ blob }) => blob));
      return files.flatMap(({ path }, at) => {
        const text = textOf(bytes[at]);
        return text === null ? [] : [{ path, text }];
      });
    },
  });
}
