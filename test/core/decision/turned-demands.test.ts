import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { rewordings, turns } from "./turned-demands.ts";

const others = ["The key has a number.", "The lamp is white.", "The door is wide."];

/** Forms in which specs write entries. */
const forms: readonly ((text: string) => string)[] = [
  (text) =>
    `# Part\n\n${others.map((one, i) => `- \`(ZQ${i + 50})\` ${one}`).join("\n")}\n- \`(ZQ1)\` ${text}\n`,
  (text) =>
    `# Feature\n\n## Requirements\n\n${others.map((one, i) => `- **FR-${i + 50}**: ${one}`).join("\n")}\n- **FR-001**: ${text}\n`,
  (text) =>
    `# Spec\n\n${others.map((one, i) => `#### Requirement 9.${i + 1}\n\n${one}\n`).join("\n")}\n#### Requirement 3.2 Rights\n\n${text}\n`,
  (text) =>
    `# Requirements\n\n| ID | Requirement |\n| --- | --- |\n${others.map((one, i) => `| FR-0${i + 50} | ${one} |`).join("\n")}\n| FR-001 | ${text} |\n`,
  (text) =>
    `### Requirement: Keys\n\nThe system SHALL keep keys.\n\n#### Scenario: Use\n\n- **GIVEN** a key\n- **WHEN** it is used\n- **THEN** ${text}\n`,
];

/** Whether any entry has something to build, or null where no change was seen. */
function builds(before: string, after: string): boolean | null {
  const file = (text: string) => [{ path: "specs/keys/spec.md", text }];
  const { recommendations } = reviewSpecs({
    base: "base",
    head: "head",
    baseFiles: file(before),
    headFiles: file(after),
  });
  return recommendations.length === 0 ? null : recommendations.some(({ path }) => path !== "none");
}

const cases = Object.entries(turns).flatMap(([kind, list]) =>
  list.map(([text, was, is]) => [kind, text, text.replace(was, () => is)] as const),
);

test("there are a hundred, and each differs", () => {
  expect(cases.length).toBeGreaterThanOrEqual(100);
  expect(cases.filter(([, before, after]) => before === after)).toEqual([]);
});

test.each(forms.map((form, i) => [i, form] as const))(
  "form %d: no changed demand is called nothing",
  (_, form) => {
    const called = cases.filter(([, before, after]) => builds(form(before), form(after)) !== true);
    expect(called).toEqual([]);
  },
);

test.each(rewordings)("%s: %s as %s leaves nothing to build", (text, was, is) => {
  const [form] = forms;
  if (form === undefined) throw new Error("there are forms");
  expect(builds(form(text), form(text.replace(was, () => is))) ?? false).toBe(false);
});
