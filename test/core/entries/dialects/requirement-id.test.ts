import { requirementId } from "../../../../src/core/entries/dialects/requirement-id.ts";
import { read } from "../../../support/read-entries.ts";

const scope = "specs/007-import#";
const spec = read(
  requirementId,
  "specs/007-import/spec.md",
  "# Feature Specification: Import",
  "### User Story 1 - Import a file (Priority: P1)",
  "Someone imports a file.",
  "**Acceptance Scenarios**:",
  "1. **Given** a file, **When** it is imported, **Then** its rows appear",
  "## Requirements",
  "### Functional Requirements",
  "- **FR-001**: The importer MUST read UTF-8.",
  "  It skips empty rows.",
  "  - **FR-001a**: A row of blanks is empty.",
  "- **FR-002** The limit is [NEEDS CLARIFICATION: how many rows?]",
  "",
  "**FR-003**: first",
  "**FR-004**: second",
  "",
  "| ID | Requirement | Priority |",
  "|----|-------------|----------|",
  "| FR-005 | Rows are counted | P1 |",
  "",
  "### Key Entities",
  "- **Row**: one line of the file",
);

it("reads bullets, paragraphs, rows, stories and entities, qualified by the feature's folder", () => {
  expect(spec.entries.map(({ id, kind }) => [id.slice(scope.length), kind])).toEqual([
    ["User Story 1", "story"],
    ["FR-001", "requirement"],
    ["FR-001a", "requirement"],
    ["FR-002", "requirement"],
    ["FR-003", "requirement"],
    ["FR-004", "requirement"],
    ["FR-005", "requirement"],
    ["Entity: Row", "entity"],
  ]);
  expect(spec.confidence).toBeGreaterThan(0.8);
});

it("keeps a nested ID out of the text around it", () => {
  expect(spec.text(`${scope}FR-001`)).toBe("The importer MUST read UTF-8.\nIt skips empty rows.");
  expect(spec.parent(`${scope}FR-001a`)).toBe(`${scope}FR-001`);
});

it("gives a story its title and scenarios", () => {
  expect(spec.text(`${scope}User Story 1`)).toMatch(/^Import a file \(Priority: P1\)\nSomeone imports/);
  expect(spec.text(`${scope}User Story 1`)).toContain("**Then** its rows appear");
});

it("ends an entry of a paragraph where the next begins", () => {
  expect(spec.text(`${scope}FR-003`)).toBe("first");
  expect(spec.lines(`${scope}FR-003`)).toEqual([13, 13]);
});

it("keeps an open question as text (T25)", () => {
  expect(spec.text(`${scope}FR-002`)).toContain("[NEEDS CLARIFICATION: how many rows?]");
});

it("does not take names with a number for IDs", () => {
  const names = ["AES-128", "AES-192", "AES-256"].map((name) => `- **${name}**: a cipher`);
  expect(read(requirementId, "docs/ciphers.md", ...names).confidence).toBe(0);
  const counted = [1, 2, 3].map((number) => `- **THING-${number}**: a rule`);
  expect(read(requirementId, "docs/rules.md", ...counted).confidence).toBeGreaterThan(0.5);
  const text = counted.join("\n");
  expect(requirementId.recognises({ path: "CHANGELOG.md", text }, "companion")).toBe(0);
});
