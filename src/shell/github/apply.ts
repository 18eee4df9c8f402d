import type { Octokit } from "@octokit/rest";
import type { GitHubAction } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef, WrittenCommits } from "../ports.ts";
import type { AppIdentity } from "./app-identity.ts";
import { commentOnLine } from "./comment-on-line.ts";
import { commitFiles } from "./commit-files.ts";
import { closePullRequest, retargetPullRequest } from "./end-follow-up.ts";
import { labelPullRequest } from "./label-pull-request.ts";
import { openFollowUp } from "./open-follow-up.ts";
import { upsertComment } from "./upsert-comment.ts";
import { replyInThread } from "./reply-in-thread.ts";
import { WorkGone } from "../work-gone.ts";
import { orNull } from "./request-policy.ts";
import { writeCheckRun } from "./write-check-run.ts";

/** Performs one action; each looks for its own traces first. `octokit` acts on the action's own repository. */
export async function applyAction(
  octokit: Octokit,
  repository: RepositoryRef,
  pullRequest: number,
  appId: number,
  self: () => Promise<AppIdentity>,
  { written, isAlone }: { readonly written: WrittenCommits | null; readonly isAlone: boolean },
  action: GitHubAction,
): Promise<Applied> {
  switch (action.type) {
    case "upsert-comment":
      return upsertComment(octokit, repository, pullRequest, { id: appId, isAlone }, action);
    case "comment-on-line":
      return commentOnLine(octokit, repository, pullRequest, { ...(await self()), isAlone }, action);
    case "reply-in-thread":
      return replyInThread(octokit, repository, pullRequest, (await self()).login, action);
    case "react":
      return react(octokit, repository, action);
    case "label":
      return labelPullRequest(octokit, repository, pullRequest, action);
    case "check-run":
      return writeCheckRun(octokit, repository, pullRequest, appId, action);
    case "open-follow-up":
      return openFollowUp(octokit, repository, { ...(await self()), written }, action);
    case "commit-files":
      return commitFiles(octokit, repository, written, action);
    case "close-pull-request":
      return closePullRequest(
        octokit,
        repository,
        { ...(await self()), id: appId, isAlone, written },
        action,
      );
    case "retarget-pull-request":
      return retargetPullRequest(octokit, repository, { ...(await self()), written }, action);
  }
}

async function react(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  { commentId, reaction: content, inThread = false }: Extract<GitHubAction, { type: "react" }>,
): Promise<Applied> {
  // GitHub answers 200 instead of 201 when the App has reacted so before.
  const wanted = { owner, repo, comment_id: commentId, content };
  const { reactions } = octokit.rest;
  const answer = await orNull<{ readonly status: number; readonly data: { readonly id: number } }>(
    inThread ? reactions.createForPullRequestReviewComment(wanted) : reactions.createForIssueComment(wanted),
  );
  if (answer === null) throw new WorkGone("The comment that asked for this was deleted.");
  return {
    result: answer.status === 200 ? "unchanged" : "done",
    url: null,
    number: answer.data.id,
  };
}
