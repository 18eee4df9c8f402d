import type { Octokit } from "@octokit/rest";
import type { Action } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef } from "../ports.ts";
import type { Commenter } from "./gather.ts";
import { failure } from "./request-policy.ts";
import { upsertComment } from "./upsert-comment.ts";

type CommentOnLine = Extract<Action, { type: "comment-on-line" }>;

/** Writes the comment unless this App's one with the marker stands. GitHub takes none on a line outside the diff (422). */
export async function commentOnLine(
  octokit: Octokit,
  repository: RepositoryRef,
  number: number,
  app: Commenter & { readonly login: string },
  action: CommentOnLine,
): Promise<Applied> {
  const { marker, body, headSha: commit_id, path, line } = action;
  const place = { owner: repository.owner, repo: repository.name, pull_number: number };
  const known = await octokit.paginate(octokit.rest.pulls.listReviewComments, { ...place, per_page: 100 });
  const mine = known.find((one) => one.user.login === app.login && one.body.startsWith(marker));
  if (mine !== undefined) return { result: "unchanged", url: mine.html_url, number: mine.id };
  try {
    const wanted = { ...place, body, commit_id, path, line, side: "RIGHT" as const };
    const { data } = await octokit.rest.pulls.createReviewComment(wanted);
    return { result: "done", url: data.html_url, number: data.id };
  } catch (error) {
    if (failure(error)?.status !== 422) throw error;
    return upsertComment(octokit, repository, number, app, { marker, body, create: true });
  }
}
