import { acceptanceCriteria } from "../../../../src/core/entries/dialects/acceptance-criteria.ts";
import { read } from "../../../support/read-entries.ts";

const outline = (...lines: string[]) =>
  read(acceptanceCriteria, "a.md", ...lines).entries.map(({ id, kind, text }) => [
    id.replace("a.md#", ""),
    kind,
    text,
  ]);
const ids = (...lines: string[]) => outline(...lines).map(([id]) => id);

it.each([
  ["### Requirement 1: Title", "Requirement 1", "Title", "1.7"],
  ["### Requirement 1", "Requirement 1", "", "1.7"],
  ["### Requirement 1.2a - Title", "Requirement 1.2a", "Title", "1.2a.7"],
  ["### User Story 3: Title", "User Story 3", "Title", "User Story 3.7"],
  ["### US-3. Title", "US-3", "Title", "US-3.7"],
  ["### FR3 — Title", "FR3", "Title", "FR3.7"],
  ["### NFR 3: Title", "NFR 3", "Title", "NFR 3.7"],
  ["### TR-1: Title", "TR-1", "Title", "TR-1.7"],
  ["### 需求 3 登录", "需求 3", "登录", "3.7"],
  ["### Gereksinim 2: Kilit", "Gereksinim 2", "Kilit", "2.7"],
  ["### Wymaganie 2 – Blokada", "Wymaganie 2", "Blokada", "2.7"],
  ["### Requirement: Title", "Requirement: Title", "Title", "Requirement: Title.7"],
  ["### User Story: Title", "User Story: Title", "Title", "User Story: Title.7"],
])("%j with item 7 is %s and %s", (line, id, title, criterion) => {
  expect(outline(line, "7. it is so")).toEqual([
    [id, "requirement", title],
    [criterion, "criterion", "it is so"],
  ]);
});

it.each([
  "### Requirements",
  "### Requirement 1234",
  "### Requirement 1 of many",
  "### TR-1 Title",
  "### tr-1: Title",
  "### ABCDEF-1: Title",
  "> ### Requirement 1",
  "### The Requirement 1",
  "### Requirement:",
])("%j is none", (line) => {
  expect(ids(line, "1. WHEN a THE b SHALL c")).toEqual([]);
});

describe("criteria below a requirement", () => {
  const below = (...lines: string[]) =>
    outline("### Requirement 1", ...lines)
      .slice(1)
      .map(([id, , text]) => [id, text]);

  it.each<[string, string[], string[][]]>([
    [
      "are its numbered items",
      ["1. one", "2. two"],
      [
        ["1.1", "one"],
        ["1.2", "two"],
      ],
    ],
    ["are no bullets", ["- one"], []],
    ["are no items below items", ["1. one", "   1. inner"], [["1.1", "one\n1. inner"]]],
    ["are no quoted items", ["> 1. one"], []],
    [
      "count on past numbers that are taken",
      ["1. one", "", "Words.", "", "1. again", "3. three"],
      [
        ["1.1", "one"],
        ["1.2", "again"],
        ["1.3", "three"],
      ],
    ],
    [
      "may carry their number",
      ["- 1.1 one", "- **1.2** two", "- 1.3: three", "- **1.4.** four"],
      [
        ["1.1", "one"],
        ["1.2", "two"],
        ["1.3", "three"],
        ["1.4", "four"],
      ],
    ],
    [
      "may be lines of a paragraph",
      ["1.1 one", "more", "1.2 two"],
      [
        ["1.1", "one\nmore"],
        ["1.2", "two"],
      ],
    ],
    [
      "may be paragraphs in EARS",
      ["WHEN a,", "the b SHALL c", "", "Words.", "", "IF d, e SHALL f"],
      [
        ["1.1", "WHEN a,\nthe b SHALL c"],
        ["1.2", "IF d, e SHALL f"],
      ],
    ],
    [
      "are no paragraphs where there are numbers",
      ["1. one", "", "# WHEN", "WHILE a, b SHALL c"],
      [["1.1", "one"]],
    ],
    [
      "begin behind their label",
      ["1. a note", "", "**Acceptance Criteria**", "", "1. one"],
      [["1.1", "one"]],
    ],
    [
      "know their label in other languages",
      ["1. a note", "", "#### 受け入れ基準", "", "1. one"],
      [["1.1", "one"]],
    ],
    [
      "take no other label",
      ["1. a note", "", "**Notes**", "", "2. one"],
      [
        ["1.1", "a note"],
        ["1.2", "one"],
      ],
    ],
  ])("%s", (_, lines, expected) => {
    expect(below(...lines)).toEqual(expected);
  });
});

it.each([
  "WHEN a THE b SHALL c",
  "IF a, b SHALL c",
  "WHILE a, b SHALL c",
  "WHERE a, b SHALL c",
  "THE b SHALL c",
  "GIVEN a, b SHALL c",
])("%j is EARS", (text) => {
  expect(ids("### Requirement 1", text)).toEqual(["Requirement 1", "1.1"]);
});

it.each([
  "when a the b shall c",
  "WHEN a",
  "b SHALL c",
  "> WHEN a THE b SHALL c",
  "- WHEN a THE b SHALL c",
  "WHENEVER a b SHALL c",
])("%j is none", (text) => {
  expect(ids("### Requirement 1", text)).toEqual(["Requirement 1"]);
});

it("a requirement below another is inside it, and its criteria are its own", () => {
  const spec = read(
    acceptanceCriteria,
    "a.md",
    "# Spec",
    "## Requirement 1: A",
    "1. one",
    "### FR-1: B",
    "1. two",
    "## Notes",
    "1. no",
  );
  expect(
    spec.entries.map(({ id, parent, section, line, endLine }) => [id, parent, section, line, endLine]),
  ).toEqual([
    ["a.md#Requirement 1", null, "Spec", 2, 5],
    ["a.md#1.1", "a.md#Requirement 1", "Spec › Requirement 1: A", 3, 3],
    ["a.md#FR-1", "a.md#Requirement 1", "Spec › Requirement 1: A", 4, 5],
    ["a.md#FR-1.1", "a.md#FR-1", "Spec › Requirement 1: A › FR-1: B", 5, 5],
  ]);
});
