import type { Octokit, RestEndpointMethodTypes } from "@octokit/rest";
import type { FileChange } from "../../core/code/file-change.ts";
import type { OpenFollowUp } from "../../core/plan/action.ts";
import type { Applied, FollowUpBranch, RepositoryRef, WrittenCommits } from "../ports.ts";
import { qualifiedRef } from "./qualified-ref.ts";
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
  repository: RepositoryRef,
  ownership: Ownership,
  action: OpenFollowUp,
): Promise<Applied> {
  const place = { owner: repository.owner, repo: repository.name };
  const tip = await branchTip(octokit, place, action.branch);
  const { pull, isTheirs } = await openPull(octokit, place, ownership, action.branch);
  if (isTheirs || (tip !== null && !(await isOurs(octokit, repository, ownership, { ...action, tip })))) {
    return { result: "hands-off", url: pull?.html_url ?? null, number: pull?.number ?? null };
  }
  const written = await writeBranch(octokit, repository, ownership, action, tip);
  if (pull === null) return createPull(octokit, place, action);
  const same = pull.title === action.title && (pull.body ?? "") === action.body;
  if (!same) {
    const { title, body } = action;
    await octokit.rest.pulls.update({ ...place, pull_number: pull.number, title, body });
  }
  return { result: written || !same ? "done" : "unchanged", url: pull.html_url, number: pull.number };
}

/** What stands on a branch of the bot. */
export async function readFollowUp(
  octokit: Octokit,
  repository: RepositoryRef,
  ownership: Ownership,
  { branch, base }: Pick<OpenFollowUp, "branch" | "base">,
): Promise<FollowUpBranch> {
  const place = { owner: repository.owner, repo: repository.name };
  const tip = await branchTip(octokit, place, branch);
  const { pull, isTheirs } =
    tip === null ? { pull: null, isTheirs: false } : await openPull(octokit, place, ownership, branch);
  const handsOff =
    isTheirs || (tip !== null && !(await isOurs(octokit, repository, ownership, { branch, base, tip })));
  return {
    tip,
    handsOff,
    pull:
      pull === null
        ? null
        : {
            ...{ number: pull.number, url: pull.html_url, body: pull.body ?? "" },
            ...{ headSha: pull.head.sha, baseRef: pull.base.ref },
          },
  };
}

export async function branchTip(octokit: Octokit, place: Place, branch: string): Promise<string | null> {
  const answer = await orNull(octokit.rest.git.getRef({ ...place, ref: `heads/${branch}` }));
  return answer?.data.object.sha ?? null;
}

/** The bot's open pull request of a branch. One that somebody else made of it alone makes the branch theirs. */
async function openPull(octokit: Octokit, place: Place, { login }: Ownership, branch: string) {
  const { data } = await octokit.rest.pulls.list({
    ...place,
    head: `${place.owner}:${branch}`,
    state: "open",
  });
  const pull = data.find(({ user }) => user?.login === login) ?? null;
  return { pull, isTheirs: pull === null && data.length > 0 };
}

/** By what a branch is known to be the bot's. */
export interface Ownership {
  /** The bot's. */
  readonly login: string;
  /** Null where nothing is kept: then the authors of the commits have to do. */
  readonly written: WrittenCommits | null;
}

/** Whether only the bot has written on a branch; what was merged is nobody's any more, and nothing of it can be lost. */
export async function isOurs(
  octokit: Octokit,
  repository: RepositoryRef,
  { login, written }: Ownership,
  { base, branch, tip }: Pick<OpenFollowUp, "branch" | "base"> & { readonly tip: string },
): Promise<boolean> {
  if ((await written?.has(repository, branch, tip)) === true) return true;
  const place = { owner: repository.owner, repo: repository.name };
  const basehead = `${qualifiedRef(base)}...${tip}`;
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({ ...place, basehead });
  if (written !== null) return data.total_commits === 0;
  return data.commits.every(({ author }) => author?.login === login);
}

/** True when a commit was made. */
async function writeBranch(
  octokit: Octokit,
  repository: RepositoryRef,
  { written }: Ownership,
  action: OpenFollowUp,
  tip: string | null,
): Promise<boolean> {
  const place = { owner: repository.owner, repo: repository.name };
  const { base, branch, files, commitMessage } = action;
  const start = action.from ?? tip ?? (await requireTip(octokit, place, base));
  const before = await treeOf(octokit, place, start);
  const { data: tree } = await octokit.rest.git.createTree({
    ...place,
    base_tree: before,
    tree: files.map(treeItem),
  });
  const parents = await parentsOf(octokit, place, start, tip);
  if (tip !== null && parents.length === 1 && tree.sha === (await treeOf(octokit, place, tip))) return false;
  const { data: made } = await octokit.rest.git.createCommit({
    ...place,
    message: commitMessage,
    tree: tree.sha,
    parents,
  });
  await written?.add(repository, branch, made.sha);
  if (tip === null)
    await octokit.rest.git.createRef({ ...place, ref: `refs/heads/${branch}`, sha: made.sha });
  else await octokit.rest.git.updateRef({ ...place, ref: `heads/${branch}`, sha: made.sha, force: false });
  return true;
}

type TreeItem = NonNullable<RestEndpointMethodTypes["git"]["createTree"]["parameters"]>["tree"][number];

/** A file as GitHub takes it into a tree. */
export function treeItem({ path, content, isExecutable }: FileChange): TreeItem {
  return {
    path,
    mode: isExecutable === true ? "100755" : "100644",
    type: "blob",
    ...(content === null ? { sha: null } : { content }),
  };
}

async function requireTip(octokit: Octokit, place: Place, branch: string): Promise<string> {
  return (await octokit.rest.git.getRef({ ...place, ref: `heads/${branch}` })).data.object.sha;
}

async function treeOf(octokit: Octokit, place: Place, commit: string): Promise<string> {
  return (await octokit.rest.git.getCommit({ ...place, commit_sha: commit })).data.tree.sha;
}

/** Always a descendant of the branch's tip, so that nothing is forced; a start that moved on is merged in. */
async function parentsOf(
  octokit: Octokit,
  place: Place,
  start: string,
  tip: string | null,
): Promise<string[]> {
  if (tip === null || tip === start) return [start];
  const { data } = await octokit.rest.repos.compareCommitsWithBasehead({
    ...place,
    basehead: `${start}...${tip}`,
  });
  return data.merge_base_commit.sha === start ? [tip] : [tip, start];
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
