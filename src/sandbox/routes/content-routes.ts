import { HttpError, notFound } from "../http/http-error.ts";
import { pageAnswer } from "../http/page.ts";
import { type Answer, type Call, param, repositoryOf, type Route } from "../http/route.ts";
import { type ContentEntry, entryView } from "../view/content-entry.ts";
import { commitView, diffEntryView } from "../view/git-objects.ts";
import { repositoryApi } from "../view/repository.ts";
import type { TreeItem } from "../world/git-tree.ts";
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
  const tree = await store.tree(commit, true);
  const item = tree.find((each) => each.path === path);
  if (item === undefined || item.type === "tree") return directory(call, repository, { commit, tree }, path);
  const { sha, mode } = item;
  const view = (type: ContentEntry["type"], size: number): Record<string, unknown> =>
    entryView(call, repository, ref, { path, sha, type, size });
  if (item.type === "commit")
    return {
      status: 200,
      body: { ...view("submodule", 0), submodule_git_url: `${call.world.url}/elsewhere.git` },
    };
  const own = (await store.readPath(commit, path)) ?? Buffer.alloc(0);
  const target = mode === "120000" ? own.toString("utf8") : null;
  const normal = target === null ? item : normalFile(tree, path, target);
  if (normal === null) return { status: 200, body: { ...view("symlink", own.length), target } };
  const bytes = target === null ? own : ((await store.readPath(commit, normal.path)) ?? Buffer.alloc(0));
  if (call.accept.includes("raw")) return { status: 200, body: bytes };
  const inline = bytes.length <= inlineLimit;
  return {
    status: 200,
    body: {
      ...entryView(call, repository, ref, { path, sha: normal.sha, type: "file", size: bytes.length }),
      content: inline ? bytes.toString("base64") : "",
      encoding: inline ? "base64" : "none",
    },
  };
}

/**
 * What a link leads to within the repository: GitHub answers with that file's content, and says nothing of the link
 * (https://docs.github.com/rest/repos/contents#get-repository-content).
 */
function normalFile(tree: readonly TreeItem[], path: string, target: string): TreeItem | null {
  const { pathname } = new URL(target, `http://repository/${path}`);
  const found = tree.find((each) => `/${each.path}` === decodeURI(pathname));
  return found?.type === "blob" && found.mode !== "120000" ? found : null;
}

function directory(
  call: Call,
  repository: Repository,
  { commit, tree: all }: { readonly commit: string; readonly tree: readonly TreeItem[] },
  path: string,
): Answer {
  const prefix = path === "" ? "" : `${path}/`;
  const items = all
    .filter((item) => item.path.startsWith(prefix) && !item.path.slice(prefix.length).includes("/"))
    .slice(0, 1000)
    .map((item) => {
      // A submodule is called a file here, as GitHub does "for backwards compatibility purposes".
      const type = item.type === "tree" ? "dir" : item.mode === "120000" ? "symlink" : "file";
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
