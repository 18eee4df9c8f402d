import type { Octokit } from "@octokit/rest";
import { unbound } from "../../core/message/marker.ts";
import { isBotBranch } from "../../core/plan/branch-name.ts";
import type { Person } from "../../core/person.ts";
import type {
  AccessLevel,
  IssueComment,
  PullRequest,
  PullRequestChanges,
  PullRequestFile,
  RepositoryRef,
} from "../ports.ts";
import { qualifiedRef } from "./qualified-ref.ts";
import { orNull } from "./request-policy.ts";

/** GitHub names at most this many files in a comparison; beyond it the pull request's own pages are read. */
const filesInComparison = 300;

/** GitHub lists no more files of a pull request than these. */
const filesInPullRequest = 3000;

/** Null when the pull request is gone. */
export async function readPullRequest(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  number: number,
  botLogin: () => Promise<string>,
): Promise<PullRequest | null> {
  const answer = await orNull(octokit.rest.pulls.get({ owner, repo, pull_number: number }));
  if (answer === null) return null;
  const { base, head, user, state, title, merged, draft, body, labels } = answer.data;
  const from = head.repo as { name: string; owner: { login: string } } | null;
  const ours = isBotBranch(head.ref) && user.login === (await botLogin());
  return {
    number,
    title,
    body: body ?? "",
    state,
    merged,
    closedAt: answer.data.closed_at === null ? null : Date.parse(answer.data.closed_at),
    // Of an open one GitHub names a commit that only tries the merge.
    mergeCommit: merged ? answer.data.merge_commit_sha : null,
    draft: draft ?? false,
    labels: labels.map(({ name }) => name),
    baseRef: base.ref,
    baseSha: base.sha,
    headRef: head.ref,
    headSha: head.sha,
    headRepository: from === null ? null : { owner: from.owner.login, name: from.name },
    author: { login: user.login, id: user.id },
    ours,
  };
}

/**
 * One request for where the base branch stands now, the merge base and the files; more only when there are more than a
 * comparison names. A merged pull request's branch is part of its base by now: it is compared with the base of then.
 */
export async function readChanges(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  pull: PullRequest,
): Promise<PullRequestChanges> {
  const basehead = `${qualifiedRef(pull.merged ? pull.baseSha : pull.baseRef)}...${pull.headSha}`;
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
    owner,
    repo,
    basehead,
    per_page: 1,
  });
  const named = data.files ?? [];
  const files =
    named.length < filesInComparison
      ? named
      : await octokit.paginate(octokit.rest.pulls.listFiles, {
          owner,
          repo,
          pull_number: pull.number,
          per_page: 100,
        });
  return {
    mergeBase: data.merge_base_commit.sha,
    baseTip: pull.merged ? pull.baseRef : data.base_commit.sha,
    complete: files.length < filesInPullRequest,
    files: files.map(({ filename, previous_filename, status, sha }): PullRequestFile => ({
      path: filename,
      previousPath: previous_filename ?? null,
      status,
      blob: status === "removed" ? null : sha,
    })),
  };
}

/** The App that comments. */
export interface Commenter {
  readonly id: number;
  /** False in a workflow: all workflows of a repository act as one App, and own only what is bound to its comment. */
  readonly isAlone: boolean;
}

/** Through all pages; `ours` is decided by the App that wrote it, never by its text alone. */
export async function readComments(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  number: number,
  { id: appId, isAlone }: Commenter,
): Promise<readonly IssueComment[]> {
  const comments = await octokit.paginate(octokit.rest.issues.listComments, {
    owner,
    repo,
    issue_number: number,
    per_page: 100,
  });
  return comments.map(({ id, body, user, performed_via_github_app: app }) => {
    const own = isAlone ? (body ?? "") : unbound(body ?? "", id);
    return {
      id,
      body: own ?? body ?? "",
      author: user?.login ?? "",
      ours: app?.id === appId && own !== null,
    };
  });
}

export async function readParents(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  commit: string,
): Promise<readonly string[]> {
  const answer = await orNull(octokit.rest.git.getCommit({ owner, repo, commit_sha: commit }));
  return answer?.data.parents.map(({ sha }) => sha) ?? [];
}

export async function readPullRequestsFrom(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  branch: string,
): Promise<readonly { number: number; state: "open" | "closed" }[]> {
  const head = `${owner}:${branch}`;
  const { data } = await octokit.rest.pulls.list({ owner, repo, head, state: "all", per_page: 100 });
  return data.map(({ number, state }) => ({ number, state: state === "open" ? "open" : "closed" }));
}

/** https://docs.github.com/rest/collaborators/collaborators#get-repository-permissions-for-a-user */
export async function readPermission(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  { login: username, id }: Person,
): Promise<AccessLevel> {
  const answer = await orNull(octokit.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username }));
  if (answer?.data.user?.id !== id) return "none";
  const { permission } = answer.data;
  return permission === "admin" || permission === "write" || permission === "read" ? permission : "none";
}
