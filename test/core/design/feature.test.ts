import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import type { SourceFile } from "../../../src/core/entries/entry.ts";
import { featureFolder, featureTitle, featuresOf } from "../../../src/core/design/feature.ts";
import { planGeneration } from "../../../src/core/plan/plan-generation.ts";

function designsOf(headFiles: readonly SourceFile[]) {
  const review = reviewSpecs({ base: "a".repeat(40), head: "b".repeat(40), baseFiles: [], headFiles });
  const selected = review.recommendations.map(({ change, path }) => ({ id: change.id, path }));
  const features = featuresOf(
    review.recommendations.map(({ change }) => change),
    headFiles,
  );
  const facts = { workPackages: review.workPackages, selected, targets: [], together: false };
  return {
    packages: review.workPackages.length,
    units: planGeneration({ ...facts, path: "design", features }),
  };
}

const story = (
  number: number,
  title: string,
): string => `### User Story ${String(number)} - ${title} (Priority: P1)

A guest wants it to be pleasant; it should respond quickly.

**Acceptance Scenarios**:

1. **Given** a guest, **When** they open the page, **Then** the list of seats is shown.

`;
const stories = ["Book a seat", "Cancel a seat", "Wait for a seat"];
const seats = `# Feature Specification: Seats

## User Scenarios & Testing

${stories.map((title, index) => story(index + 1, title)).join("")}
## Requirements

### Functional Requirements

- **FR-001**: System MUST hold a seat for 10 minutes.
- **FR-002**: System MUST offer a seat to whoever waits, in a fair order.
`;

test("a spec-kit feature with three stories is one design, named after its folder", () => {
  const { packages, units } = designsOf([{ path: "specs/004-seats/spec.md", text: seats }]);
  expect(packages).toBeGreaterThan(1);
  expect(units.map(({ key }) => key)).toEqual(["design/seats"]);
});

test("features of two folders are two designs, each with its own name", () => {
  const { units } = designsOf([
    { path: "specs/004-seats/spec.md", text: seats },
    { path: "specs/005-seats/spec.md", text: seats },
  ]);
  expect(units.map(({ slug }) => slug)).toEqual(["seats", "seats-2"]);
});

const protocol = `# Relay protocol

## 3. Delivery

### Order

- \`(DL1)\` A message is delivered in the order in which it was sent.

### Loss

- \`(DL2)\` A message that is lost is sent again, up to 3 times.

## 4. Presence

- \`(PR1)\` A member that leaves is reported within 15 seconds.
`;

test("packages of one chapter come together under its heading, those of another do not", () => {
  const { units } = designsOf([{ path: "protocol.md", text: protocol }]);
  expect(units.map(({ slug, entries }) => [slug, entries])).toEqual([
    ["delivery", ["DL1", "DL2"]],
    ["presence", ["PR1"]],
  ]);
});

test.each([
  ["specs/004-seats/spec.md", "specs/004-seats"],
  ["apps/a/specs/004-seats/contracts/api.md", "apps/a/specs/004-seats"],
  [".kiro/specs/seats/requirements.md", ".kiro/specs/seats"],
  ["openspec/changes/add-seats/specs/booking/spec.md", "openspec/changes/add-seats"],
  ["openspec/specs/booking/spec.md", "openspec/specs/booking"],
  ["docs/spec.md", null],
  ["spec.md", null],
  ["specs/protocol.md", null],
])("%s is of the feature in %s", (file, folder) => {
  expect(featureFolder(file)).toBe(folder);
});

test("a chapter whose heading stands in any document is called by the document's title", () => {
  const text = protocol.replace("## 3. Delivery", "## Overview");
  const { units } = designsOf([{ path: "protocol.md", text }]);
  expect(units.map(({ slug }) => slug)).toEqual(["relay-protocol", "presence"]);
});

test.each([
  ["# Requirements Document: Seat worker", "Seat worker"],
  ["# Mobile Seats - MVP Requirements", "Mobile Seats"],
  ["# Seat Specification", "Seat"],
  ["# Enhanced Seat Design", "Enhanced Seat Design"],
  ["# Seat Map – Design", "Seat Map"],
  ["# Seat Map Design Document", "Seat Map"],
  ["# seat-cli-map Specification", "Seat CLI map"],
  ["# Feature Specification: Seats", "Seats"],
  ["# all.md", "Seat CLI"],
  ["# Requirements Document", "Seat CLI"],
  ["# Client library features", "Client library features"],
])("%s is called %s", (heading, name) => {
  const file = ".kiro/specs/seat-cli/requirements.md";
  const text = `${heading}\n\nThe CLI shows seats.\n`;
  expect(featureTitle([{ file, after: null, before: null }], [{ path: file, text }])).toBe(name);
});
