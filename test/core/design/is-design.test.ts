import { isDesign } from "../../../src/core/design/is-design.ts";
import { noDocumentText } from "../../../src/core/message/no-document.ts";

const file = (...titles: readonly string[]) => ({
  path: "text/0001-shelves.md",
  text: `# Shelves\n\n${titles.map((title) => `## ${title}\n\nShelves MUST be lit.\n`).join("\n")}`,
});

it.each([
  [["Motivation", "Detailed design", "Drawbacks"]],
  [["1. Summary", "2. Motivation", "5. Rationale and alternatives"]],
  [["Abstract", "Motivation", "Specification", "Rationale"]],
  [["Motivation", "Unresolved questions"]],
  [["Context and Problem Statement", "Decision Outcome", "Consequences"]],
])("is a design, by its sections: %s", (titles) => {
  expect(isDesign(file(...titles))).toBe(true);
});

it.each([
  [["Purpose", "Requirements"]],
  [["Motivation", "Requirements"]],
  [["Context", "Requirements", "Consequences of a lost book"]],
  [["Overview", "Open Questions", "Alternatives"]],
])("is none: %s", (titles) => {
  expect(isDesign(file(...titles))).toBe(false);
});

it("says that it is one, and what it leaves to its authors", () => {
  const { path } = file();
  expect(noDocumentText({ why: "design", files: [path], open: null })).toBe(
    "no document: text/0001-shelves.md is itself a design. Who wants one beside it all the same names entries to get one.",
  );
  expect(noDocumentText({ why: "design", files: [path], open: { count: 1, file: path, line: 9 } })).toContain(
    " 1 question of its own, from text/0001-shelves.md:9 on, is for its authors to answer there. ",
  );
});
