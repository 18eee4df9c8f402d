import type { Review } from "../decision/review.ts";
import type { CommentContext } from "../message/comment-context.ts";
import type { FailOn } from "../message/gate.ts";
import { marker } from "../message/marker.ts";
import { notReviewedMessage } from "../message/not-reviewed.ts";
import { nothingLeftMessage } from "../message/nothing-left.ts";
import { reviewComment } from "../message/review-comment.ts";
import { sha256 } from "../entries/sha256.ts";
import type { GitHubAction } from "./action.ts";
import { planCheck, planEmptyCheck } from "./plan-check.ts";

interface ReviewFacts {
  /** Null when the pull request changes no spec file. */
  readonly review: Review | null;
  readonly context: CommentContext;
  readonly headSha: string;
  /** SHA-256 of our sticky comment's body as it was written last, or null: there is none. */
  readonly existing: string | null;
  /** When the check run fails. */
  readonly failOn: FailOn;
}

/**
 * What the bot does with a review. Silent where nothing changed and every spec was read: a comment is then edited if there
 * is one, never created. The same facts give the same actions, and a comment that already says this is not written again.
 */
export function planReview({ review, context, headSha, existing, failOn }: ReviewFacts): GitHubAction[] {
  const isEmpty = review === null || review.recommendations.length === 0;
  const unread = (review?.unread ?? []).filter(({ isExpected }) => isExpected);
  if (review === null || isEmpty) {
    const isNews = context.notices.length > 0 || unread.length > 0;
    const check = planEmptyCheck(review, { headSha, failOn });
    if (existing === null && !isNews) return check;
    return [...comment(nothingLeftMessage(context, unread), existing, isNews), ...check];
  }
  const { body, overflow } = reviewComment(review, context);
  return [
    ...comment(body, existing, true),
    planCheck(review, { overflow, headSha, failOn, forgets: context.forgets === true }),
  ];
}

/** In the review's place: why there is none. */
export function planNotReviewed(why: string): GitHubAction {
  return { type: "upsert-comment", marker: marker("review"), body: notReviewedMessage(why), create: true };
}

function comment(body: string, existing: string | null, create: boolean): GitHubAction[] {
  if (existing === sha256(body)) return [];
  return [{ type: "upsert-comment", marker: marker("review"), body, create }];
}
