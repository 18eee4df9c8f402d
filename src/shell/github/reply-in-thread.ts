import type { Octokit } from "@octokit/rest";
import type { Action } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef } from "../ports.ts";

type ReplyInThread = Extract<Action, { type: "reply-in-thread" }>;

/**
 * Replies in a review thread unless this App has said the same there. GitHub ignores the place of a comment that names the
 * one it replies to: https://docs.github.com/en/rest/pulls/comments#create-a-review-comment-for-a-pull-request
 */
export async function replyInThread(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  number: number,
  login: string,
  { marker, body, inReplyTo, path, commit, line }: ReplyInThread,
): Promise<Applied> {
  const place = { owner, repo, pull_number: number };
  const known = await octokit.paginate(octokit.rest.pulls.listReviewComments, { ...place, per_page: 100 });
  const mine = known.find(
    (one) => one.user.login === login && one.body.includes(marker) && one.body === body,
  );
  if (mine !== undefined) return { result: "unchanged", url: mine.html_url, number: mine.id };
  const { data } = await octokit.rest.pulls.createReviewComment({
    ...place,
    ...{ body, path, line, side: "RIGHT" },
    commit_id: commit,
    in_reply_to: inReplyTo,
  });
  return { result: "done", url: data.html_url, number: data.id };
}
