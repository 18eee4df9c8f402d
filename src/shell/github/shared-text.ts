import type { Octokit } from "@octokit/rest";
import type { RepositoryRef, SharedText } from "../ports.ts";
import { readFile } from "./read-file.ts";
import { createObjectCache } from "./object-cache.ts";
import { failure, orNull } from "./request-policy.ts";

/** Where a text stands. */
export interface TextPlace {
  /** In full: no branch, so that nobody sees it among them and no rule for branches is about it. */
  readonly ref: `refs/${string}/${string}`;
  readonly path: string;
}

interface Place {
  readonly owner: string;
  readonly repo: string;
}

/** Times that another program may be faster. */
const mostTries = 10;

/** A text in the repository itself, one commit for each change. Only who may write in the repository can change it. */
export function createSharedText(octokit: Octokit, repository: RepositoryRef, where: TextPlace): SharedText {
  const place = { owner: repository.owner, repo: repository.name };
  const cache = createObjectCache();
  const { ref, path } = where;
  return {
    name: ref,
    async update(change) {
      for (let tries = 1; ; tries += 1) {
        const found = await orNull(octokit.rest.git.getRef({ ...place, ref: short(ref) }));
        const tip = found?.data.object.sha;
        const before = tip === undefined ? null : await readFile(octokit, repository, path, tip, cache);
        const after = change(before);
        if (after === null || after === before) return;
        try {
          await write(octokit, place, where, after, tip);
          return;
        } catch (error) {
          // Not a fast forward, or there by now: somebody else wrote.
          if (failure(error)?.status !== 422 || tries === mostTries) throw error;
        }
      }
    },
  };
}

async function write(
  octokit: Octokit,
  place: Place,
  { ref, path }: TextPlace,
  content: string,
  tip: string | undefined,
): Promise<void> {
  const { git } = octokit.rest;
  const { data: tree } = await git.createTree({
    ...place,
    tree: [{ path, mode: "100644", type: "blob", content }],
  });
  const { data: made } = await git.createCommit({
    ...place,
    message: `Update ${path}`,
    tree: tree.sha,
    parents: tip === undefined ? [] : [tip],
  });
  if (tip === undefined) await git.createRef({ ...place, ref, sha: made.sha });
  else await git.updateRef({ ...place, ref: short(ref), sha: made.sha, force: false });
}

/** As the API takes a ref that exists. */
function short(ref: TextPlace["ref"]): string {
  return ref.slice("refs/".length);
}
