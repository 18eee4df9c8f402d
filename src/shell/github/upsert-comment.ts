import type { Octokit } from "@octokit/rest";
import type { Action } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef } from "../ports.ts";
import { readComments } from "./gather.ts";
import { orNull } from "./request-policy.ts";

type UpsertComment = Omit<Extract<Action, { type: "upsert-comment" }>, "type">;

interface Place {
  readonly owner: string;
  readonly repo: string;
}

/**
 * Edits this App's comment that begins with the marker, or writes it when there is none and the action says so. `isAlone`:
 * nobody else acts as this App.
 */
export async function upsertComment(
  octokit: Octokit,
  repository: RepositoryRef,
  number: number,
  { id: appId, isAlone }: { readonly id: number; readonly isAlone: boolean },
  action: UpsertComment,
): Promise<Applied> {
  const place = { owner: repository.owner, repo: repository.name };
  const { body, commentId } = action;
  if (commentId === null) return create(octokit, place, number, action);
  if (commentId !== undefined) {
    const edited = await edit(octokit, place, commentId, body);
    if (edited !== null) return edited;
  }
  const comments = await readComments(octokit, repository, number, appId);
  const [mine, ...twins] = comments.filter((one) => one.ours && one.body.startsWith(action.marker));
  // In a workflow, `ours` is whatever any workflow wrote: nothing is deleted there.
  if (isAlone) for (const twin of twins) await remove(octokit, place, twin.id);
  if (mine === undefined) return create(octokit, place, number, action);
  if (mine.body === body) return { result: "unchanged", url: null, number: mine.id };
  const edited = await edit(octokit, place, mine.id, body);
  return edited ?? create(octokit, place, number, action);
}

/** Null when it was deleted. */
async function edit(octokit: Octokit, place: Place, id: number, body: string): Promise<Applied | null> {
  const answer = await orNull(octokit.rest.issues.updateComment({ ...place, comment_id: id, body }));
  return answer === null ? null : { result: "done", url: answer.data.html_url, number: id };
}

async function create(
  octokit: Octokit,
  place: Place,
  number: number,
  { body, create: wanted }: UpsertComment,
): Promise<Applied> {
  if (!wanted) return { result: "unchanged", url: null, number: null };
  const { data } = await octokit.rest.issues.createComment({ ...place, issue_number: number, body });
  return { result: "done", url: data.html_url, number: data.id };
}

/** Two of a kind come from a request that was cut off after GitHub had done it; the older one stays. */
async function remove(octokit: Octokit, place: Place, id: number): Promise<void> {
  await orNull(octokit.rest.issues.deleteComment({ ...place, comment_id: id }));
}
