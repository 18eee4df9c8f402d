import { invalid } from "../http/http-error.ts";
import { commentView, issueView, reviewCommentView } from "../view/comment.ts";
import { pullRequestItem } from "../view/pull-request.ts";
import type { Account } from "../world/account.ts";
import type { Comment, PullRequest, Reaction, ReviewComment } from "../world/pull-request.ts";
import type { World } from "../world/world.ts";

/** GitHub counts characters of a body, not bytes. */
const longestBody = 65_536;

function checkBody(body: string, resource: string): void {
  if (body.trim() === "") throw invalid(resource, { field: "body", code: "missing_field" });
  if (Array.from(body).length > longestBody)
    throw invalid(resource, {
      field: "body",
      code: "custom",
      message: `body is too long (maximum is ${longestBody} characters)`,
    });
}

export function addComment(world: World, pull: PullRequest, author: Account, body: string): Comment {
  checkBody(body, "IssueComment");
  const now = world.now();
  const comment: Comment = {
    id: world.id(),
    repository: pull.repository,
    number: pull.number,
    author,
    viaApp: author === world.app.bot,
    body,
    createdAt: now,
    updatedAt: now,
  };
  world.comments.push(comment);
  announceComment(world, comment, "created", author);
  return comment;
}

export function editComment(world: World, comment: Comment, editor: Account, body: string): void {
  checkBody(body, "IssueComment");
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = world.now();
  announceComment(world, comment, "edited", editor, { changes: { body: { from } } });
}

export function deleteComment(world: World, comment: Comment, sender: Account): void {
  const index = world.comments.indexOf(comment);
  if (index < 0) return;
  announceComment(world, comment, "deleted", sender);
  world.comments.splice(index, 1);
}

function announceComment(
  world: World,
  comment: Comment,
  action: string,
  sender: Account,
  more: Record<string, unknown> = {},
): void {
  const pull = world.pull(comment.repository, comment.number);
  if (!pull) return;
  world.emit({
    name: "issue_comment",
    action,
    repository: comment.repository,
    sender,
    payload: { issue: issueView(world, pull), comment: commentView(world, comment), ...more },
  });
}

interface NewReviewComment {
  readonly author: Account;
  readonly body: string;
  readonly path: string;
  readonly line: number;
  readonly side: "LEFT" | "RIGHT";
  readonly commitId: string;
  readonly inReplyTo: number | null;
}

export function addReviewComment(world: World, pull: PullRequest, request: NewReviewComment): ReviewComment {
  checkBody(request.body, "PullRequestReviewComment");
  const now = world.now();
  const comment: ReviewComment = {
    id: world.id(),
    repository: pull.repository,
    number: pull.number,
    viaApp: request.author === world.app.bot,
    createdAt: now,
    updatedAt: now,
    ...request,
  };
  world.reviewComments.push(comment);
  world.emit({
    name: "pull_request_review_comment",
    action: "created",
    repository: pull.repository,
    sender: request.author,
    // Webhooks have this always, answers only for a comment on several lines.
    payload: {
      pull_request: pullRequestItem(world, pull),
      comment: { ...reviewCommentView(world, comment), start_side: null },
    },
  });
  return comment;
}

/** Answers the reaction and whether it is new: the same user reacts once with the same content. */
export function react(
  world: World,
  commentId: number,
  user: Account,
  content: string,
): { readonly reaction: Reaction; readonly isNew: boolean } {
  const found = world.reactions.find(
    (each) => each.commentId === commentId && each.user === user && each.content === content,
  );
  if (found) return { reaction: found, isNew: false };
  const reaction: Reaction = { id: world.id(), commentId, content, user, createdAt: world.now() };
  world.reactions.push(reaction);
  return { reaction, isNew: true };
}
