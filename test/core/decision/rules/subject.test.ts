import { askedReview } from "../../../../src/core/design/asked-review.ts";
import { byRules } from "../../../../src/core/decision/rules/by-rules.ts";
import { changeOf, contextOf } from "../../../support/spec-builders.ts";

const wordsIn = (text: string): string => byRules(changeOf(null, text), contextOf()).reason;

test("what a paragraph of motives says is no reason", () => {
  const story = "A baker turns the tray by a robust, resilient and intuitive gesture.";
  const why = "**Why this priority**: Bakers need flexibility. They occasionally bake at night, smoothly.";
  expect(wordsIn(story)).toContain("robust");
  expect(wordsIn(`${why}\n\nA baker turns the tray.`)).toBe("");
  expect(wordsIn(`${story}\n\n${why}`)).not.toContain("occasionally");
  expect(wordsIn(`${why}\n\n${story}`)).toContain("robust");
});

test("being able to is the grammar of a demand", () => {
  const told = wordsIn("Bakers MUST be able to stop the oven gracefully and robustly.");
  expect(told).not.toContain("be able to");
  expect(told).toContain("gracefully");
});

test("words of the titles of a document and its stories are its subject", () => {
  const text = [
    "# Feature Specification: Oven Orchestration",
    "",
    "### User Story 1 - Resilient Trays (Priority: P1)",
    "",
    "A baker loads the trays.",
    "",
    "- **FR-001**: Trays MUST be resilient and orchestrated by the oven.",
    "- **FR-002**: Trays MUST be loaded gracefully, robustly and seamlessly, as appropriate.",
  ].join("\n");
  const headFiles = [{ path: "specs/004-oven/spec.md", text }];
  const { recommendations } = askedReview({ base: "b", head: "h", baseFiles: [], headFiles });
  const said = new Map(recommendations.map(({ change, path, reason }) => [change.id, [path, reason]]));
  expect(said.get("specs/004-oven#FR-001")).toEqual(["code", ""]);
  expect(said.get("specs/004-oven#FR-002")?.[0]).toBe("design");
});

test("the title of a requirement says what it is about", () => {
  const text =
    "# Oven\n\n## Requirements\n\n### Requirement: Rate limiting\n\nThe oven SHALL support rate limiting of trays.\n\n#### Scenario: Ten trays\n\n- **WHEN** ten trays wait\n- **THEN** the oven takes 4\n\n### Requirement: Trays\n\nThe oven SHALL support rate limiting of trays.\n";
  const headFiles = [{ path: "openspec/specs/oven/spec.md", text }];
  const { recommendations } = askedReview({ base: "b", head: "h", baseFiles: [], headFiles });
  const reasonOf = (name: string) =>
    recommendations.find(({ change }) => change.id.endsWith(`#${name}`))?.reason;
  expect(reasonOf("Rate limiting")).toBe("");
  expect(reasonOf("Trays")).toContain("rate limiting");
});
