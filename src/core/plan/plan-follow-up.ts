import type { FileChange } from "../code/file-change.ts";
import { sha256 } from "../entries/sha256.ts";
import {
  followUpBody,
  followUpCommitMessage,
  followUpTitle,
  type FollowUpText,
} from "../message/follow-up-body.ts";
import { isSameRepository } from "../repository-ref.ts";
import type { FollowUp } from "../state/follow-up.ts";
import type { NotedMandate } from "../state/mandate.ts";
import { type PullRequestPlace, pullRequestKey } from "../state/place.ts";
import type { OpenFollowUp, Repository, StoreAction } from "./action.ts";
import { branchName } from "./branch-name.ts";
import type { SpecLeave } from "./spec-leave.ts";

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

/** Where a follow-up stands. */
export interface FollowUpTarget {
  readonly repository: Repository;
  readonly defaultBranch: string;
}

interface FollowUpFacts {
  readonly source: SourcePullRequest;
  readonly leave: SpecLeave;
  /** Of the repository that it is opened in. */
  readonly defaultBranch: string;
  /** Set where several targets share the repository. */
  readonly branchSuffix: string | null;
  /** Commit the files were made on; see OpenFollowUp. Default: null. */
  readonly from?: string | null;
  readonly text: FollowUpText;
  readonly files: readonly FileChange[];
}

/** The branch, commit and draft pull request for one work package in one target. Same facts, same plan. */
export function planFollowUp(facts: FollowUpFacts): OpenFollowUp {
  const { source, leave, defaultBranch, branchSuffix, text, files, from = null } = facts;
  const { owner, name } = leave.place;
  const target = { repository: { owner, name }, defaultBranch };
  const { stage, workPackage: slug } = text.data;
  const title = followUpTitle(text);
  return {
    type: "open-follow-up",
    repository: target.repository,
    branch: branchName({
      ...{ stage, pullRequest: source.number, slug, target: branchSuffix },
      spec: specNamedIn(source.repository, target.repository),
    }),
    base: followUpBase(source, target),
    from,
    title,
    body: followUpBody(text),
    commitMessage: followUpCommitMessage(text),
    files,
  };
}

/** A follow-up that stands on GitHub. */
interface OpenedFollowUp {
  readonly place: PullRequestPlace;
  readonly url: string;
  readonly source: PullRequestPlace;
  readonly opened: OpenFollowUp;
  /** The branch that it goes into. */
  readonly into: string;
  readonly text: FollowUpText;
  readonly designCommit: string | null;
  readonly mandate: NotedMandate;
  /** The delivery that led to it. */
  readonly deliveryId: string;
}

/** Keeps what it was made from, and has the spec pull request's comment name it. */
export function planRecord(facts: OpenedFollowUp): readonly StoreAction[] {
  const { place, url, source, opened, into, text, designCommit, mandate, deliveryId } = facts;
  const { data } = text;
  const made = { data, designCommit, mandate };
  const followUp: FollowUp = {
    ...{ ...place, url, source, ...made },
    ...{ state: "draft", told: [], into },
  };
  // An attempt may have been cut off between the two: the key has the review made once.
  const key = `follow-up:${pullRequestKey(source)}:${sha256(`${url} ${opened.body}`).slice(0, 16)}`;
  return [
    { type: "record-follow-up", followUp },
    { type: "request-review", ...source, headSha: data.head, key, deliveryId },
  ];
}

/** Has the spec pull request reviewed again, for the state of its follow-ups. */
export function planSourceReview({ source, data }: FollowUp, deliveryId: string): readonly StoreAction[] {
  return [requestReview(source, data.head, `${deliveryId}:source:review`, deliveryId)];
}

export function planReviewAgain(
  place: PullRequestPlace,
  headSha: string,
  deliveryId: string,
): readonly StoreAction[] {
  return [requestReview(place, headSha, `${deliveryId}:review`, deliveryId)];
}

function requestReview(
  place: PullRequestPlace,
  headSha: string,
  key: string,
  deliveryId: string,
): StoreAction {
  return { type: "request-review", ...place, headSha, key, deliveryId };
}

/** What a branch in the target's repository calls the spec by; null where both are one. */
export function specNamedIn(spec: Repository, target: Repository): string | null {
  return isSameRepository(spec, target) ? null : spec.name;
}

/**
 * Same repository and not merged yet: stacked on the spec's branch. A fork's branch is never built upon, so then, and
 * once merged, the base branch; another repository: its default branch.
 */
export function followUpBase(source: SourcePullRequest, target: FollowUpTarget): string {
  if (!isSameRepository(source.repository, target.repository)) return target.defaultBranch;
  const isOwnBranch =
    source.headRepository !== null && isSameRepository(source.headRepository, source.repository);
  return isOwnBranch && !source.merged ? source.headRef : source.baseRef;
}
