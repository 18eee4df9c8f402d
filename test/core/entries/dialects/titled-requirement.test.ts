import { titledRequirement } from "../../../../src/core/entries/dialects/titled-requirement.ts";
import { read } from "../../../support/read-entries.ts";

const spec = read(
  titledRequirement,
  "openspec/specs/cli-list/spec.md",
  "# List",
  "## Requirements",
  "### Requirement: Sorted output",
  "The command SHALL sort by name.",
  "#### Scenario: Two items",
  "- **WHEN** there are two items",
  "- **THEN** the earlier letter comes first",
  "",
  "### Requirement: Quoted header",
  "An example follows.",
  "```markdown",
  "### Requirement: Not one",
  "```",
);

it("names requirements by capability and title, and scenarios below them", () => {
  expect(spec.ids).toEqual([
    "openspec/specs/cli-list#Sorted output",
    "openspec/specs/cli-list#Sorted output/Two items",
    "openspec/specs/cli-list#Quoted header",
  ]);
  expect(spec.parent("openspec/specs/cli-list#Sorted output/Two items")).toBe(
    "openspec/specs/cli-list#Sorted output",
  );
});

it("keeps a scenario's text out of its requirement's", () => {
  expect(spec.text("openspec/specs/cli-list#Sorted output")).toBe("The command SHALL sort by name.");
  expect(spec.lines("openspec/specs/cli-list#Sorted output")).toEqual([3, 8]);
});

it("takes a header inside a fence for text (T27)", () => {
  expect(spec.text("openspec/specs/cli-list#Quoted header")).toContain("### Requirement: Not one");
});

it("reads a delta by its operations, and gives an archived change the scope it had", () => {
  const lines = [
    "## ADDED Requirements",
    "### Requirement: New one",
    "It SHALL be new.",
    "## REMOVED Requirements",
    "### Requirement: Old one",
    "**Reason**: unused",
    "## RENAMED Requirements",
    "- FROM: `### Requirement: Early name`",
    "- TO: `### Requirement: Late name`",
  ];
  const open = read(titledRequirement, "openspec/changes/add-it/specs/cli/spec.md", ...lines);
  const archived = read(
    titledRequirement,
    "openspec/changes/archive/2026-01-31-add-it/specs/cli/spec.md",
    ...lines,
  );
  expect(open.entries.map(({ id, kind, status }) => [id.replace(/^.*#/, ""), kind, status])).toEqual([
    ["New one", "added requirement", "live"],
    ["Old one", "removed requirement", "retired"],
    ["Late name", "renamed requirement", "live"],
  ]);
  expect(open.of("openspec/changes/add-it/specs/cli#Late name").references).toEqual([
    "openspec/changes/add-it/specs/cli#Early name",
  ]);
  expect(archived.ids).toEqual(open.ids);
});

it("reports a title that stands twice", () => {
  const twice = read(
    titledRequirement,
    "specs/a/spec.md",
    "### Requirement: Same",
    "One SHALL be.",
    "### Requirement: Same",
    "Two SHALL be.",
  );
  expect(twice.findings).toMatchObject([{ rule: "duplicate-id", id: "specs/a#Same", line: 3 }]);
});
