import { acceptanceCriteria } from "../../../../src/core/entries/dialects/acceptance-criteria.ts";
import { read } from "../../../support/read-entries.ts";

const path = ".kiro/specs/queue/requirements.md";
const scope = ".kiro/specs/queue#";
const local = (ids: string[]): string[] => ids.map((id) => id.slice(scope.length));

it("reads list ordinals below a requirement as N.1, N.2", () => {
  const spec = read(
    acceptanceCriteria,
    path,
    "### Requirement 1: Retry",
    "**User Story:** As a user, I want retries.",
    "#### Acceptance Criteria",
    "1. WHEN a call fails, THE Queue SHALL retry it",
    "   - at most twice",
    "2. IF it fails again, THEN THE Queue SHALL stop",
    "### Requirement 2",
    "#### Acceptance Criteria",
    "1. WHILE paused, THE Queue SHALL keep calls",
  );
  expect(local(spec.ids)).toEqual(["Requirement 1", "1.1", "1.2", "Requirement 2", "2.1"]);
  expect(spec.parent(`${scope}1.2`)).toBe(`${scope}Requirement 1`);
  expect(spec.text(`${scope}1.1`)).toBe("WHEN a call fails, THE Queue SHALL retry it\n- at most twice");
  expect(spec.text(`${scope}Requirement 1`)).toContain("As a user, I want retries.");
});

it("reads numbers that are written out, also as lines of one paragraph", () => {
  const spec = read(
    acceptanceCriteria,
    path,
    "### Requirement 3: Order",
    "#### Acceptance Criteria",
    "3.1. WHEN two calls wait, THE Queue SHALL run the older first",
    "3.2. THE Queue SHALL keep ties stable",
  );
  expect(local(spec.ids)).toEqual(["Requirement 3", "3.1", "3.2"]);
  expect(spec.text(`${scope}3.1`)).toBe("WHEN two calls wait, THE Queue SHALL run the older first");
});

it("counts on where every item says 1.", () => {
  const spec = read(
    acceptanceCriteria,
    path,
    "## US-4: Pause",
    "**Acceptance Criteria:**",
    "1. The queue pauses",
    "1. The queue resumes",
  );
  expect(local(spec.ids)).toEqual(["US-4", "US-4.1", "US-4.2"]);
});

it("leaves numbered notes before the criteria to the requirement", () => {
  const spec = read(
    acceptanceCriteria,
    path,
    "### Requirement 1: Retry",
    "1. a note",
    "",
    "#### Acceptance Criteria",
    "1. THE Queue SHALL retry",
  );
  expect(local(spec.ids)).toEqual(["Requirement 1", "1.1"]);
  expect(spec.text(`${scope}1.1`)).toBe("THE Queue SHALL retry");
});
