import type { Octokit } from "@octokit/rest";
import { bound } from "../../core/message/marker.ts";
import type { Action } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef } from "../ports.ts";
import { type Commenter, readComments } from "./gather.ts";
import { orNull } from "./request-policy.ts";

type UpsertComment = Omit<Extract<Action, { type: "upsert-comment" }>, "type">;

interface Place {
  readonly owner: string;
  readonly repo: string;
}

/** Edits this App's comment that begins with the marker, or writes it when there is none and the action says so. */
export async function upsertComment(
  octokit: Octokit,
  repository: RepositoryRef,
  number: number,
  app: Commenter,
  action: UpsertComment,
): Promise<Applied> {
  const place = { owner: repository.owner, repo: repository.name };
  const { body, commentId } = action;
  if (commentId === null) return create(octokit, place, number, app, action);
  if (commentId !== undefined) {
    const edited = await edit(octokit, place, app, commentId, body);
    if (edited !== null) return edited;
  }
  const comments = await readComments(octokit, repository, number, app);
  const [mine, ...twins] = comments.filter((one) => one.ours && one.body.startsWith(action.marker));
  // In a workflow a body may have been copied into a comment that was there before it: nothing is deleted there.
  if (app.isAlone) for (const twin of twins) await remove(octokit, place, twin.id);
  if (mine === undefined) return create(octokit, place, number, app, action);
  if (mine.body === body) return { result: "unchanged", url: null, number: mine.id };
  const edited = await edit(octokit, place, app, mine.id, body);
  return edited ?? create(octokit, place, number, app, action);
}

/** Null when it was deleted. */
async function edit(
  octokit: Octokit,
  place: Place,
  { isAlone }: Commenter,
  id: number,
  text: string,
): Promise<Applied | null> {
  const body = isAlone ? text : bound(text, id);
  const answer = await orNull(octokit.rest.issues.updateComment({ ...place, comment_id: id, body }));
  return answer === null ? null : { result: "done", url: answer.data.html_url, number: id };
}

async function create(
  octokit: Octokit,
  place: Place,
  number: number,
  app: Commenter,
  { body, create: wanted }: UpsertComment,
): Promise<Applied> {
  if (!wanted) return { result: "unchanged", url: null, number: null };
  const { data } = await octokit.rest.issues.createComment({ ...place, issue_number: number, body });
  // Its id is known only now. Cut off in between, it is nobody's, and the next run writes another.
  if (!app.isAlone) await edit(octokit, place, app, data.id, body);
  return { result: "done", url: data.html_url, number: data.id };
}

/** Two of a kind come from a request that was cut off after GitHub had done it; the older one stays. */
async function remove(octokit: Octokit, place: Place, id: number): Promise<void> {
  await orNull(octokit.rest.issues.deleteComment({ ...place, comment_id: id }));
}
