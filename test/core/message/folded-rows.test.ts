import { foldedRows, partsNamed } from "../../../src/core/message/folded-rows.ts";
import { askedReview } from "../../../src/core/design/asked-review.ts";

const requirement = (number: number, criteria: number, last: string) => [
  `### Requirement ${number}: Queue ${number}`,
  "",
  "#### Acceptance Criteria",
  "",
  ...Array.from(
    { length: criteria },
    (_, i) => `${i + 1}. WHEN slot ${i} is full THE queue SHALL answer ${400 + i}`,
  ),
  `${criteria + 1}. ${last}`,
  "",
];

it("many criteria of one requirement are one row for each path", () => {
  const text = [
    "# Queue",
    "",
    ...requirement(1, 120, "THE queue SHALL answer 204 when it is empty"),
    ...requirement(
      2,
      1,
      "THE queue SHALL recover gracefully and stay responsive with large lists, as appropriate",
    ),
  ].join("\n");
  const path = ".kiro/specs/queue/requirements.md";
  const { recommendations } = askedReview({
    base: "b",
    head: "h",
    baseFiles: [],
    headFiles: [{ path, text }],
  });
  const rows = foldedRows(recommendations.filter((one) => one.path !== "none"));
  expect(rows.length).toBeLessThanOrEqual(5);
  const all = rows.flatMap(({ one, parts }) => [one, ...parts]);
  expect(new Set(all)).toEqual(new Set(recommendations.filter((one) => one.path !== "none")));
  for (const { one, parts } of rows) for (const part of parts) expect(part.path).toBe(one.path);
  const most = rows.map(({ parts }) => parts).sort((a, b) => b.length - a.length)[0] ?? [];
  expect(partsNamed(most)).toBe(`${String(most.length)} criteria`);
  expect(most.length).toBeGreaterThanOrEqual(118);
  expect(partsNamed(most.slice(0, 1))).toBe("1 criterion");
});

it("scenarios of a requirement that changed stand in its row", () => {
  const scenario = (name: string) => [
    `#### Scenario: ${name}`,
    "",
    "- **WHEN** a file is over 5 MB",
    "- **THEN** the answer is 413",
    "",
  ];
  const text = [
    "### Requirement: Size",
    "",
    "The server SHALL refuse a file over 5 MB.",
    "",
    ...scenario("Over"),
    ...scenario("Far over"),
  ].join("\n");
  const path = "openspec/specs/upload/spec.md";
  const { recommendations } = askedReview({
    base: "b",
    head: "h",
    baseFiles: [],
    headFiles: [{ path, text }],
  });
  const [row, ...more] = foldedRows(recommendations);
  expect(more).toEqual([]);
  expect(partsNamed(row?.parts ?? [])).toBe("2 scenarios");
});

it("a row stands for nothing of another change or path", () => {
  const base = [
    "### Requirement: Tray",
    "",
    "The oven SHALL show a tray.",
    "",
    ...scenarioOf("Empty", "409"),
  ];
  const head = [
    "### Requirement: Tray",
    "",
    "The oven SHALL show every tray.",
    "",
    ...scenarioOf("Empty", "410"),
    ...scenarioOf("Full", "200"),
    ...scenarioOf("Hot", "503"),
    "### Requirement: Feel",
    "",
    "The oven SHALL react gracefully, robustly and intuitively, as appropriate, and integrate with services.",
    "",
    ...scenarioOf("Touch", "201"),
    ...scenarioOf("Touch twice", "202"),
  ];
  const path = "openspec/specs/oven/spec.md";
  const { recommendations } = askedReview({
    base: "b",
    head: "h",
    baseFiles: [{ path, text: base.join("\n") }],
    headFiles: [{ path, text: head.join("\n") }],
  });
  const rows = foldedRows(recommendations).map(({ one, parts }) =>
    [one, ...parts].map(({ change, path: by }) => `${change.id.replace(/^.*#/, "")} ${change.kind} ${by}`),
  );
  expect(rows).toEqual([
    ["Tray modified code", "Tray/Empty modified code"],
    ["Tray/Full added code", "Tray/Hot added code"],
    ["Feel added design"],
    ["Feel/Touch added code", "Feel/Touch twice added code"],
  ]);
});

function scenarioOf(name: string, code: string): readonly string[] {
  return [`#### Scenario: ${name}`, "", `- **WHEN** a tray comes`, `- **THEN** the answer is ${code}`, ""];
}
