import { z } from "zod";
import { HttpError, invalid, notFound } from "../http/http-error.ts";
import { pageAnswer } from "../http/page.ts";
import { type Answer, bodyOf, type Call, param, repositoryOf, type Route, writer } from "../http/route.ts";
import { addComment, deleteComment, editComment, react } from "../operation/comments.ts";
import { accountView } from "../view/account.ts";
import { commentView, reactionView } from "../view/comment.ts";
import { labelView } from "../view/pull-request.ts";
import type { Comment } from "../world/pull-request.ts";
import { type Access, fullNameOf } from "../world/repository.ts";
import { pullOf } from "./pull-routes.ts";

const textBody = z.object({ body: z.string() });
const reactionBody = z.object({
  content: z.enum(["+1", "-1", "laugh", "confused", "heart", "hooray", "rocket", "eyes"]),
});
const labelsBody = z.object({ labels: z.array(z.string()) });

function commentOf(call: Call): Comment {
  const repository = repositoryOf(call);
  const id = Number(param(call, "comment_id"));
  const found = call.world.comments.find((each) => each.id === id && each.repository === repository);
  if (!found) throw notFound();
  return found;
}

/** Others' comments may be edited by people with write access and by nobody's App. */
function mayEdit(call: Call, comment: Comment): void {
  const account = writer(call);
  if (account === comment.author) return;
  const access = call.actor.kind === "user" ? call.world.access(comment.repository, account.login) : "none";
  if (!["write", "maintain", "admin"].includes(access))
    throw new HttpError(403, "Resource not accessible by integration");
}

function list(call: Call): Answer {
  const pull = pullOf(call, "issue_number");
  const views = call.world.comments
    .filter((each) => each.repository === pull.repository && each.number === pull.number)
    .map((each) => commentView(call.world, each));
  return pageAnswer(call, views, `/repos/${fullNameOf(pull.repository)}/issues/${pull.number}/comments`);
}

function create(call: Call): Answer {
  const pull = pullOf(call, "issue_number");
  if (pull.locked) throw new HttpError(403, "Unable to create comment because issue is locked.");
  const comment = addComment(call.world, pull, writer(call), bodyOf(call, textBody).body);
  return { status: 201, body: commentView(call.world, comment) };
}

function update(call: Call): Answer {
  const comment = commentOf(call);
  mayEdit(call, comment);
  editComment(call.world, comment, writer(call), bodyOf(call, textBody).body);
  return { status: 200, body: commentView(call.world, comment) };
}

function remove(call: Call): Answer {
  const comment = commentOf(call);
  mayEdit(call, comment);
  deleteComment(call.world, comment, writer(call));
  return { status: 204 };
}

function reactTo(call: Call): Answer {
  const comment = commentOf(call);
  const { reaction, isNew } = react(call.world, comment.id, writer(call), bodyOf(call, reactionBody).content);
  return { status: isNew ? 201 : 200, body: reactionView(call.world, reaction) };
}

function reactToReviewComment(call: Call): Answer {
  const repository = repositoryOf(call);
  const id = Number(param(call, "comment_id"));
  const comment = call.world.reviewComments.find((each) => each.repository === repository && each.id === id);
  if (!comment) throw notFound();
  const { reaction, isNew } = react(call.world, comment.id, writer(call), bodyOf(call, reactionBody).content);
  return { status: isNew ? 201 : 200, body: reactionView(call.world, reaction) };
}

function listReactions(call: Call): Answer {
  const comment = commentOf(call);
  const views = call.world.reactions
    .filter((each) => each.commentId === comment.id)
    .map((each) => reactionView(call.world, each));
  return pageAnswer(
    call,
    views,
    `/repos/${fullNameOf(comment.repository)}/issues/comments/${comment.id}/reactions`,
  );
}

function addLabels(call: Call): Answer {
  const pull = pullOf(call, "issue_number");
  const { labels } = bodyOf(call, labelsBody);
  for (const name of labels) {
    if (name.length > 50) throw invalid("Label", { field: "name", code: "invalid" });
    if (!pull.repository.labels.has(name.toLowerCase()))
      pull.repository.labels.set(name.toLowerCase(), {
        id: call.world.id(),
        name,
        color: "ededed",
        description: null,
      });
    if (!pull.labels.includes(name)) pull.labels.push(name);
  }
  return { status: 200, body: pull.labels.map((name) => labelView(call.world, pull.repository, name)) };
}

function removeLabel(call: Call): Answer {
  const pull = pullOf(call, "issue_number");
  const at = pull.labels.indexOf(param(call, "name"));
  if (at < 0) throw notFound();
  pull.labels.splice(at, 1);
  return { status: 200, body: pull.labels.map((name) => labelView(call.world, pull.repository, name)) };
}

/** `maintain` answers `write` and `triage` answers `read`, as GitHub's older field does. */
const olderName: Readonly<Record<Access, string>> = {
  none: "none",
  read: "read",
  triage: "read",
  write: "write",
  maintain: "write",
  admin: "admin",
};

function permission(call: Call): Answer {
  const repository = repositoryOf(call);
  const account = call.world.accounts.get(param(call, "username").toLowerCase());
  if (!account) throw notFound();
  const access = call.world.access(repository, account.login);
  const can = (...levels: Access[]): boolean => levels.includes(access);
  const user = {
    ...accountView(call.world, account),
    permissions: {
      pull: access !== "none",
      triage: can("triage", "write", "maintain", "admin"),
      push: can("write", "maintain", "admin"),
      maintain: can("maintain", "admin"),
      admin: can("admin"),
    },
    role_name: access,
  };
  return { status: 200, body: { permission: olderName[access], role_name: access, user } };
}

const root = "/repos/{owner}/{repo}/issues";
const reads = ["issues:read", "pull_requests:read"];
const writes = ["issues:write", "pull_requests:write"];

export const issueRoutes: readonly Route[] = [
  { method: "GET", template: `${root}/{issue_number}/comments`, needs: reads, handle: list },
  { method: "POST", template: `${root}/{issue_number}/comments`, needs: writes, handle: create },
  {
    method: "GET",
    template: `${root}/comments/{comment_id}`,
    needs: reads,
    handle: (call) => ({ status: 200, body: commentView(call.world, commentOf(call)) }),
  },
  { method: "PATCH", template: `${root}/comments/{comment_id}`, needs: writes, handle: update },
  { method: "DELETE", template: `${root}/comments/{comment_id}`, needs: writes, handle: remove },
  {
    method: "GET",
    template: `${root}/comments/{comment_id}/reactions`,
    needs: reads,
    handle: listReactions,
  },
  { method: "POST", template: `${root}/comments/{comment_id}/reactions`, needs: writes, handle: reactTo },
  {
    method: "POST",
    template: "/repos/{owner}/{repo}/pulls/comments/{comment_id}/reactions",
    needs: ["pull_requests:write"],
    handle: reactToReviewComment,
  },
  { method: "POST", template: `${root}/{issue_number}/labels`, needs: writes, handle: addLabels },
  { method: "DELETE", template: `${root}/{issue_number}/labels/{name}`, needs: writes, handle: removeLabel },
  {
    method: "GET",
    template: "/repos/{owner}/{repo}/collaborators/{username}/permission",
    needs: ["metadata:read"],
    handle: permission,
  },
];
