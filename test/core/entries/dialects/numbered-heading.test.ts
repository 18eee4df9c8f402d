import { numberedHeading } from "../../../../src/core/entries/dialects/numbered-heading.ts";
import { read } from "../../../support/read-entries.ts";

it.each([
  ["# 1 Title", "1", "Title"],
  ["# 1. Title", "1", "Title"],
  ["## 12.8.9 Title here", "12.8.9", "Title here"],
  ["## A.1 Annex", "A.1", "Annex"],
  ["# A Annex", "A", "Annex"],
  ["## §Null-Values Null values", "§Null-Values", "Null values"],
  ["## <a name='x'></a>2.1 Title {:.class}", "2.1", "Title"],
])("%j is called %s", (line, id, text) => {
  const spec = read(numberedHeading, "a.md", line);
  expect(spec.ids).toEqual([id]);
  expect(spec.text(id)).toBe(text);
});

it.each([
  "# Title",
  "# 1",
  "# 1234 Title",
  "# 1.2.3.4.5.6.7.8 Title",
  "# AB.1 Title",
  "# v1.2 Title",
  "> # 1 Title",
  "# 1.Title",
])("%j has no number", (line) => {
  expect(read(numberedHeading, "a.md", line).ids).toEqual([]);
});

it("nests by headings, takes sections without a number for text, and reports a number that stands twice", () => {
  const spec = read(
    numberedHeading,
    "a.md",
    "# 1 A",
    "## Note",
    "It is.",
    "## 1.1 B",
    "### 1.1.1 C",
    "# 1.1 D",
  );
  expect(
    spec.entries.map(({ id, parent, section, line, endLine }) => [id, parent, section, line, endLine]),
  ).toEqual([
    ["1", null, "", 1, 5],
    ["1.1", "1", "1 A", 4, 5],
    ["1.1.1", "1.1", "1 A › 1.1 B", 5, 5],
    ["1.1", null, "", 6, 6],
  ]);
  expect(spec.text("1")).toBe("A\n\n## Note\nIt is.");
  expect(spec.findings).toMatchObject([
    {
      rule: "duplicate-id",
      id: "1.1",
      line: 6,
      message: "1.1 is also the ID of the section in line 4; give one of them its own.",
    },
  ]);
});

it("takes each heading below a numbered one that lists features or requirements for one of them", () => {
  const spec = read(
    numberedHeading,
    "a.md",
    "## 3. Product",
    "### 3.1 Functional Requirements",
    "#### Epic 1: Loans",
    "- A reader borrows a book.",
    "##### Acceptance Criteria",
    "- The loan is listed.",
    "#### Epic 2: Fines",
    "- A late book costs.",
    "### 3.2 Layout",
    "#### Note",
    "It is wide.",
  );
  expect(spec.entries.map(({ id, parent, line, endLine }) => [id, parent, line, endLine])).toEqual([
    ["3", null, 1, 11],
    ["3.1", "3", 2, 8],
    ["a.md#epic-1-loans", "3.1", 3, 6],
    ["a.md#epic-2-fines", "3.1", 7, 8],
    ["3.2", "3", 9, 11],
  ]);
  expect(spec.text("a.md#epic-1-loans")).toContain("The loan is listed.");
});

it.each([
  ["see §12.2.1 and §A.1, §12.2.1", ["12.2.1", "A.1"]],
  ["see §Null-Values.", ["§Null-Values"]],
  ["see §A and §B-side", ["A", "§B-side"]],
  ["see §1 and 12.2.1", ["1"]],
  ["§ 4", []],
])("%s refers to %j", (text, references) => {
  expect(read(numberedHeading, "a.md", "# 1 A", text).of("1").references).toEqual(references);
});
