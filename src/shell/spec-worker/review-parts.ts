import type { Recommendation, Review } from "../../core/decision/review.ts";

/** A piece of a review that is read from a message within milliseconds; the last one carries all but the recommendations. */
export type ReviewPart =
  | { readonly recommendations: readonly Recommendation[] }
  | { readonly rest: Omit<Review, "recommendations"> };

/** Recommendations a part. */
const partSize = 100;

/** Cuts a review into parts: reading thousands of entries from one message would block the event loop. */
export function* inParts(review: Review): Generator<ReviewPart> {
  const { recommendations, ...rest } = review;
  for (let i = 0; i < recommendations.length; i += partSize) {
    yield { recommendations: recommendations.slice(i, i + partSize) };
  }
  yield { rest };
}
