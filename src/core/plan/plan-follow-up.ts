import type { FileChange } from "../code/file-change.ts";
import {
  followUpBody,
  followUpCommitMessage,
  followUpTitle,
  type FollowUpText,
} from "../message/follow-up-body.ts";
import type { OpenFollowUp, Repository } from "./action.ts";
import { branchName } from "./branch-name.ts";

/** The spec's pull request, as far as it says where a follow-up goes. */
export interface SourcePullRequest {
  readonly repository: Repository;
  readonly number: number;
  readonly merged: boolean;
  readonly baseRef: string;
  readonly headRef: string;
  /** Null when the fork was deleted. */
  readonly headRepository: Repository | null;
}

export interface FollowUpFacts {
  readonly source: SourcePullRequest;
  readonly target: { readonly repository: Repository; readonly defaultBranch: string };
  /** Set where several targets share the repository. */
  readonly branchSuffix: string | null;
  /** Commit the files were made on; see OpenFollowUp. Default: null. */
  readonly from?: string | null;
  readonly text: FollowUpText;
  readonly files: readonly FileChange[];
}

/** The branch, commit and draft pull request for one work package in one target. Same facts, same plan. */
export function planFollowUp(facts: FollowUpFacts): OpenFollowUp {
  const { source, target, branchSuffix, text, files, from = null } = facts;
  const { stage, workPackage: slug } = text.data;
  const title = followUpTitle(text);
  return {
    type: "open-follow-up",
    repository: target.repository,
    branch: branchName({ stage, pullRequest: source.number, slug, target: branchSuffix }),
    base: followUpBase(source, target),
    from,
    title,
    body: followUpBody(text),
    commitMessage: followUpCommitMessage(text),
    files,
  };
}

/**
 * Same repository and not merged yet: stacked on the spec's branch. A fork's branch is never built upon, so then, and
 * once merged, the base branch; another repository: its default branch.
 */
export function followUpBase(source: SourcePullRequest, target: FollowUpFacts["target"]): string {
  if (!isSame(source.repository, target.repository)) return target.defaultBranch;
  const isOwnBranch = source.headRepository !== null && isSame(source.headRepository, source.repository);
  return isOwnBranch && !source.merged ? source.headRef : source.baseRef;
}

/** GitHub compares names without case. */
function isSame(a: Repository, b: Repository): boolean {
  return a.owner.toLowerCase() === b.owner.toLowerCase() && a.name.toLowerCase() === b.name.toLowerCase();
}
