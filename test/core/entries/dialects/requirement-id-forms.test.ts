import { requirementId } from "../../../../src/core/entries/dialects/requirement-id.ts";
import { read } from "../../../support/read-entries.ts";

const found = (...lines: string[]) =>
  read(requirementId, "a.md", ...lines).entries.map(({ id, kind, text }) => [
    id.replace("a.md#", ""),
    kind,
    text,
  ]);

it.each([
  ["- **FR-001**: x", "FR-001", "x"],
  ["- **FR-001:** x", "FR-001", "x"],
  ["- **FR-001**. x", "FR-001", "x"],
  ["- **FR-001** x", "FR-001", "x"],
  ["- **FR-001 (P1)**: x", "FR-001", "x"],
  ["- **FR-001: Title** x", "FR-001", "**Title** x"],
  ["- **FR-001: Title**", "FR-001", "Title"],
  ["- **FR001**: x", "FR001", "x"],
  ["- *FR-001*: x", "FR-001", "x"],
  ["- FR-001: x", "FR-001", "x"],
  ["- FR1: x", "FR1", "x"],
  ["- [REQ-1] x", "REQ-1", "x"],
  ["- `REQ_12` – x", "REQ_12", "x"],
  ["- REQ_12: x", "REQ_12", "x"],
  ["- **REQ_12** The x", "REQ_12", "The x"],
  ["**REQ_12**: x", "REQ_12", "x"],
  ["- REQ\\_12: x", "REQ_12", "x"],
  ["- **REQ\\_AUTH\\_12**: x", "REQ_AUTH_12", "x"],
  ["**REQ\\_12** The x", "REQ_12", "The x"],
  ["- FR-1.2.3 The x", "FR-1.2.3", "The x"],
  ["- (AC-1) x", "AC-1", "x"],
  ["- __NFR2__: x", "NFR2", "x"],
  ["* [x] US-1. x", "US-1", "x"],
  ["> **FR-001**: x", "FR-001", "x"],
  ["REQ-7: x", "REQ-7", "x"],
  ["REQ-7 Every x", "REQ-7", "Every x"],
  ['- <a id="fr-1"></a>**FR-1**: x', "FR-1", "x"],
  ["- **FR-001**:\u00a0x", "FR-001", "x"],
  ["-\u00a0**FR-001**: x", "FR-001", "x"],
  ["- [ ] **FR-001**: x", "FR-001", "x"],
  ["- [x] **NFR-SEC-12a**: x", "NFR-SEC-12a", "x"],
  ["- **SC-001.2**: x", "SC-001.2", "x"],
  ["- **US12b**: x", "US12b", "x"],
  ["**FR-001**: x", "FR-001", "x"],
  ["- ✅ **FR-001**: x", "FR-001", "x"],
  ["- 🚧 FR-001: x", "FR-001", "x"],
  ["- REQ-AL-01 → x", "REQ-AL-01", "x"],
  ["- REQ-2 => x", "REQ-2", "x"],
  ["- ~~**FR-001**: x y~~", "FR-001", "~~x y~~"],
  ["- ~~**FR-001**~~: ~~x~~ (moved)", "FR-001", "~~x~~ (moved)"],
  ["- ~~FR-001~~ The x", "FR-001", "~~The x~~"],
  ["- <del>**FR-001**: x</del>", "FR-001", "~~x</del>"],
])("%j is the requirement %s", (line, id, text) => {
  expect(found(line)).toEqual([[id, "requirement", text]]);
});

it.each([
  "- FR-001 is done",
  "FR-001 must be read first.",
  "- FR-001, FR-002: both",
  "- REQ\\_12, REQ\\_13: both",
  "- REQ\\_12 is done",
  "- FR-001 – FR-004: all of them",
  "- [FR-001](#fr-001): x",
  "- T001 Write a test",
  "- **AES-128**: x",
  "- see **FR-001**: x",
  "- **FR-001x2**: y",
  "- **ADR-001**: x",
])("%j is none", (line) => {
  expect(found(line)).toEqual([]);
});

it.each([
  ["## FR-001: Title", "FR-001", "requirement", "Title"],
  ["### FR-SEC-1 — Title", "FR-SEC-1", "requirement", "Title"],
  ["## US1: Title", "US1", "story", "Title"],
  ["### User Story 1 - Title", "User Story 1", "story", "Title"],
  ["### Story 12a: Title", "Story 12a", "story", "Title"],
  ["### user story 3", "user story 3", "story", ""],
  ["### ~~FR-001: Title~~", "FR-001", "requirement", "~~Title~~"],
  ["# FR-001: Title", "FR-001", "requirement", "Title"],
  ["## FR-001", "FR-001", "requirement", ""],
  ["## FR-001 Title", "FR-001", "requirement", "Title"],
  ["## [FR-001] Title", "FR-001", "requirement", "Title"],
  ["## **FR-001: Title**", "FR-001", "requirement", "Title"],
  ["## Title (FR-001)", "FR-001", "requirement", "Title"],
  ["## Title {#FR-001}", "FR-001", "requirement", "Title"],
  ["### 2.1 FR-001 Title", "FR-001", "requirement", "Title"],
  ["### Story 1.2: Title", "Story 1.2", "story", "Title"],
])("the heading %j is %s", (line, id, kind, text) => {
  expect(found(line)).toEqual([[id, kind, text]]);
});

it.each(["## About FR-001: x", "> ## FR-001: x", "## User Stories", "## Story 1234: x"])(
  "the heading %j is none",
  (line) => {
    expect(found(line)).toEqual([]);
  },
);

it("rows are keyed by their first cell and say the others", () => {
  const table = [
    "| ID | Rule | Why |",
    "|---|---|---|",
    "| FR-001 | one | |",
    "| **FR-002** | | two |",
    "| `FR-003` | three | so |",
    "| see FR-004 | no | |",
  ];
  expect(found(...table)).toEqual([
    ["FR-001", "requirement", "one"],
    ["FR-002", "requirement", "two"],
    ["FR-003", "requirement", "three | so"],
  ]);
  expect(found(...table.map((line) => `> ${line}`))).toEqual([]);
  expect(found("| FR-001 |", "|---|", "| FR-002 |")).toEqual([]);
});

it("entities are named in bold at the top of a list below such a heading", () => {
  expect(
    found(
      "## Key Entities",
      "- **Row**: a line",
      "- **Cell:** a field",
      "  - **Inner**: no",
      "- plain",
      "**Paragraph**: no",
    ),
  ).toEqual([
    ["Entity: Row", "entity", "**Row**: a line"],
    ["Entity: Cell", "entity", "**Cell:** a field\n  - **Inner**: no".replace("  - **Inner", "- **Inner")],
  ]);
  expect(found("## The Entity", "- **Row**: a line").map(([id]) => id)).toEqual(["Entity: Row"]);
  expect(found("## Identity", "- **Row**: a line")).toEqual([]);
  expect(found("- **Row**: a line")).toEqual([]);
});

it("IDs of one paragraph end where the next begins; those of two reach to their ends", () => {
  const spec = read(
    requirementId,
    "a.md",
    "# T",
    "## S",
    "**FR-001**: one",
    "more",
    "**FR-002**: two",
    "more",
    "",
    "**FR-003**: three",
  );
  expect(
    spec.entries.map(({ id, line, endLine, section, parent }) => [id, line, endLine, section, parent]),
  ).toEqual([
    ["a.md#FR-001", 3, 4, "T › S", null],
    ["a.md#FR-002", 5, 6, "T › S", null],
    ["a.md#FR-003", 8, 8, "T › S", null],
  ]);
});

it("an ID that stands twice is reported with the place of the first", () => {
  const { findings } = read(requirementId, "a.md", "- **FR-001**: x", "- **FR-001**: y", "- **FR-001**: z");
  expect(findings.map(({ line, message }) => `${line}: ${message}`)).toEqual([
    "2: a.md#FR-001 is also the ID of the requirement in line 1; give one of them its own.",
    "3: a.md#FR-001 is also the ID of the requirement in line 1; give one of them its own.",
  ]);
  const many = Array.from({ length: 300 }, () => "- **FR-001**: x");
  expect(read(requirementId, "a.md", ...many).findings).toHaveLength(200);
});

it.each([
  ["## PW-1", "## PW-2"],
  ["### PW1", "### PW2"],
  ["## PW-1 Length", "## PW-2 Lock"],
])("headings that count from one on are IDs, whatever their letters: %j, %j", (first, second) => {
  const lines = ["# Passwords", "", first, "", "At least 12 characters.", "", second, "", "Locked after 5."];
  const titles = [first, second].map((heading) => /^#+ \S+ ?(.*)$/.exec(heading)?.[1] ?? "");
  const texts = ["At least 12 characters.", "Locked after 5."];
  expect(found(...lines).map(([id, , text]) => [id?.replace("-", ""), text])).toEqual(
    ["PW1", "PW2"].map((id, i) => [id, [titles[i], texts[i]].filter((part) => part !== "").join("\n\n")]),
  );
});

it.each([
  ["## AES-128", "## AES-256"],
  ["## H1", "## H2"],
  ["## EC2", "## S3"],
  ["## Part 1", "## Part 2"],
])("headings that name other things are none: %j, %j", (...headings) => {
  expect(found("# Notes", ...headings.flatMap((heading) => ["", heading, "", "Some text."]))).toEqual([]);
});
