import type { Octokit } from "@octokit/rest";
import type { CommitFiles } from "../../core/plan/action.ts";
import type { Applied, BranchCommit, RepositoryRef, WrittenCommits } from "../ports.ts";
import { branchTip, treeItem } from "./open-follow-up.ts";
import { failure } from "./request-policy.ts";

/**
 * One more commit on a branch of the bot, only while it stands where the files were read: `hands-off` when it moved on
 * meanwhile. Never forced.
 */
export async function commitFiles(
  octokit: Octokit,
  repository: RepositoryRef,
  written: WrittenCommits | null,
  { branch, tip, message, files }: CommitFiles,
): Promise<Applied> {
  const place = { owner: repository.owner, repo: repository.name };
  const moved: Applied = { result: "hands-off", url: null, number: null };
  if ((await branchTip(octokit, place, branch)) !== tip) return moved;
  const { data: before } = await octokit.rest.git.getCommit({ ...place, commit_sha: tip });
  const { data: tree } = await octokit.rest.git.createTree({
    ...place,
    base_tree: before.tree.sha,
    tree: files.map(treeItem),
  });
  if (tree.sha === before.tree.sha) return { result: "unchanged", url: null, number: null };
  const { data: made } = await octokit.rest.git.createCommit({
    ...place,
    message,
    tree: tree.sha,
    parents: [tip],
  });
  // On top of somebody's commit the branch stays theirs.
  if (await written?.has(repository, branch, tip)) await written?.add(repository, branch, made.sha);
  try {
    await octokit.rest.git.updateRef({ ...place, ref: `heads/${branch}`, sha: made.sha, force: false });
  } catch (error) {
    if (failure(error)?.status === 422) return moved;
    throw error;
  }
  return { result: "done", url: made.html_url, number: null };
}

/** The commits of a pull request, oldest first, at most 250 (GitHub's limit). */
export async function readCommits(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  number: number,
  botLogin: string,
): Promise<readonly BranchCommit[]> {
  const commits = await octokit.paginate(octokit.rest.pulls.listCommits, {
    owner,
    repo,
    pull_number: number,
    per_page: 100,
  });
  return commits.map(({ sha, author, commit, html_url: url }) => ({
    sha,
    author: author === null ? null : { login: author.login, id: author.id },
    ours: author?.login === botLogin,
    message: commit.message,
    url,
  }));
}
