import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { documentOf } from "../../../src/core/design/design-document.ts";
import { designFacts } from "../../../src/core/design/design-facts.ts";
import { questionsIn } from "../../../src/core/design/questions-in.ts";
import { teamDesign, withOpenDecisions } from "../../../src/core/design/team-design.ts";
import { fingerprint } from "../../../src/core/entries/fingerprint.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";

const requirements = `# Requirements Document

## Requirements

### Requirement 1: Reminders

**User Story:** As a member, I want reminders, so that I return books in time.

#### Acceptance Criteria

1. WHEN a book is due THEN the system SHALL remind the member within a reasonable time limit.
2. WHEN several books are due THEN the system SHALL choose a suitable order.
`;
const folder = ".kiro/specs/reminders";
const specFiles = [{ path: `${folder}/requirements.md`, text: requirements }];
const review = reviewSpecs({
  ...{ base: "a".repeat(40), head: "b".repeat(40) },
  ...{ baseFiles: [], headFiles: specFiles },
});
const facts = designFacts({
  workPackage: { slug: "reminders", entries: review.recommendations.map(({ change }) => change.id) },
  ...{ review, targets: [], folder: "design", beside: true, fingerprint, specFiles },
  link: (file, line) => `${file}#L${String(line)}`,
  entriesAtHead: parseSpec(specFiles).files.flatMap((file) => file.entries),
});

test("a design of a feature's folder goes there, and is short", () => {
  const { path, content } = documentOf(facts, null);
  expect(path).toBe(`${folder}/design.md`);
  const text = content ?? "";
  expect([...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title)).toEqual([
    "Intent",
    "Open questions",
    "Decisions",
  ]);
  expect(text).not.toMatch(/\.\.|Nothing in the entries|No interface|no test data/);
});

test("the team's design gets the open decisions at its end, once, and no twin", () => {
  const own = { path: `${folder}/design.md`, text: "# Design\n\nA job runs nightly.\n" };
  expect(teamDesign(facts, [own])).toBe(own);
  const { path, content } = withOpenDecisions(own, facts, null) ?? {};
  expect(path).toBe(own.path);
  expect(content).toMatch(/^# Design\n\nA job runs nightly\.\n\n## Open questions\n\n/);
  expect(content).toMatch(
    /`1\.1` \(added, \[[^\]]+requirements\.md:\d+\]\([^)]+#L\d+\)\):\n\n```text\nWHEN a book is due [^]+```\n\n1\. `reasonable/,
  );
  expect(questionsIn(content ?? "")).toBeGreaterThan(0);
  expect(withOpenDecisions({ ...own, text: content ?? "" }, facts, null)).toBeNull();
});

test("what this program wrote, and an empty file, is no design of the team", () => {
  const written = { path: `${folder}/design.md`, text: documentOf(facts, null).content ?? "" };
  expect(teamDesign(facts, [written])).toBeNull();
  expect(teamDesign(facts, [{ path: `${folder}/plan.md`, text: "\n" }])).toBeNull();
});
