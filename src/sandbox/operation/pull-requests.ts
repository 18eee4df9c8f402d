import { pullRequestView } from "../view/pull-request.ts";
import type { Json } from "../view/account.ts";
import type { Account } from "../world/account.ts";
import type { PullRequest } from "../world/pull-request.ts";
import type { Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { invalid } from "../http/http-error.ts";

interface NewPullRequest {
  readonly repository: Repository;
  /** Branch, or `owner:branch` of a fork. */
  readonly head: string;
  readonly base: string;
  readonly title: string;
  readonly body: string | null;
  readonly draft: boolean;
  readonly author: Account;
}

export async function openPullRequest(world: World, request: NewPullRequest): Promise<PullRequest> {
  const { repository } = request;
  const head = headOf(world, repository, request.head);
  const headSha = await head.repository.store.resolve(`refs/heads/${head.ref}`);
  const baseSha = await repository.store.resolve(`refs/heads/${request.base}`);
  if (!headSha) throw invalid("PullRequest", { field: "head", code: "invalid" });
  if (!baseSha) throw invalid("PullRequest", { field: "base", code: "invalid" });
  const label = `${head.repository.owner.login}:${head.ref}`;
  const twin = world.pulls.find(
    (pull) =>
      pull.repository === repository &&
      pull.state === "open" &&
      pull.headLabel === label &&
      pull.baseRef === request.base,
  );
  if (twin)
    throw invalid("PullRequest", { code: "custom", message: `A pull request already exists for ${label}.` });
  const number = repository.nextNumber++;
  await repository.store.fetchFrom(head.repository.store, headSha, `refs/pull/${number}/head`);
  if (await repository.store.isAncestor(headSha, baseSha)) {
    repository.nextNumber--;
    await repository.store.deleteRef(`refs/pull/${number}/head`);
    throw invalid("PullRequest", {
      code: "custom",
      message: `No commits between ${request.base} and ${head.ref}`,
    });
  }
  const now = world.now();
  const pull: PullRequest = {
    id: world.id(),
    number,
    repository,
    title: request.title,
    body: request.body,
    state: "open",
    draft: request.draft,
    locked: false,
    author: request.author,
    headRepository: head.repository,
    headLabel: label,
    headRef: head.ref,
    headSha,
    baseRef: request.base,
    baseSha,
    labels: [],
    baseChanges: [],
    createdAt: now,
    updatedAt: now,
    closedAt: null,
    mergedAt: null,
    mergedBy: null,
    mergeCommitSha: null,
  };
  world.pulls.push(pull);
  await announce(world, pull, "opened", request.author);
  return pull;
}

function headOf(world: World, base: Repository, head: string): { repository: Repository; ref: string } {
  const colon = head.indexOf(":");
  if (colon < 0) return { repository: base, ref: head };
  const owner = head.slice(0, colon).toLowerCase();
  const root = base.fork ?? base;
  const found = world.repositories.find(
    (each) => each.owner.login.toLowerCase() === owner && (each === root || each.fork === root),
  );
  if (!found) throw invalid("PullRequest", { field: "head", code: "invalid" });
  return { repository: found, ref: head.slice(colon + 1) };
}

/** Sends a `pull_request` event with the pull request as it is now. */
export async function announce(
  world: World,
  pull: PullRequest,
  action: string,
  sender: Account,
  more: Json = {},
): Promise<void> {
  world.emit({
    name: "pull_request",
    action,
    repository: pull.repository,
    sender,
    payload: { number: pull.number, pull_request: await pullRequestView(world, pull), ...more },
  });
}

export interface PullRequestEdit {
  readonly title?: string;
  readonly body?: string | null;
  readonly base?: string;
  readonly state?: "open" | "closed";
}

export async function editPullRequest(
  world: World,
  pull: PullRequest,
  edit: PullRequestEdit,
  sender: Account,
): Promise<void> {
  const changes: Json = {};
  const from = pull.baseRef;
  if (edit.title !== undefined && edit.title !== pull.title) {
    changes["title"] = { from: pull.title };
    pull.title = edit.title;
  }
  if (edit.body !== undefined && edit.body !== pull.body) {
    changes["body"] = { from: pull.body ?? "" };
    pull.body = edit.body;
  }
  if (edit.base !== undefined && edit.base !== pull.baseRef) {
    const sha = await pull.repository.store.resolve(`refs/heads/${edit.base}`);
    if (!sha) throw invalid("PullRequest", { field: "base", code: "invalid" });
    changes["base"] = { ref: { from: pull.baseRef }, sha: { from: pull.baseSha } };
    pull.baseRef = edit.base;
    pull.baseSha = sha;
  }
  pull.updatedAt = world.now();
  if (pull.baseRef !== from) pull.baseChanges.push({ from, to: pull.baseRef, at: pull.updatedAt });
  if (Object.keys(changes).length > 0) await announce(world, pull, "edited", sender, { changes });
  if (edit.state === "closed" && pull.state === "open") await closePullRequest(world, pull, sender);
  if (edit.state === "open" && pull.state === "closed") await reopenPullRequest(world, pull, sender);
}

export async function closePullRequest(world: World, pull: PullRequest, sender: Account): Promise<void> {
  pull.state = "closed";
  pull.closedAt = pull.updatedAt = world.now();
  await announce(world, pull, "closed", sender);
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

export async function reopenPullRequest(world: World, pull: PullRequest, sender: Account): Promise<void> {
  if (pull.mergedAt)
    throw invalid("PullRequest", { field: "state", code: "custom", message: "already merged" });
  const sha = await pull.headRepository?.store.resolve(`refs/heads/${pull.headRef}`);
  if (!sha)
    throw invalid("PullRequest", { field: "state", code: "custom", message: "head branch was deleted" });
  pull.state = "open";
  pull.closedAt = null;
  pull.updatedAt = world.now();
  await announce(world, pull, "reopened", sender);
}

export async function setDraft(
  world: World,
  pull: PullRequest,
  draft: boolean,
  sender: Account,
): Promise<void> {
  pull.draft = draft;
  pull.updatedAt = world.now();
  await announce(world, pull, draft ? "converted_to_draft" : "ready_for_review", sender);
}
