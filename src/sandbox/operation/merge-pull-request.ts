import { HttpError } from "../http/http-error.ts";
import type { Account } from "../world/account.ts";
import type { GitCommit } from "../world/git-commit.ts";
import type { GitStore } from "../world/git-store.ts";
import type { PullRequest } from "../world/pull-request.ts";
import type { World } from "../world/world.ts";
import { markMerged } from "./pull-requests.ts";
import { refsMoved } from "./pushes.ts";

/** What stands in the way of the button, as a reader of the page is told; null: nothing. */
export async function mergeBarrier(pull: PullRequest): Promise<"closed" | "draft" | "conflict" | null> {
  const { store } = pull.repository;
  if (pull.state !== "open") return "closed";
  if (pull.draft) return "draft";
  const base = (await store.resolve(`refs/heads/${pull.baseRef}`)) ?? pull.baseSha;
  return (await store.mergeTree(base, pull.headSha)) ? null : "conflict";
}

/** As the button offers: a merge commit, one commit of all, or each commit again on the base. */
export type MergeMethod = "merge" | "squash" | "rebase";

/**
 * Merges as the button does, with all that follows: whatever else has its head in that branch now is merged, too. Throws 405
 * when git finds a conflict.
 */
export async function mergePullRequest(
  world: World,
  pull: PullRequest,
  sender: Account,
  method: MergeMethod = "merge",
): Promise<string> {
  const { store } = pull.repository;
  if (pull.state !== "open") throw new HttpError(405, "Pull Request is not mergeable");
  const before = await store.refs();
  const base = before.get(`refs/heads/${pull.baseRef}`) ?? pull.baseSha;
  const who = { name: sender.login, email: `${sender.login}@localhost`, date: world.now() };
  const sha =
    method === "rebase"
      ? await rebased(store, { base, head: pull.headSha }, who)
      : await store.writeCommit({
          tree: mergeable(await store.mergeTree(base, pull.headSha)),
          parents: method === "merge" ? [base, pull.headSha] : [base],
          author: who,
          committer: who,
          message: messageOf(pull, method),
        });
  await store.updateRef(`refs/heads/${pull.baseRef}`, sha, base);
  await markMerged(world, pull, sha, sender);
  await refsMoved(world, pull.repository, before, sender);
  return sha;
}

function messageOf(pull: PullRequest, method: MergeMethod): string {
  if (method === "squash") return `${pull.title} (#${pull.number})\n`;
  return `Merge pull request #${pull.number} from ${pull.headLabel.replace(":", "/")}\n\n${pull.title}\n`;
}

/** Each commit but merges, on what came before it; the last one's id. */
async function rebased(
  store: GitStore,
  { base, head }: { readonly base: string; readonly head: string },
  committer: GitCommit["committer"],
): Promise<string> {
  let tip = base;
  for (const commit of [...(await store.commits([`${base}..${head}`]))].reverse()) {
    const [parent, ...others] = commit.parents;
    if (parent === undefined || others.length > 0) continue;
    // As if the tip had been made on the commit's own parent: only what the commit changes is taken over.
    const there = (await store.treeOf(tip)) ?? "";
    const beside = await store.writeCommit({ ...commit, tree: there, parents: [parent] });
    const tree = mergeable(await store.mergeTree(beside, commit.sha));
    tip = await store.writeCommit({ ...commit, tree, parents: [tip], committer });
  }
  return tip;
}

function mergeable(tree: string | null): string {
  if (tree === null) throw new HttpError(405, "Pull Request is not mergeable");
  return tree;
}
