import { verdictLine } from "../../../src/core/message/verdict-line.ts";
import { buildReview } from "../../support/review.ts";

test("where no entry changed it says so, and no more than was read", () => {
  const review = buildReview([]);
  const unread = [{ file: "docs/a.md", why: "No IDs.", config: null, isExpected: true }];
  expect(verdictLine(review)).toBe("No entry changed.");
  expect(verdictLine({ ...review, unread, outside: [] })).toBe("No entry was found that changed.");
  const outside = [
    { file: "b.md", heading: "", line: 1, endLine: 1, what: "prose", demands: false, names: [] },
  ] as const;
  expect(verdictLine({ ...review, unread, outside })).toBe("No entry changed in the files that were read.");
});
