import type { Review } from "../../core/decision/review.ts";
import type { ReviewRequest } from "../../core/decision/review-specs.ts";
import { ReviewThread } from "./review-thread.ts";

/** Time one review may take; the largest known spec takes a hundredth of it. */
export const reviewDeadlineMs = 30_000;

export interface ReviewThreads {
  /**
   * `reviewSpecs` on a thread of its own, so that the event loop that answers webhooks goes on. Throws UserError when the
   * deadline or the memory is used up, and what `reviewSpecs` throws.
   */
  readonly review: (request: ReviewRequest) => Promise<Review>;
  readonly close: () => void;
}

/** As many threads as there are reviews at once, which the queue bounds; one waits for the next review. */
export function createReviewThreads(deadlineMs = reviewDeadlineMs): ReviewThreads {
  const idle: ReviewThread[] = [];
  let closed = false;
  return {
    async review(request) {
      const thread = idle.pop() ?? new ReviewThread();
      const review = await thread.review(request, deadlineMs);
      if (idle.length === 0 && !closed) idle.push(thread);
      else thread.end();
      return review;
    },
    close() {
      closed = true;
      idle.pop()?.end();
    },
  };
}
