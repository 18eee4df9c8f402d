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

test("what changed in no entry is told by its headings, of a renamed file only what differs from what it was", () => {
  const page = (lead: string, rest: readonly string[]) =>
    [
      "# Returns",
      "",
      lead,
      "",
      "## Scope",
      "",
      ...rest,
      "- `(RT1)` A parcel is booked in.",
      "- `(RT2)` A box is kept.",
    ].join("\n");
  const old = { path: "spec/returns.md", text: page("All of it.", ["Parcels only."]) };
  const now = {
    path: "spec/04-returns.md",
    text: page("All of it.", ["Parcels and boxes.", "", "No cans.", ""]),
  };
  const told = reviewTable(askedReview({ base: "b", head: "h", baseFiles: [old], headFiles: [now] }));
  expect(told).toContain("Changed outside every entry, by line: spec/04-returns.md: Scope (7, 9).");
});
