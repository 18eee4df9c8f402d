import { requestedEntries } from "../../../src/core/code/requested-entries.ts";
import { buildRecommendation } from "../../support/review.ts";

test("an entry that went is given with what it said, and that nothing takes its place", () => {
  const removed = buildRecommendation({ id: "A1", kind: "removed", path: "none", before: "It beeps twice." });
  const [entry] = requestedEntries([removed], { base: new Map(), head: new Map() });
  expect(entry).toMatchObject({ id: "A1", previousText: "It beeps twice." });
  expect(entry?.text).toContain("taken out of the specification");
  expect(entry?.text).not.toContain("beeps");
});
