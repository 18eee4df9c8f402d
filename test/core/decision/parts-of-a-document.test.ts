import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";

const path = "docs/spec.md";

function pathsOf(head: string, base = ""): Record<string, string> {
  const file = (text: string) => (text === "" ? [] : [{ path, text }]);
  const { recommendations } = reviewSpecs({
    base: "a",
    head: "b",
    baseFiles: file(base),
    headFiles: file(head),
  });
  return Object.fromEntries(
    recommendations.map(({ change, path: way }) => [change.id.replace(/^.*#/, ""), way]),
  );
}

test("the head of a document speaks of the document", () => {
  const head = "# Lamp protocol\n\n* Author(s): the lamp group\n* Status: Draft\n";
  const rules = "\n## Rules\n\nThe lamp MUST blink twice.\n";
  expect(pathsOf(`${head}${rules}`)).toMatchObject({
    "lamp-protocol": "none",
    "rules/the-lamp-must-blink-twice": "code",
  });
  expect(pathsOf(`${head.replace("Draft", "Final")}${rules}`, `${head}${rules}`)).toEqual({
    "lamp-protocol": "none",
  });
  const said = "# Lamp\n\n* Status: the lamp MUST show it\n* Colour: red\n";
  expect(pathsOf(`${said}${rules}`)).toMatchObject({ lamp: "code" });
});

test("a section without anything, of links alone, or that leaves all to those below asks for nothing", () => {
  const rules = "### Blinking\n\nThe lamp MUST blink twice.\n\n### Fading\n\nThe lamp MUST fade.\n";
  const text = `# Lamp\n\n## Open points\n\nN/A\n\n## Related documents\n\n* [L7: the lamp's colours]\n* [L8](l8.md)\n\n## Changes\n\nThe changes are described in their own subsections below.\n\n${rules}`;
  expect(pathsOf(text)).toMatchObject({
    "open-points": "none",
    "related-documents": "none",
    changes: "none",
  });
  expect(pathsOf(text.replace("N/A", "The lamp MUST NOT be open."))).toMatchObject({
    "open-points/the-lamp-must-not-be-open": "code",
  });
});

test("what is listed as out of scope asks for nothing, unless it forbids something", () => {
  const text =
    "# Lamp\n\n## Requirements\n\n- **FR-01**: The lamp MUST blink.\n\n## Out of scope (OOS)\n\n- **OOS-01**: A dashboard of lamps.\n- **OOS-02**: No lamp may burn at night.\n";
  expect(pathsOf(text)).toMatchObject({ "OOS-01": "none", "OOS-02": "code" });
});

test("a story whose parts stand in points is carried by its criteria", () => {
  const text =
    "# Lamp\n\n### US-01: Find a lamp\n\n* **As a** guest,\n* **I want to** find a lamp,\n* **So that** I can read.\n* **Acceptance Criteria**:\n    * **AC-01-A**: `GET /lamp` MUST return 200.\n    * **AC-01-B**: `POST /lamp` MUST return 405.\n";
  expect(pathsOf(text)).toEqual({ "US-01": "none", "AC-01-A": "code", "AC-01-B": "code" });
});

test("letters of tests name rules where they are short for a title of rules, beside other IDs too", () => {
  const text = (title: string) =>
    `# Lamp\n\n## ${title}\n\n- **TC-01**: The lamp must run on 12 volts.\n- **TC-02**: The lamp must fit a hand.\n\n## Functions\n\n- **FR-01**: The lamp MUST blink.\n- **FR-02**: The lamp MUST fade.\n`;
  expect(Object.keys(pathsOf(text("Technical constraints")))).toContain("TC-01");
  expect(Object.keys(pathsOf(text("Test cases")))).not.toContain("TC-01");
});

const table = (...rows: readonly string[]) =>
  `# Lamp\n\n| Class | ID | Traced to |\n| --- | --- | --- |\n${rows.map((row) => `| ${row} |\n`).join("")}`;

test("a row of which only the requirement that it is traced to changed asks for nothing; one that was retired is taken back", () => {
  const base = table(
    "The lamp blinks | FR-01 | REQ-LAMP-7",
    "The lamp fades | FR-02 | REQ-LAMP-8",
    "The lamp glows | FR-03 | 8 seconds",
  );
  const head = table(
    "The lamp blinks | FR-01 | REQ-LAMP-6",
    "The lamp fades | FR-02 | Retired in 2.1 — nobody wants it",
    "The lamp glows | FR-03 | 9 seconds",
  );
  expect(pathsOf(head, base)).toEqual({ "FR-01": "none", "FR-02": "none", "FR-03": "code" });
  const employees = table("Employees | FR-01 | Retired employees are kept", "Guests | FR-02 | Retired");
  expect(pathsOf(employees)).toMatchObject({ "FR-01": "code", "FR-02": "none" });
});

test("a title above text that stood there is no new rule, unless it says when the text binds", () => {
  const text =
    "The lamp blinks twice at noon and once at night, and it fades for eight seconds after every second blink.\n";
  const base = `# Lamp\n\n## Colours\n\nThe lamp MUST be red.\n\n## Rest\n\nThe lamp MUST rest.\n`;
  const unowned = `${text}\n${base}`;
  const titled = (title: string) => `## ${title}\n\n${text}\n${base}`;
  expect(pathsOf(titled("Blinking"), unowned)).toEqual({ blinking: "none" });
  expect(pathsOf(titled("Removed"), unowned)).toEqual({ removed: "code" });
});

test("a rule that another file carries on is not taken back; words of every rule make none alike", () => {
  const one = (title: string, ...rules: readonly string[]) =>
    `# ${title}\n\n### Requirement 1\n\n#### Acceptance Criteria\n\n${rules.map((rule, at) => `${String(at + 1)}. ${rule}\n`).join("")}`;
  const kept = "WHEN a lamp is sold THEN the system SHALL print its warranty";
  const gone = "WHEN a lamp fades THEN the system SHALL dim neighbouring bulbs in equal steps";
  const file = (name: string, text: string) => ({ path: `.kiro/specs/${name}/requirements.md`, text });
  const takenBack = (elsewhere: string) => {
    const { recommendations } = reviewSpecs({
      base: "a",
      head: "b",
      baseFiles: [file("lamps", one("Lamps", kept, gone))],
      headFiles: [file("lamps", one("Lamps", kept)), file("bulbs", one("Bulbs", elsewhere))],
    });
    return recommendations.filter(({ takeBack }) => takeBack).map(({ change }) => change.id);
  };
  expect(
    takenBack("WHEN lamps fade THEN the system SHALL dim neighbouring bulbs in ten equal steps"),
  ).toEqual([]);
  expect(takenBack("WHEN a buyer pays THEN the system SHALL print a receipt with the price")).toHaveLength(1);
});
