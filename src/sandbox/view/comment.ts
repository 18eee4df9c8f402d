import type { Comment, PullRequest, Reaction, ReviewComment } from "../world/pull-request.ts";
import type { World } from "../world/world.ts";
import { accountView, type Json, nodeId } from "./account.ts";
import { appView } from "./app.ts";
import { association, labelView, pullRequestUrl } from "./pull-request.ts";
import { repositoryApi } from "./repository.ts";

const contents = ["+1", "-1", "laugh", "confused", "heart", "hooray", "eyes", "rocket"];

function reactionCounts(world: World, commentId: number, url: string): Json {
  const found = world.reactions.filter((reaction) => reaction.commentId === commentId);
  const counts = contents.map((content) => [
    content,
    found.filter((each) => each.content === content).length,
  ]);
  return {
    url: `${url}/reactions`,
    total_count: found.length,
    ...(Object.fromEntries(counts) as Json),
  };
}

/** GitHub's `issue-comment`. */
export function commentView(world: World, comment: Comment): Json {
  const api = repositoryApi(world, comment.repository);
  const url = `${api}/issues/comments/${comment.id}`;
  const pull = world.pull(comment.repository, comment.number);
  return {
    url,
    html_url: `${pull ? pullRequestUrl(world, pull) : world.url}#issuecomment-${comment.id}`,
    issue_url: `${api}/issues/${comment.number}`,
    id: comment.id,
    node_id: nodeId("IC", comment.id),
    user: accountView(world, comment.author),
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    body: comment.body,
    author_association: association(world, comment.repository, comment.author),
    reactions: reactionCounts(world, comment.id, url),
    performed_via_github_app: comment.viaApp ? appView(world) : null,
  };
}

/** GitHub's `pull-request-review-comment`. */
export function reviewCommentView(world: World, comment: ReviewComment): Json {
  const api = repositoryApi(world, comment.repository);
  const url = `${api}/pulls/comments/${comment.id}`;
  const pull = world.pull(comment.repository, comment.number);
  const html = `${pull ? pullRequestUrl(world, pull) : world.url}#discussion_r${comment.id}`;
  const pullUrl = `${api}/pulls/${comment.number}`;
  return {
    url,
    pull_request_review_id: comment.id + 1_000_000,
    id: comment.id,
    node_id: nodeId("PRRC", comment.id),
    diff_hunk: "@@",
    path: comment.path,
    commit_id: comment.commitId,
    original_commit_id: comment.commitId,
    ...(comment.inReplyTo === null ? {} : { in_reply_to_id: comment.inReplyTo }),
    user: accountView(world, comment.author),
    body: comment.body,
    created_at: comment.createdAt,
    updated_at: comment.updatedAt,
    html_url: html,
    pull_request_url: pullUrl,
    author_association: association(world, comment.repository, comment.author),
    _links: { self: { href: url }, html: { href: html }, pull_request: { href: pullUrl } },
    line: comment.line,
    original_line: comment.line,
    start_line: null,
    original_start_line: null,
    side: comment.side,
    position: 1,
    original_position: 1,
    subject_type: "line",
    reactions: reactionCounts(world, comment.id, url),
  };
}

export function reactionView(world: World, reaction: Reaction): Json {
  return {
    id: reaction.id,
    node_id: nodeId("REA", reaction.id),
    user: accountView(world, reaction.user),
    content: reaction.content,
    created_at: reaction.createdAt,
  };
}

/** A pull request as the `issue` of an `issue_comment` event. */
export function issueView(world: World, pull: PullRequest): Json {
  const api = repositoryApi(world, pull.repository);
  const url = `${api}/issues/${pull.number}`;
  const html = pullRequestUrl(world, pull);
  return {
    url,
    repository_url: api,
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: html,
    id: pull.id,
    node_id: nodeId("PR", pull.id),
    number: pull.number,
    title: pull.title,
    user: accountView(world, pull.author),
    labels: pull.labels.map((name) => labelView(world, pull.repository, name)),
    state: pull.state,
    locked: pull.locked,
    assignee: null,
    assignees: [],
    milestone: null,
    comments: world.comments.filter(
      (each) => each.repository === pull.repository && each.number === pull.number,
    ).length,
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt,
    author_association: association(world, pull.repository, pull.author),
    active_lock_reason: null,
    draft: pull.draft,
    pull_request: {
      url: `${api}/pulls/${pull.number}`,
      html_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      merged_at: pull.mergedAt,
    },
    body: pull.body,
    reactions: reactionCounts(world, -pull.id, url),
    timeline_url: `${url}/timeline`,
    performed_via_github_app: pull.author === world.app.bot ? appView(world) : null,
    state_reason: null,
  };
}
