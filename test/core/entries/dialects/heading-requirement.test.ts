import { headingRequirement } from "../../../../src/core/entries/dialects/heading-requirement.ts";
import { placesOf, read } from "../../../support/read-entries.ts";

const spec = read(
  headingRequirement,
  "sections/01.md",
  "# Evaluation",
  "## 1.1. Client",
  "#### Requirement 1.1.1",
  "",
  "> The client **MUST** have a name,",
  "> see [Requirement 1.1.2](#requirement-112).",
  "",
  "It is needed.",
  "<!-- nobody's -->",
  "",
  "- one",
  "  goes on",
  "- two",
  "",
  "```ts",
  "name",
  "```",
  "",
  "#### Condition 1.1.2",
  "",
  "> The language has threads.",
  "",
  "##### Conditional Requirement 1.1.2.1",
  "",
  "> It **SHOULD** be safe, by the [method of 1.1.1](#requirement-111), [the other](#requirement-1199) and requirements 1.1.2.",
  "",
  "### Notes",
  "Nobody's.",
  "#### Requirement 1.1.2.2",
  "> It **MAY** be.",
);

it("nests entries by their headings, else by their numbers", () => {
  expect(placesOf(spec)).toEqual([
    ["1.1.1", "requirement", null, "Evaluation › 1.1. Client", 3, 17],
    ["1.1.2", "condition", null, "Evaluation › 1.1. Client", 19, 21],
    ["1.1.2.1", "conditional requirement", "1.1.2", "Evaluation › 1.1. Client › Condition 1.1.2", 23, 25],
    ["1.1.2.2", "requirement", "1.1.2", "Evaluation › 1.1. Client › Notes", 29, 30],
  ]);
});

it("takes all up to the next heading for the text, each paragraph on a line", () => {
  expect(spec.text("1.1.1")).toBe(
    [
      "> The client **MUST** have a name, see [Requirement 1.1.2](#requirement-112).",
      "",
      "It is needed.",
      "",
      "- one goes on",
      "- two",
      "",
      "```ts",
      "name",
      "```",
    ].join("\n"),
  );
  expect(spec.of("1.1.1")).toMatchObject({ level: "must", status: "live", replacedBy: [] });
  expect(spec.of("1.1.1").lines.at(0)).toEqual({ line: 3, text: "#### Requirement 1.1.1" });
  expect(spec.of("1.1.1").lines).toHaveLength(15);
});

it("reads references by name and by link, in the order of the text", () => {
  expect(spec.of("1.1.1").references).toEqual(["1.1.2"]);
  expect(spec.of("1.1.2.1").references).toEqual(["1.1.1", "1.1.2"]);
});

it.each([
  ["see Condition 2.1 and conditional requirement 2.2.1", ["2.1", "2.2.1"]],
  ["see requirement 2.1, requirement 2.1", ["2.1"]],
  ["see Requirement 2", []],
  ["as [this one 2.3](01.md#conditional-requirement-23)", ["2.3"]],
  ["as [this one](#requirement-23)", []],
  ["as [2.3](#other)", []],
  ["itself, Requirement 1.1", []],
])("%s: %j", (text, references) => {
  const { of } = read(headingRequirement, "a.md", "#### Requirement 1.1", `> ${text}`);
  expect(of("1.1").references).toEqual(references);
});

it.each([
  ["a deeper heading is a child", ["## Requirement 1.1", "### Condition 9.9"], "1.1"],
  ["one of the same level is none", ["## Requirement 1.1", "## Condition 9.9"], null],
  [
    "one behind another heading of that level is none",
    ["## Requirement 1.1", "## Notes", "### Condition 9.9"],
    null,
  ],
])("%s", (_, lines, parent) => {
  expect(read(headingRequirement, "a.md", ...lines).parent("9.9")).toBe(parent);
});

it.each([
  "#### Requirement 1.1 x",
  "#### requirement 1.1",
  "#### Requirement 1.",
  "#### A Requirement 1.1",
  "> #### Requirement 1.1",
  "- #### Requirement 1.1",
])("%j is no entry", (line) => {
  expect(read(headingRequirement, "a.md", line).ids).toEqual([]);
});

it.each([
  ["#### Requirement 4.2 Rights", "Rights"],
  ["#### Requirement 4.2 — Late returns", "Late returns"],
  ["#### Requirement 4.2: the lender is told", "the lender is told"],
])("%j is an entry with a title", (line, title) => {
  const titled = read(headingRequirement, "a.md", "#### Requirement 4.1", "One.", line, "", "Two.");
  expect(titled.ids).toEqual(["4.1", "4.2"]);
  expect(titled.text("4.2")).toBe(`${title}\n\nTwo.`);
});
