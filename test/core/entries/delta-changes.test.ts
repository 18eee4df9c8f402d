import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";

const scenario = (name: string, then: string): string =>
  `#### Scenario: ${name}\n\n- **WHEN** a tray comes\n- **THEN** ${then}\n`;
const requirement = (...scenarios: string[]): string =>
  ["### Requirement: Tray", "", "The oven SHALL show a tray.", "", ...scenarios].join("\n");

test("a requirement that a delta repeats is compared with the spec that it changes", () => {
  const spec = {
    path: "openspec/specs/oven/spec.md",
    text: requirement(scenario("Empty", "the lamp is off"), scenario("Full", "the lamp is red")),
  };
  const text = [
    "## MODIFIED Requirements",
    "",
    requirement(scenario("Empty", "the lamp blinks"), scenario("Hot", "the door is shut")),
    "## ADDED Requirements",
    "",
    "### Requirement: Bell",
    "",
    "The oven SHALL ring.",
  ].join("\n");
  const deltaFile = { path: "openspec/changes/blink/specs/oven/spec.md", text };
  const { diff } = compareSpecs([spec], [spec, deltaFile]);
  const said = diff.changes.map(({ id, kind, before }) => [
    id.replace(/^.*#/, ""),
    kind,
    before?.file ?? null,
  ]);
  expect(said).toContainEqual(["Tray/Empty", "modified", spec.path]);
  expect(said).toContainEqual(["Tray/Hot", "added", null]);
  expect(said).toContainEqual(["Bell", "added", null]);
  // How a new delta is laid out is no news beside its requirements.
  expect(diff.outside).toEqual([]);
});
