import { acceptanceCriteria } from "../../../../src/core/entries/dialects/acceptance-criteria.ts";
import { requirementId } from "../../../../src/core/entries/dialects/requirement-id.ts";
import { codeIdList } from "../../../../src/core/entries/dialects/code-id-list.ts";
import { headingRequirement } from "../../../../src/core/entries/dialects/heading-requirement.ts";
import { ruleLabel } from "../../../../src/core/entries/dialects/rule-label.ts";
import { tableRow } from "../../../../src/core/entries/dialects/table-row.ts";
import { titledRequirement } from "../../../../src/core/entries/dialects/titled-requirement.ts";
import { describeConfidence } from "../../../support/describe-confidence.ts";

const times = (count: number, line: (n: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => line(i + 1));

/** How sure dialects with IDs of the author's own are of a file, and what makes them so; at 0.5 and above a file is read. */
describeConfidence([
  [
    codeIdList,
    [
      ["two markers", 0.97, "a.md", "- `(AB1)` x", "- `(AB2)` x"],
      ["one", 0.8, "a.md", "`(AB1)` x"],
      ["a quoted one", 0, "a.md", "> - `(AB1)` x"],
      ["one in code", 0, "a.md", "```", "- `(AB1)` x", "```"],
      ["one without a digit", 0, "a.md", "- `(AB)` x"],
      ["one in mid-sentence", 0, "a.md", "See `(AB1)` there."],
    ],
  ],
  [
    headingRequirement,
    [
      ["two numbers", 0.97, "a.md", "#### Requirement 1.1", "#### Condition 1.2"],
      ["one", 0.9, "a.md", "#### Conditional Requirement 1.1.1"],
      ["numbers without parts", 0.8, "a.md", "#### Requirement 1", "#### Requirement 2"],
      ["a quoted one", 0, "a.md", "> #### Requirement 1.1"],
      ["a title behind the number", 0.9, "a.md", "#### Requirement 1.1: Title"],
      ["words alone", 0, "a.md", "Requirement 1.1 is named here."],
    ],
  ],
  [
    titledRequirement,
    [
      ["a requirement", 0.95, "a.md", "### Requirement: A", "It SHALL."],
      ["in any case", 0.95, "a.md", "### REQUIREMENT:A"],
      ["a delta alone", 0.7, "a.md", "## Renamed Requirements"],
      ["a quoted one", 0, "a.md", "> ### Requirement: A"],
      ["one without a title", 0, "a.md", "### Requirement:"],
      ["another heading", 0, "a.md", "## New requirements", "## A Requirement: B"],
    ],
  ],
  [
    acceptanceCriteria,
    [
      ["the path", 0.95, "x/.kiro/specs/a/b.md", "### Requirement 1", "1. x"],
      [
        "a label and EARS",
        0.92,
        "a.md",
        "### Requirement 1",
        "**Acceptance Criteria**",
        "1. WHEN a, b SHALL c",
      ],
      ["EARS twice", 0.75, "a.md", "### US-1: A", "1. IF a, b SHALL c", "2. THE b SHALL d"],
      ["EARS once", 0, "a.md", "### US-1: A", "1. IF a, b SHALL c"],
      ["labels", 0.75, "a.md", "### FR 1", "#### Acceptance criteria", "### FR 2"],
      ["one label", 0, "a.md", "### FR 1", "#### Acceptance criteria"],
      ["no requirement", 0, ".kiro/specs/a/b.md", "### Overview", "1. WHEN a, b SHALL c"],
      ["another folder", 0, "kiro/specs/a/b.md", "### Requirement 1", "1. x"],
    ],
  ],
  [
    requirementId,
    [
      ["a known prefix", 0.9, "a.md", "- **FR-001**: x"],
      ["one in a companion", 0, "README.md", "- **FR-001**: done"],
      ["a rule in a companion", 0.9, "README.md", "- **FR-001**: It MUST hold."],
      ["an unknown one, counted on", 0.7, "a.md", ...times(3, (n) => `- **THING-${n}**: x`)],
      [
        "an unknown one, never counted on",
        0,
        "a.md",
        "- **THING-2**: x",
        "- **THING-4**: x",
        "- **THING-7**: x",
      ],
      ["two stories", 0.6, "a.md", "## User Story 1 - A", "## User Story 2 - B"],
      ["one story", 0, "a.md", "## User Story 1 - A"],
      ["entities alone", 0, "a.md", "## Entities", ...times(4, (n) => `- **Thing ${n}**: x`)],
    ],
  ],
  [
    ruleLabel,
    [
      ["two labels", 0.95, "a.md", "r[a.b]", "x", "", "r[a.c]", "y"],
      ["one", 0.85, "a.md", "r[a.b]", "x"],
      ["a quoted one", 0.85, "a.md", "> r[a.b]"],
      ["a link", 0, "a.md", "r[a.b] in a sentence", "bar[1]"],
    ],
  ],
  [
    tableRow,
    [
      ["two bold numbers", 0.9, "a.md", "| # | D |", "|---|---|", "| **1.1.1** | a |", "| **V2.3** | b |"],
      ["one", 0, "a.md", "| # | D |", "|---|---|", "| **1.1.1** | a |"],
      [
        "three lettered keys",
        0.8,
        "a.md",
        "| # | D |",
        "|---|---|",
        "| end-1 | a |",
        "| `end-2` | b |",
        "| **end-3a** | c |",
      ],
      ["two", 0, "a.md", "| # | D |", "|---|---|", "| end-1 | a |", "| end-2 | b |"],
      [
        "as many prefixes as rows",
        0,
        "a.md",
        "| # | D |",
        "|---|---|",
        ...["aa", "bb", "cc", "dd"].map((one) => `| ${one}-1 | a |`),
      ],
      ["rows of one cell", 0, "a.md", "| # |", "|---|", "| **1.1.1** |", "| **1.1.2** |"],
    ],
  ],
]);
