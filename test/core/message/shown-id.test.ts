import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { changedEntries } from "../../../src/cli/changed-entries.ts";
import { reviewTable } from "../../../src/core/message/review-table.ts";
import { shownId } from "../../../src/core/message/shown-id.ts";

const feature = (path: string, ...ids: string[]) => ({
  path,
  text: ["# Feature", "", ...ids.map((id) => `- **${id}**: The app MUST wait 3 s.`), ""].join("\n"),
});
const reviewOf = (...headFiles: { path: string; text: string }[]) =>
  reviewSpecs({ base: "b", head: "h", baseFiles: [], headFiles });

it("shows an ID without the folder that qualifies it, and as much of it as tells two apart", () => {
  const review = reviewOf(
    feature("apps/web/specs/001-login/spec.md", "FR-001", "FR-002"),
    feature("apps/web/specs/002-pay/spec.md", "FR-001"),
    feature("apps/tv/specs/002-pay/spec.md", "FR-001"),
  );
  const shown = review.recommendations.map(({ change }) => shownId(change.id, review));
  expect(shown).toEqual([
    "001-login#FR-001",
    "FR-002",
    "web/specs/002-pay#FR-001",
    "tv/specs/002-pay#FR-001",
  ]);
  expect(
    reviewTable(review)
      .split("\n")
      .map((line) => line.split(" ", 1)[0]),
  ).toEqual(expect.arrayContaining(shown));
  for (const { change } of review.recommendations)
    expect(changedEntries(review, [shownId(change.id, review)])).toEqual([
      expect.objectContaining({ change }),
    ]);
});

it("leaves an ID alone that nothing qualifies", () => {
  const review = reviewOf({
    path: "a.md",
    text: "- `(AB1)` The client must wait.\n- `(AB2)` It must stop.\n",
  });
  expect(review.recommendations.map(({ change }) => shownId(change.id, review))).toEqual(["AB1", "AB2"]);
});
