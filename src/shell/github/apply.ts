import type { Octokit } from "@octokit/rest";
import type { Action } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef } from "../ports.ts";
import { openFollowUp } from "./open-follow-up.ts";
import { upsertComment } from "./upsert-comment.ts";
import { writeCheckRun } from "./write-check-run.ts";

export interface AppIdentity {
  readonly id: number;
  /** `slug[bot]` */
  readonly login: string;
}

/** Performs one action; each looks for its own traces first. `octokit` acts on the action's own repository. */
export async function applyAction(
  octokit: Octokit,
  repository: RepositoryRef,
  pullRequest: number,
  appId: number,
  self: () => Promise<AppIdentity>,
  action: Action,
): Promise<Applied> {
  switch (action.type) {
    case "upsert-comment":
      return upsertComment(octokit, repository, pullRequest, appId, action);
    case "react":
      return react(octokit, repository, action);
    case "check-run":
      return writeCheckRun(octokit, repository, pullRequest, appId, action);
    case "open-follow-up":
      return openFollowUp(octokit, repository, (await self()).login, action);
    case "close-pull-request":
      return closePullRequest(octokit, repository, appId, action);
  }
}

async function react(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  { commentId, reaction }: Extract<Action, { type: "react" }>,
): Promise<Applied> {
  // GitHub answers 200 instead of 201 when the App has reacted so before.
  const answer = await octokit.rest.reactions.createForIssueComment({
    owner,
    repo,
    comment_id: commentId,
    content: reaction,
  });
  return {
    result: (answer.status as number) === 200 ? "unchanged" : "done",
    url: null,
    number: answer.data.id,
  };
}

async function closePullRequest(
  octokit: Octokit,
  repository: RepositoryRef,
  appId: number,
  { number, comment }: Extract<Action, { type: "close-pull-request" }>,
): Promise<Applied> {
  const place = { owner: repository.owner, repo: repository.name };
  const { data } = await octokit.rest.pulls.get({ ...place, pull_number: number });
  if (data.state === "closed") return { result: "unchanged", url: data.html_url, number };
  const farewell = { type: "upsert-comment", marker: comment, body: comment, create: true } as const;
  await upsertComment(octokit, repository, number, appId, farewell);
  await octokit.rest.pulls.update({ ...place, pull_number: number, state: "closed" });
  return { result: "done", url: data.html_url, number };
}
