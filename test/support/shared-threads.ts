import { createReviewThreads } from "../../src/shell/spec-worker/review-threads.ts";

/** For the servers of a whole test file: each would load the review into a thread of its own, for a third of a second. */
export const sharedThreads = createReviewThreads();
afterAll(() => {
  sharedThreads.close();
});
