import type { DiffFile } from "../world/git-diff.ts";
import type { GitCommit } from "../world/git-commit.ts";
import type { Account } from "../world/account.ts";
import { fullNameOf, type Repository } from "../world/repository.ts";
import type { World } from "../world/world.ts";
import { accountView, type Json, nodeId } from "./account.ts";
import { repositoryApi } from "./repository.ts";

const unsigned = { verified: false, reason: "unsigned", signature: null, payload: null, verified_at: null };

/** GitHub's `git-commit`. */
export function gitCommitView(world: World, repository: Repository, commit: GitCommit): Json {
  const api = repositoryApi(world, repository);
  const html = `${world.url}/${fullNameOf(repository)}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId("C", commit.sha),
    url: `${api}/git/commits/${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
    message: commit.message,
    parents: commit.parents.map((sha) => ({
      sha,
      url: `${api}/git/commits/${sha}`,
      html_url: `${html}/${sha}`,
    })),
    verification: unsigned,
  };
}

/** GitHub's `commit`, as in lists and comparisons. */
export function commitView(world: World, repository: Repository, commit: GitCommit): Json {
  const api = repositoryApi(world, repository);
  const html = `${world.url}/${fullNameOf(repository)}/commit`;
  return {
    sha: commit.sha,
    node_id: nodeId("C", commit.sha),
    url: `${api}/commits/${commit.sha}`,
    html_url: `${html}/${commit.sha}`,
    comments_url: `${api}/commits/${commit.sha}/comments`,
    commit: {
      url: `${api}/git/commits/${commit.sha}`,
      author: commit.author,
      committer: commit.committer,
      message: commit.message,
      comment_count: 0,
      tree: { sha: commit.tree, url: `${api}/git/trees/${commit.tree}` },
      verification: unsigned,
    },
    author: knownAccount(world, commit.author.email),
    committer: knownAccount(world, commit.committer.email),
    parents: commit.parents.map((sha) => ({ sha, url: `${api}/commits/${sha}`, html_url: `${html}/${sha}` })),
  };
}

/** Commit addresses of the sandbox's accounts are `ID+LOGIN@users.noreply.github.com`, as on GitHub. */
export function emailOf(account: Account): string {
  return `${account.id}+${account.login}@users.noreply.github.com`;
}

function knownAccount(world: World, email: string): Json | null {
  const found = [...world.accounts.values()].find((account) => emailOf(account) === email);
  return found ? accountView(world, found) : null;
}

/** GitHub's `diff-entry`. */
export function diffEntryView(world: World, repository: Repository, head: string, file: DiffFile): Json {
  const api = repositoryApi(world, repository);
  const html = `${world.url}/${fullNameOf(repository)}`;
  const path = file.path.split("/").map(encodeURIComponent).join("/");
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${html}/blob/${head}/${path}`,
    raw_url: `${html}/raw/${head}/${path}`,
    contents_url: `${api}/contents/${path}?ref=${head}`,
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}
