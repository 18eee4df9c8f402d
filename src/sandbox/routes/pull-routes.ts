import { z } from "zod";
import { HttpError, notFound } from "../http/http-error.ts";
import { pageAnswer } from "../http/page.ts";
import { type Answer, bodyOf, type Call, param, repositoryOf, type Route, writer } from "../http/route.ts";
import { addReviewComment } from "../operation/comments.ts";
import { editPullRequest, openPullRequest } from "../operation/pull-requests.ts";
import { reviewCommentView } from "../view/comment.ts";
import { commitView, diffEntryView } from "../view/git-objects.ts";
import { pullRequestItem, pullRequestView } from "../view/pull-request.ts";
import { diffFiles } from "../world/git-diff.ts";
import type { PullRequest } from "../world/pull-request.ts";
import { fullNameOf } from "../world/repository.ts";

const newPull = z.object({
  title: z.string().min(1).max(256),
  head: z.string(),
  base: z.string(),
  body: z.string().max(65_536).nullish(),
  draft: z.boolean().optional(),
  head_repo: z.string().optional(),
  maintainer_can_modify: z.boolean().optional(),
});
const editedPull = z.object({
  title: z.string().min(1).max(256).optional(),
  body: z.string().max(65_536).nullish(),
  state: z.enum(["open", "closed"]).optional(),
  base: z.string().optional(),
  maintainer_can_modify: z.boolean().optional(),
});
const newReviewComment = z.object({
  body: z.string(),
  commit_id: z.string(),
  path: z.string(),
  line: z.number().int().positive(),
  side: z.enum(["LEFT", "RIGHT"]).optional(),
  in_reply_to: z.number().optional(),
  subject_type: z.string().optional(),
  start_line: z.number().optional(),
  start_side: z.string().optional(),
});

export function pullOf(call: Call, name = "pull_number"): PullRequest {
  const pull = call.world.pull(repositoryOf(call), Number(param(call, name)));
  if (!pull) throw notFound();
  return pull;
}

function listPulls(call: Call): Answer {
  const { world, query } = call;
  const repository = repositoryOf(call);
  const state = query.get("state") ?? "open";
  const head = query.get("head");
  const base = query.get("base");
  const oldestFirst = query.get("direction") === "asc";
  const found = world.pulls
    .filter((pull) => pull.repository === repository)
    .filter((pull) => state === "all" || pull.state === state)
    // A head without an owner matches nothing in particular: GitHub ignores it.
    .filter((pull) => head === null || !head.includes(":") || pull.headLabel === head)
    .filter((pull) => base === null || pull.baseRef === base)
    .map((pull) => pullRequestItem(world, pull));
  return pageAnswer(call, oldestFirst ? found : found.reverse(), `/repos/${fullNameOf(repository)}/pulls`);
}

async function create(call: Call): Promise<Answer> {
  const body = bodyOf(call, newPull);
  const pull = await openPullRequest(call.world, {
    repository: repositoryOf(call),
    head: body.head,
    base: body.base,
    title: body.title,
    body: body.body ?? null,
    draft: body.draft ?? false,
    author: writer(call),
  });
  return { status: 201, body: await pullRequestView(call.world, pull) };
}

async function update(call: Call): Promise<Answer> {
  const pull = pullOf(call);
  const body = bodyOf(call, editedPull);
  await editPullRequest(
    call.world,
    pull,
    {
      ...(body.title === undefined ? {} : { title: body.title }),
      ...(body.body === undefined ? {} : { body: body.body }),
      ...(body.base === undefined ? {} : { base: body.base }),
      ...(body.state === undefined ? {} : { state: body.state }),
    },
    writer(call),
  );
  return { status: 200, body: await pullRequestView(call.world, pull) };
}

async function files(call: Call): Promise<Answer> {
  const pull = pullOf(call);
  const { store } = pull.repository;
  const base = (await store.mergeBase(pull.baseSha, pull.headSha)) ?? pull.baseSha;
  const all = (await diffFiles(store, base, pull.headSha)).slice(0, 3000);
  const views = all.map((file) => diffEntryView(call.world, pull.repository, pull.headSha, file));
  return pageAnswer(call, views, `/repos/${fullNameOf(pull.repository)}/pulls/${pull.number}/files`);
}

async function commits(call: Call): Promise<Answer> {
  const pull = pullOf(call);
  const found = await pull.repository.store.commits([`${pull.baseSha}..${pull.headSha}`]);
  const views = [...found].reverse().map((commit) => commitView(call.world, pull.repository, commit));
  return pageAnswer(call, views, `/repos/${fullNameOf(pull.repository)}/pulls/${pull.number}/commits`);
}

function listReviewComments(call: Call): Answer {
  const pull = pullOf(call);
  const views = call.world.reviewComments
    .filter((each) => each.repository === pull.repository && each.number === pull.number)
    .map((each) => reviewCommentView(call.world, each));
  return pageAnswer(call, views, `/repos/${fullNameOf(pull.repository)}/pulls/${pull.number}/comments`);
}

async function createReviewComment(call: Call): Promise<Answer> {
  const pull = pullOf(call);
  const body = bodyOf(call, newReviewComment);
  if (pull.locked) throw new HttpError(403, "Unable to create comment because issue is locked.");
  const text = await pull.repository.store.readPath(body.commit_id, body.path);
  if (!text)
    throw new HttpError(422, "Validation Failed", [
      { resource: "PullRequestReviewComment", field: "path", code: "invalid" },
    ]);
  const comment = addReviewComment(call.world, pull, {
    author: writer(call),
    body: body.body,
    path: body.path,
    line: body.line,
    side: body.side ?? "RIGHT",
    commitId: body.commit_id,
    inReplyTo: body.in_reply_to ?? null,
  });
  return { status: 201, body: reviewCommentView(call.world, comment) };
}

const root = "/repos/{owner}/{repo}/pulls";
const reads = ["pull_requests:read"];
const writes = ["pull_requests:write"];

export const pullRoutes: readonly Route[] = [
  { method: "GET", template: root, needs: reads, handle: listPulls },
  { method: "POST", template: root, needs: writes, handle: create },
  {
    method: "GET",
    template: `${root}/{pull_number}`,
    needs: reads,
    handle: async (call) => ({ status: 200, body: await pullRequestView(call.world, pullOf(call)) }),
  },
  { method: "PATCH", template: `${root}/{pull_number}`, needs: writes, handle: update },
  { method: "GET", template: `${root}/{pull_number}/files`, needs: reads, handle: files },
  { method: "GET", template: `${root}/{pull_number}/commits`, needs: reads, handle: commits },
  { method: "GET", template: `${root}/{pull_number}/comments`, needs: reads, handle: listReviewComments },
  { method: "POST", template: `${root}/{pull_number}/comments`, needs: writes, handle: createReviewComment },
];
