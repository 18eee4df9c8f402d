import { findSpecs } from "../../../src/core/entries/find-specs.ts";

it("names files with at least two entries of the author's own IDs", () => {
  const point = (id: string): string => `- \`(${id})\` The client must wait.`;
  const files = [
    { path: "features.md", text: [point("AB1"), point("AB2"), point("AB3")].join("\n") },
    { path: "two.md", text: [point("AB1"), point("AB2")].join("\n") },
    { path: "one.md", text: point("AB1") },
    { path: "rules.md", text: "# Wire\n\nA MUST b.\n\nC MUST d.\n\nE MUST f.\n" },
    { path: "notes.md", text: "Nothing binding." },
  ];
  expect(findSpecs(files)).toEqual([
    { path: "features.md", dialect: "code-id-list", entries: 3 },
    { path: "two.md", dialect: "code-id-list", entries: 2 },
  ]);
});
