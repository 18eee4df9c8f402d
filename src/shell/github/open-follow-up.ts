import type { Octokit } from "@octokit/rest";
import type { OpenFollowUp } from "../../core/plan/action.ts";
import type { Applied, RepositoryRef } from "../ports.ts";
import { failure, orNull } from "./request-policy.ts";

interface Place {
  readonly owner: string;
  readonly repo: string;
}

/**
 * One commit on the bot's branch and a draft pull request for it. Safe to run twice: an existing branch gets a commit
 * only when its files differ, an existing pull request is brought up to date. The branch is never forced; a commit
 * that someone else put on it makes it theirs.
 */
export async function openFollowUp(
  octokit: Octokit,
  { owner, name: repo }: RepositoryRef,
  botLogin: string,
  action: OpenFollowUp,
): Promise<Applied> {
  const place = { owner, repo };
  const tip = await branchTip(octokit, place, action.branch);
  const pull = await openPull(octokit, place, action.branch);
  if (tip !== null && (await hasForeignCommit(octokit, place, action, botLogin))) {
    return { result: "hands-off", url: pull?.html_url ?? null, number: pull?.number ?? null };
  }
  const written = await writeBranch(octokit, place, action, tip);
  if (pull === null) return createPull(octokit, place, action);
  const same = pull.title === action.title && (pull.body ?? "") === action.body;
  if (!same) {
    const { title, body } = action;
    await octokit.rest.pulls.update({ ...place, pull_number: pull.number, title, body });
  }
  return { result: written || !same ? "done" : "unchanged", url: pull.html_url, number: pull.number };
}

async function branchTip(octokit: Octokit, place: Place, branch: string): Promise<string | null> {
  const answer = await orNull(octokit.rest.git.getRef({ ...place, ref: `heads/${branch}` }));
  return answer?.data.object.sha ?? null;
}

async function openPull(octokit: Octokit, place: Place, branch: string) {
  const { data } = await octokit.rest.pulls.list({
    ...place,
    head: `${place.owner}:${branch}`,
    state: "open",
  });
  return data[0] ?? null;
}

async function hasForeignCommit(
  octokit: Octokit,
  place: Place,
  { base, branch }: OpenFollowUp,
  botLogin: string,
): Promise<boolean> {
  const basehead = `${base}...${branch}`;
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...place, basehead });
  return data.commits.some(({ author }) => author?.login !== botLogin);
}

/** True when a commit was made. */
async function writeBranch(
  octokit: Octokit,
  place: Place,
  { base, branch, files, commitMessage }: OpenFollowUp,
  tip: string | null,
): Promise<boolean> {
  const parent = tip ?? (await octokit.rest.git.getRef({ ...place, ref: `heads/${base}` })).data.object.sha;
  const { data: commit } = await octokit.rest.git.getCommit({ ...place, commit_sha: parent });
  const { data: tree } = await octokit.rest.git.createTree({
    ...place,
    base_tree: commit.tree.sha,
    tree: files.map(({ path, content }) => ({
      path,
      mode: "100644" as const,
      type: "blob" as const,
      ...(content === null ? { sha: null } : { content }),
    })),
  });
  if (tree.sha === commit.tree.sha && tip !== null) return false;
  const { data: made } = await octokit.rest.git.createCommit({
    ...place,
    message: commitMessage,
    tree: tree.sha,
    parents: [parent],
  });
  if (tip === null)
    await octokit.rest.git.createRef({ ...place, ref: `refs/heads/${branch}`, sha: made.sha });
  else await octokit.rest.git.updateRef({ ...place, ref: `heads/${branch}`, sha: made.sha, force: false });
  return true;
}

async function createPull(octokit: Octokit, place: Place, action: OpenFollowUp): Promise<Applied> {
  const { branch: head, base, title, body } = action;
  const wanted = { ...place, head, base, title, body };
  const { data } = await octokit.rest.pulls.create({ ...wanted, draft: true }).catch((error: unknown) => {
    // Private repositories of some plans have no drafts.
    if (failure(error)?.status === 422 && failure(error)?.message.includes("Draft")) {
      return octokit.rest.pulls.create(wanted);
    }
    throw error;
  });
  return { result: "done", url: data.html_url, number: data.number };
}
