import { diffFiles } from "../world/git-diff.ts";
import type { Account } from "../world/account.ts";
import type { PullRequest } from "../world/pull-request.ts";
import { atLeast, fullNameOf, type Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { accountView, type Json, nodeId } from "./account.ts";
import { repositoryApi, repositoryView } from "./repository.ts";

export function association(world: World, repository: Repository, account: Account): string {
  if (account.login === repository.owner.login) return "OWNER";
  if (atLeast(repository.collaborators.get(account.login.toLowerCase()) ?? "none", "read"))
    return "COLLABORATOR";
  const merged = world.pulls.some(
    (pull) => pull.repository === repository && pull.author === account && pull.mergedAt !== null,
  );
  return merged ? "CONTRIBUTOR" : "NONE";
}

export function pullRequestUrl(world: World, pull: PullRequest): string {
  return `${world.url}/${fullNameOf(pull.repository)}/pull/${pull.number}`;
}

function linksOf(api: string, pull: PullRequest, html: string): Json {
  const url = `${api}/pulls/${pull.number}`;
  const issue = `${api}/issues/${pull.number}`;
  return {
    url,
    html_url: html,
    diff_url: `${html}.diff`,
    patch_url: `${html}.patch`,
    issue_url: issue,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: `${api}/pulls/comments{/number}`,
    comments_url: `${issue}/comments`,
    statuses_url: `${api}/statuses/${pull.headSha}`,
    _links: {
      self: { href: url },
      html: { href: html },
      issue: { href: issue },
      comments: { href: `${issue}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: `${api}/pulls/comments{/number}` },
      commits: { href: `${url}/commits` },
      statuses: { href: `${api}/statuses/${pull.headSha}` },
    },
  };
}

export function labelView(world: World, repository: Repository, name: string): Json {
  const label = repository.labels.get(name.toLowerCase());
  return {
    id: label?.id ?? 0,
    node_id: nodeId("LA", label?.id ?? 0),
    url: `${repositoryApi(world, repository)}/labels/${encodeURIComponent(name)}`,
    name,
    description: label?.description ?? null,
    color: label?.color ?? "ededed",
    default: false,
  };
}

/** GitHub's `pull-request-simple`: a list's item. */
export function pullRequestItem(world: World, pull: PullRequest): Json {
  const head = pull.headRepository;
  return {
    id: pull.id,
    node_id: nodeId("PR", pull.id),
    number: pull.number,
    ...linksOf(repositoryApi(world, pull.repository), pull, pullRequestUrl(world, pull)),
    state: pull.state,
    locked: pull.locked,
    ...(pull.locked ? { active_lock_reason: "resolved" } : { active_lock_reason: null }),
    title: pull.title,
    user: accountView(world, pull.author),
    body: pull.body,
    labels: pull.labels.map((name) => labelView(world, pull.repository, name)),
    milestone: null,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    merged_at: pull.mergedAt,
    merge_commit_sha: pull.mergeCommitSha,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    head: {
      label: pull.headLabel,
      ref: pull.headRef,
      sha: pull.headSha,
      user: accountView(world, head?.owner ?? pull.author),
      repo: head ? repositoryView(world, head) : null,
    },
    base: {
      label: `${pull.repository.owner.login}:${pull.baseRef}`,
      ref: pull.baseRef,
      sha: pull.baseSha,
      user: accountView(world, pull.repository.owner),
      repo: repositoryView(world, pull.repository),
    },
    author_association: association(world, pull.repository, pull.author),
    auto_merge: null,
    draft: pull.draft,
  };
}

/** GitHub's `pull-request`: one, whole. */
export async function pullRequestView(world: World, pull: PullRequest): Promise<Json> {
  const store = pull.repository.store;
  const base = (await store.mergeBase(pull.baseSha, pull.headSha)) ?? pull.baseSha;
  const files = await diffFiles(store, base, pull.headSha);
  const commits = await store.commits([`${pull.baseSha}..${pull.headSha}`], 10_000);
  const sum = (key: "additions" | "deletions"): number => files.reduce((total, file) => total + file[key], 0);
  return {
    ...pullRequestItem(world, pull),
    merged: pull.mergedAt !== null,
    mergeable: pull.state === "open" ? true : null,
    rebaseable: pull.state === "open" ? true : null,
    mergeable_state: pull.state === "open" ? (pull.draft ? "draft" : "clean") : "unknown",
    merged_by: pull.mergedBy ? accountView(world, pull.mergedBy) : null,
    comments: world.comments.filter(
      (each) => each.repository === pull.repository && each.number === pull.number,
    ).length,
    review_comments: world.reviewComments.filter(
      (each) => each.repository === pull.repository && each.number === pull.number,
    ).length,
    maintainer_can_modify: false,
    commits: commits.length,
    additions: sum("additions"),
    deletions: sum("deletions"),
    changed_files: files.length,
  };
}
