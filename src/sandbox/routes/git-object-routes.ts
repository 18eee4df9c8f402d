import { z } from "zod";
import { HttpError, notFound } from "../http/http-error.ts";
import { type Answer, bodyOf, type Call, param, repositoryOf, type Route, writer } from "../http/route.ts";
import { nodeId } from "../view/account.ts";
import { emailOf, gitCommitView } from "../view/git-objects.ts";
import { repositoryApi } from "../view/repository.ts";
import type { Repository } from "../world/repository.ts";

const sha = z.string().regex(/^[0-9a-f]{40}$/);
const newBlob = z.object({ content: z.string(), encoding: z.enum(["utf-8", "base64"]).optional() });
const newTree = z.object({
  base_tree: sha.optional(),
  tree: z.array(
    z.object({
      path: z.string(),
      mode: z.enum(["100644", "100755", "040000", "160000", "120000"]),
      type: z.enum(["blob", "tree", "commit"]).optional(),
      sha: sha.nullish(),
      content: z.string().optional(),
    }),
  ),
});
const person = z.object({ name: z.string(), email: z.string(), date: z.string().optional() });
const newCommit = z.object({
  message: z.string(),
  tree: sha,
  parents: z.array(sha).optional(),
  author: person.optional(),
  committer: person.optional(),
});

async function createBlob(call: Call): Promise<Answer> {
  const body = bodyOf(call, newBlob);
  const repository = repositoryOf(call);
  const id = await repository.store.writeBlob(
    Buffer.from(body.content, body.encoding === "base64" ? "base64" : "utf8"),
  );
  return { status: 201, body: { sha: id, url: `${repositoryApi(call.world, repository)}/git/blobs/${id}` } };
}

async function readBlob(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const id = param(call, "file_sha");
  if ((await repository.store.objectType(id)) !== "blob") throw notFound();
  const bytes = await repository.store.readBlob(id);
  if (call.accept.includes("raw")) return { status: 200, body: bytes };
  const url = `${repositoryApi(call.world, repository)}/git/blobs/${id}`;
  return {
    status: 200,
    body: {
      sha: id,
      node_id: nodeId("B", id),
      size: bytes.length,
      url,
      content: bytes.toString("base64"),
      encoding: "base64",
    },
  };
}

async function treeAnswer(
  call: Call,
  repository: Repository,
  id: string,
  recursive: boolean,
): Promise<Record<string, unknown>> {
  const api = repositoryApi(call.world, repository);
  const all = await repository.store.tree(id, recursive);
  const items = all.slice(0, call.world.treeLimit).map((item) => ({
    path: item.path,
    mode: item.mode,
    type: item.type,
    sha: item.sha,
    ...(item.size === null ? {} : { size: item.size }),
    ...(item.type === "commit" ? {} : { url: `${api}/git/${item.type}s/${item.sha}` }),
  }));
  return { sha: id, url: `${api}/git/trees/${id}`, tree: items, truncated: items.length < all.length };
}

async function readTree(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const asked = param(call, "tree_sha");
  const id = await repository.store.treeOf(asked);
  if (!id) throw notFound();
  return { status: 200, body: await treeAnswer(call, repository, id, call.query.has("recursive")) };
}

async function createTree(call: Call): Promise<Answer> {
  const body = bodyOf(call, newTree);
  const repository = repositoryOf(call);
  if (body.tree.some((item) => item.path.startsWith(".github/workflows/")) && !mayWriteWorkflows(call))
    throw new HttpError(403, "Resource not accessible by integration");
  const items = [];
  for (const item of body.tree) {
    if (item.path === "" || item.path.startsWith("/") || item.path.split("/").includes(".."))
      throw new HttpError(422, "tree.path contains a malformed path component");
    const id =
      item.content === undefined
        ? (item.sha ?? null)
        : await repository.store.writeBlob(Buffer.from(item.content));
    items.push({ mode: item.mode, path: item.path, sha: id });
  }
  const base = body.base_tree === undefined ? null : await repository.store.treeOf(body.base_tree);
  if (body.base_tree !== undefined && base === null) throw notFound();
  const id = await repository.store.writeTree(base, items);
  return { status: 201, body: await treeAnswer(call, repository, id, false) };
}

function mayWriteWorkflows(call: Call): boolean {
  return (
    call.actor.kind === "user" ||
    (call.actor.kind === "installation" && call.actor.token.permissions["workflows"] === "write")
  );
}

async function createCommit(call: Call): Promise<Answer> {
  const body = bodyOf(call, newCommit);
  const repository = repositoryOf(call);
  if ((await repository.store.objectType(body.tree)) !== "tree")
    throw new HttpError(422, "Tree SHA does not exist");
  for (const parent of body.parents ?? [])
    if ((await repository.store.objectType(parent)) !== "commit")
      throw new HttpError(422, "Parent SHA does not exist or is not a commit object");
  const account = writer(call);
  const author = {
    name: body.author?.name ?? account.login,
    email: body.author?.email ?? emailOf(account),
    date: body.author?.date ?? call.world.now(),
  };
  const committer = body.committer
    ? { ...author, ...body.committer, date: body.committer.date ?? author.date }
    : author;
  const id = await repository.store.writeCommit({
    tree: body.tree,
    parents: body.parents ?? [],
    author,
    committer,
    message: body.message,
  });
  return commitAnswer(call, repository, id, 201);
}

async function commitAnswer(call: Call, repository: Repository, id: string, status: number): Promise<Answer> {
  const commit = await repository.store.commit(id);
  if (!commit) throw notFound();
  return { status, body: gitCommitView(call.world, repository, commit) };
}

const root = "/repos/{owner}/{repo}/git";
const reads = ["contents:read"];
const writes = ["contents:write"];

export const gitObjectRoutes: readonly Route[] = [
  { method: "POST", template: `${root}/blobs`, needs: writes, handle: createBlob },
  { method: "GET", template: `${root}/blobs/{file_sha}`, needs: reads, handle: readBlob },
  { method: "POST", template: `${root}/trees`, needs: writes, handle: createTree },
  { method: "GET", template: `${root}/trees/{tree_sha}`, needs: reads, handle: readTree },
  { method: "POST", template: `${root}/commits`, needs: writes, handle: createCommit },
  {
    method: "GET",
    template: `${root}/commits/{commit_sha}`,
    needs: reads,
    handle: (call) => commitAnswer(call, repositoryOf(call), param(call, "commit_sha"), 200),
  },
];
