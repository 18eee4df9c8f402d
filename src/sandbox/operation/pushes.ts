import type { Json } from "../view/account.ts";
import { repositoryView } from "../view/repository.ts";
import type { Account } from "../world/account.ts";
import type { PullRequest } from "../world/pull-request.ts";
import { fullNameOf, type Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { announce, closePullRequest, markMerged } from "./pull-requests.ts";

const zero = "0".repeat(40);
const branchPrefix = "refs/heads/";

/**
 * Tells everyone concerned that branches moved: `push` events, pull requests from a branch are synchronised or closed,
 * pull requests into a branch that now holds their head are merged.
 */
export async function refsMoved(
  world: World,
  repository: Repository,
  before: ReadonlyMap<string, string>,
  pusher: Account,
): Promise<void> {
  const after = await repository.store.refs();
  const names = [...new Set([...before.keys(), ...after.keys()])].filter((name) =>
    name.startsWith(branchPrefix),
  );
  for (const name of names.sort()) {
    const from = before.get(name) ?? null;
    const to = after.get(name) ?? null;
    if (from === to) continue;
    await announcePush(world, repository, { name, from, to }, pusher);
    await movePulls(world, repository, name.slice(branchPrefix.length), to, pusher);
  }
}

interface Move {
  readonly name: string;
  readonly from: string | null;
  readonly to: string | null;
}

async function announcePush(
  world: World,
  repository: Repository,
  move: Move,
  pusher: Account,
): Promise<void> {
  const { store } = repository;
  const forced = move.from !== null && move.to !== null && !(await store.isAncestor(move.from, move.to));
  const head = move.to ? await store.commit(move.to) : null;
  const { name: ref, from: before, to: after } = move;
  world.pushes.push({ id: world.id(), repository, ref, before, after, forced, pusher, at: world.now() });
  const html = `${world.url}/${fullNameOf(repository)}`;
  const summary: Json | null = head && {
    id: head.sha,
    tree_id: head.tree,
    distinct: true,
    message: head.message,
    timestamp: head.committer.date,
    url: `${html}/commit/${head.sha}`,
    author: { name: head.author.name, email: head.author.email },
    committer: { name: head.committer.name, email: head.committer.email },
    added: [],
    removed: [],
    modified: [],
  };
  world.emit({
    name: "push",
    action: null,
    repository,
    sender: pusher,
    payload: {
      ref: move.name,
      before: move.from ?? zero,
      after: move.to ?? zero,
      created: move.from === null,
      deleted: move.to === null,
      forced,
      base_ref: null,
      compare: `${html}/compare/${(move.from ?? zero).slice(0, 12)}...${(move.to ?? zero).slice(0, 12)}`,
      commits: summary ? [summary] : [],
      head_commit: summary,
      pusher: { name: pusher.login, email: `${pusher.login}@localhost` },
      repository: pushRepository(world, repository),
    },
  });
}

/** In `push` events the dates of a repository are numbers, and its owner has a name. */
function pushRepository(world: World, repository: Repository): Json {
  const view = repositoryView(world, repository);
  const seconds = Math.floor(new Date(repository.createdAt).getTime() / 1000);
  const owner = { ...(view["owner"] as Json), name: repository.owner.login, email: null };
  return { ...view, owner, created_at: seconds, pushed_at: seconds, stargazers: 0, master_branch: "main" };
}

async function movePulls(
  world: World,
  repository: Repository,
  branch: string,
  to: string | null,
  pusher: Account,
): Promise<void> {
  for (const pull of world.pulls.filter((each) => each.state === "open")) {
    if (pull.headRepository === repository && pull.headRef === branch)
      await moveHead(world, pull, to, pusher);
    else if (pull.repository === repository && pull.baseRef === branch)
      await moveBase(world, pull, to, pusher);
  }
}

async function moveHead(world: World, pull: PullRequest, to: string | null, pusher: Account): Promise<void> {
  if (to === null) {
    await closePullRequest(world, pull, pusher);
    return;
  }
  const before = pull.headSha;
  await pull.repository.store.fetchFrom(
    pull.headRepository?.store ?? pull.repository.store,
    to,
    `refs/pull/${pull.number}/head`,
  );
  pull.headSha = to;
  pull.baseSha = (await pull.repository.store.resolve(`refs/heads/${pull.baseRef}`)) ?? pull.baseSha;
  pull.updatedAt = world.now();
  await announce(world, pull, "synchronize", pusher, { before, after: to });
}

async function moveBase(world: World, pull: PullRequest, to: string | null, pusher: Account): Promise<void> {
  if (to === null) await closePullRequest(world, pull, pusher);
  else if (await pull.repository.store.isAncestor(pull.headSha, to))
    await markMerged(world, pull, to, pusher);
}
