import type { Octokit } from "@octokit/rest";
import type { Action } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef } from "../ports.ts";
import { readComments } from "./gather.ts";

type UpsertComment = Extract<Action, { type: "upsert-comment" }>;

/** Edits this App's comment with the marker, or writes it when there is none and the action says so. */
export async function upsertComment(
  octokit: Octokit,
  repository: RepositoryRef,
  number: number,
  appId: number,
  { marker, body, create }: UpsertComment,
): Promise<Applied> {
  const place = { owner: repository.owner, repo: repository.name };
  const comments = await readComments(octokit, repository, number, appId);
  const mine = comments.find((comment) => comment.ours && comment.body.includes(marker));
  if (mine === undefined) {
    if (!create) return { result: "unchanged", url: null, number: null };
    const { data } = await octokit.rest.issues.createComment({ ...place, issue_number: number, body });
    return { result: "done", url: data.html_url, number: data.id };
  }
  if (mine.body === body) return { result: "unchanged", url: null, number: mine.id };
  const { data } = await octokit.rest.issues.updateComment({ ...place, comment_id: mine.id, body });
  return { result: "done", url: data.html_url, number: mine.id };
}
