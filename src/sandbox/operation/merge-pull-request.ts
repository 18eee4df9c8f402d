import { HttpError } from "../http/http-error.ts";
import type { Account } from "../world/account.ts";
import type { PullRequest } from "../world/pull-request.ts";
import type { World } from "../world/world.ts";
import { announce } from "./pull-requests.ts";

/** What stands in the way of the button, as a reader of the page is told; null: nothing. */
export async function mergeBarrier(pull: PullRequest): Promise<"closed" | "draft" | "conflict" | null> {
  const { store } = pull.repository;
  if (pull.state !== "open") return "closed";
  if (pull.draft) return "draft";
  const base = (await store.resolve(`refs/heads/${pull.baseRef}`)) ?? pull.baseSha;
  return (await store.mergeTree(base, pull.headSha)) ? null : "conflict";
}

/** Merges with a merge commit, as the button does; throws 405 when git finds a conflict. */
export async function mergePullRequest(world: World, pull: PullRequest, sender: Account): Promise<string> {
  const { store } = pull.repository;
  if (pull.state !== "open") throw new HttpError(405, "Pull Request is not mergeable");
  const base = (await store.resolve(`refs/heads/${pull.baseRef}`)) ?? pull.baseSha;
  const tree = await store.mergeTree(base, pull.headSha);
  if (!tree) throw new HttpError(405, "Pull Request is not mergeable");
  const who = { name: sender.login, email: `${sender.login}@localhost`, date: world.now() };
  const message = `Merge pull request #${pull.number} from ${pull.headLabel.replace(":", "/")}\n\n${pull.title}\n`;
  const sha = await store.writeCommit({
    tree,
    parents: [base, pull.headSha],
    author: who,
    committer: who,
    message,
  });
  await store.updateRef(`refs/heads/${pull.baseRef}`, sha, base);
  await markMerged(world, pull, sha, sender);
  return sha;
}

/** Notes that the commits of a pull request have reached its base branch, by whatever way. */
export async function markMerged(
  world: World,
  pull: PullRequest,
  sha: string,
  sender: Account,
): Promise<void> {
  pull.state = "closed";
  pull.mergedAt = pull.closedAt = pull.updatedAt = world.now();
  pull.mergedBy = sender;
  pull.mergeCommitSha = sha;
  await announce(world, pull, "closed", sender);
}
