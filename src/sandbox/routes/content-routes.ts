import { HttpError, notFound } from "../http/http-error.ts";
import { pageAnswer } from "../http/page.ts";
import { type Answer, type Call, param, repositoryOf, type Route } from "../http/route.ts";
import { commitView, diffEntryView } from "../view/git-objects.ts";
import { repositoryApi } from "../view/repository.ts";
import { diffFiles } from "../world/git-diff.ts";
import { fullNameOf, type Repository } from "../world/repository.ts";

const inlineLimit = 1024 * 1024;

async function contents(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const { store } = repository;
  const path = param(call, "path").replace(/\/$/, "");
  const ref = call.query.get("ref") ?? repository.defaultBranch;
  const commit = await store.resolve(ref);
  if (!commit) throw new HttpError(404, `No commit found for the ref ${ref}`);
  const bytes = await store.readPath(commit, path);
  if (!bytes) return directory(call, repository, commit, path);
  if (call.accept.includes("raw")) return { status: 200, body: bytes };
  const item = (await store.tree(commit, true)).find((each) => each.path === path);
  if (!item) throw notFound();
  const inline = bytes.length <= inlineLimit;
  return {
    status: 200,
    body: {
      ...entryView(call, repository, ref, { path, sha: item.sha, type: "file", size: bytes.length }),
      content: inline ? bytes.toString("base64") : "",
      encoding: inline ? "base64" : "none",
    },
  };
}

async function directory(call: Call, repository: Repository, commit: string, path: string): Promise<Answer> {
  const all = await repository.store.tree(commit, true);
  const prefix = path === "" ? "" : `${path}/`;
  const items = all
    .filter((item) => item.path.startsWith(prefix) && !item.path.slice(prefix.length).includes("/"))
    .slice(0, 1000)
    .map((item) => {
      const type = item.type === "tree" ? "dir" : "file";
      return entryView(call, repository, commit, {
        path: item.path,
        sha: item.sha,
        type,
        size: item.size ?? 0,
      });
    });
  if (items.length === 0) throw notFound();
  return { status: 200, body: items };
}

interface Entry {
  readonly path: string;
  readonly sha: string;
  readonly type: "file" | "dir";
  readonly size: number;
}

function entryView(call: Call, repository: Repository, ref: string, entry: Entry): Record<string, unknown> {
  const api = repositoryApi(call.world, repository);
  const html = `${call.world.url}/${fullNameOf(repository)}`;
  const path = entry.path.split("/").map(encodeURIComponent).join("/");
  const url = `${api}/contents/${path}?ref=${encodeURIComponent(ref)}`;
  const isFile = entry.type === "file";
  const gitUrl = `${api}/git/${isFile ? "blobs" : "trees"}/${entry.sha}`;
  const page = `${html}/${isFile ? "blob" : "tree"}/${ref}/${path}`;
  return {
    name: entry.path.split("/").at(-1),
    path: entry.path,
    sha: entry.sha,
    size: entry.size,
    type: entry.type,
    url,
    html_url: page,
    git_url: gitUrl,
    download_url: isFile ? `${html}/raw/${ref}/${path}` : null,
    _links: { self: url, git: gitUrl, html: page },
  };
}

async function compare(call: Call): Promise<Answer> {
  const { world } = call;
  const repository = repositoryOf(call);
  const { store } = repository;
  const [baseName = "", headName = ""] = param(call, "basehead").split("...");
  const base = await store.resolve(baseName);
  const head = await store.resolve(headName);
  const mergeBase = base && head ? await store.mergeBase(base, head) : null;
  if (!base || !head || !mergeBase) throw notFound();
  const ahead = await store.commits([`${base}..${head}`], 10_000);
  const behind = await store.commits([`${head}..${base}`], 10_000);
  const files = await diffFiles(store, mergeBase, head);
  const baseCommit = await store.commit(base);
  const mergeCommit = await store.commit(mergeBase);
  if (!baseCommit || !mergeCommit) throw notFound();
  const html = `${world.url}/${fullNameOf(repository)}/compare/${baseName}...${headName}`;
  return {
    status: 200,
    body: {
      url: `${repositoryApi(world, repository)}/compare/${baseName}...${headName}`,
      html_url: html,
      permalink_url: html,
      diff_url: `${html}.diff`,
      patch_url: `${html}.patch`,
      base_commit: commitView(world, repository, baseCommit),
      merge_base_commit: commitView(world, repository, mergeCommit),
      status: statusOf(ahead.length, behind.length),
      ahead_by: ahead.length,
      behind_by: behind.length,
      total_commits: ahead.length,
      commits: [...ahead]
        .reverse()
        .slice(0, 250)
        .map((commit) => commitView(world, repository, commit)),
      files: files.slice(0, 300).map((file) => diffEntryView(world, repository, head, file)),
    },
  };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0) return behind > 0 ? "diverged" : "ahead";
  return behind > 0 ? "behind" : "identical";
}

async function tarball(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const sha = await repository.store.resolve(param(call, "ref") || repository.defaultBranch);
  if (!sha) throw notFound();
  // The place redirected to asks for no token. On GitHub its address holds a short-lived one for private repositories;
  // here whoever knows the commit reads it, on the loopback address only.
  return { status: 302, headers: { location: `${call.world.url}/_codeload/${repository.id}/${sha}.tar.gz` } };
}

async function readCommit(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const sha = await repository.store.resolve(param(call, "ref"));
  const commit = sha ? await repository.store.commit(sha) : null;
  if (!sha || !commit) throw notFound();
  const parent = commit.parents[0];
  const files = parent ? await diffFiles(repository.store, parent, sha) : [];
  const sum = (key: "additions" | "deletions"): number => files.reduce((total, file) => total + file[key], 0);
  return {
    status: 200,
    body: {
      ...commitView(call.world, repository, commit),
      stats: {
        additions: sum("additions"),
        deletions: sum("deletions"),
        total: sum("additions") + sum("deletions"),
      },
      files: files.map((file) => diffEntryView(call.world, repository, sha, file)),
    },
  };
}

async function listCommits(call: Call): Promise<Answer> {
  const repository = repositoryOf(call);
  const sha = await repository.store.resolve(call.query.get("sha") ?? repository.defaultBranch);
  if (!sha) throw notFound();
  const commits = await repository.store.commits([sha], 1000);
  const views = commits.map((commit) => commitView(call.world, repository, commit));
  return pageAnswer(call, views, `/repos/${fullNameOf(repository)}/commits`);
}

const root = "/repos/{owner}/{repo}";
const reads = ["contents:read"];

export const contentRoutes: readonly Route[] = [
  { method: "GET", template: `${root}/contents/{path}`, needs: reads, handle: contents },
  { method: "GET", template: `${root}/compare/{basehead}`, needs: reads, handle: compare },
  { method: "GET", template: `${root}/tarball/{ref}`, needs: reads, handle: tarball },
  { method: "GET", template: `${root}/commits`, needs: reads, handle: listCommits },
  { method: "GET", template: `${root}/commits/{ref}`, needs: reads, handle: readCommit },
];
