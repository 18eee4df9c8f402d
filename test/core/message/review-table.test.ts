import { askedReview } from "../../../src/core/design/asked-review.ts";
import { reviewTable } from "../../../src/core/message/review-table.ts";

const path = "specs/014-warehouse-returns/spec.md";
const text = [
  "# Returns",
  "",
  "- **FR-001**: A parcel MUST be booked in within a few minutes, as appropriate for the carrier that brings it.",
  "- **FR-002**: A damaged parcel MUST be kept for 14 days.",
].join("\n");
const review = askedReview({ base: "b", head: "h", baseFiles: [], headFiles: [{ path, text }] });
const lengths = (width?: number) =>
  reviewTable(review, width)
    .split("\n")
    .map((line) => line.length);

test("a table fits the terminal: one line an entry where that fits, else the ID and the rest below it", () => {
  expect(Math.max(...lengths(40))).toBeLessThanOrEqual(77);
  expect(Math.max(...lengths(80))).toBeLessThanOrEqual(80);
  expect(reviewTable(review, 40)).toContain("\nFR-002\n  added, Spec → Code\n");
  expect(reviewTable(review, 200)).toBe(reviewTable(review));
  expect(reviewTable(review)).toMatch(/^entry +change +path +why$/m);
});
