import { gherkinHeadings } from "../../../../src/core/entries/dialects/gherkin-headings.ts";
import { ruleLabel } from "../../../../src/core/entries/dialects/rule-label.ts";
import { exampleBlock } from "../../../../src/core/entries/dialects/example-block.ts";
import { tableRow } from "../../../../src/core/entries/dialects/table-row.ts";
import { read } from "../../../support/read-entries.ts";

describe("table rows", () => {
  const row = (key: string, ...cells: string[]) =>
    read(
      tableRow,
      "a.md",
      "| # | Rule | Level | Note |",
      "|---|---|---|---|",
      `| ${[key, ...cells].join(" | ")} |`,
    ).entries.at(0);

  it.each([
    ["**1.1.1**", "1.1.1"],
    ["**V2.3**", "V2.3"],
    ["**1.2.3.4.5**", "1.2.3.4.5"],
    ["end-4a", "end-4a"],
    ["`end-4`", "end-4"],
    ["**end-4**", "end-4"],
  ])("with the key %s are called %s", (key, id) => {
    expect(row(key, "x")).toMatchObject({ id, kind: "row", line: 3, endLine: 3, text: "x" });
  });

  it.each(["1.1.1", "**1**", "**1.1.1** x", "**VV1.1**", "End-4", "end4", "e-4", "see end-4"])(
    "with the key %s are none",
    (key) => {
      expect(row(key, "x")).toBeUndefined();
    },
  );

  it.each([
    ["[DELETED]", "retired", []],
    ["[DELETED, MERGED TO 1.2.3]", "retired", ["1.2.3"]],
    ["[MOVED TO 1.2.3, 4.5.6, 1.2.3]", "retired", ["1.2.3", "4.5.6"]],
    ["[DEPRECATED, DUPLICATE OF 1.2.3] x", "retired", ["1.2.3"]],
    ["[COVERED BY 1.2.3] x", "live", ["1.2.3"]],
    ["[ADDED] x", "live", []],
    ["[MODIFIED, SPLIT FROM 1.2.3] x", "live", []],
    ["x [DELETED]", "live", []],
    ["[Deleted] x", "live", []],
  ])("tagged %s are %s, for %j", (text, status, replacedBy) => {
    expect(row("**1.1.1**", text)).toMatchObject({ status, replacedBy });
  });

  it("say each cell by its column, without those that are empty", () => {
    expect(row("**1.1.1**", "Verify.", "", "why")?.text).toBe("Verify.\nNote: why");
    expect(row("**1.1.1**", "", "2", "")?.text).toBe("Level: 2");
    expect(row("**1.1.1**", "a", "b", "c", "d")?.text).toBe("a\nLevel: b\nNote: c\n: d");
  });

  it("refer to keys of the same file, not to themselves", () => {
    const { of, findings } = read(
      tableRow,
      "a.md",
      "| # | D |",
      "|---|---|",
      "| **1.1.1** | as 1.1.2, 9.9.9, 1.1.1, 1.1.2 |",
      "| **1.1.2** | as end-4 |",
      "| end-4 | x |",
      "| end-4 | y |",
    );
    expect(of("1.1.1").references).toEqual(["1.1.2"]);
    expect(of("1.1.2").references).toEqual(["end-4"]);
    expect(findings.map(({ id, line }) => [id, line])).toEqual([["end-4", 6]]);
  });
});

describe("rule labels", () => {
  it.each([
    ["r[a.b]  ", "a.b"],
    ["r[a]", "a"],
    ["r[a.b] x", null],
    [" xr[a.b]", null],
    ["r[a b]", null],
    ["r[]", null],
    ["> r[a.b]", "a.b"],
    ["    r[a.b]", null],
  ])("%j is the label %s", (line, id) => {
    expect(read(ruleLabel, "a.md", line, "x").ids).toEqual(id === null ? [] : [id]);
  });

  it("own what follows up to a heading that is no part of a quote or list", () => {
    const spec = read(
      ruleLabel,
      "a.md",
      "# T",
      "r[a.b]",
      "one",
      "",
      "> # quoted",
      "",
      "two",
      "",
      "## U",
      "no",
      "",
      "r[a.b.c]",
      "",
      "### V",
      "three",
      "",
      "[x]: y",
      "",
    );
    expect(
      spec.entries.map(({ id, parent, section, line, endLine }) => [id, parent, section, line, endLine]),
    ).toEqual([
      ["a.b", null, "T", 2, 7],
      ["a.b.c", "a.b", "T › U", 12, 15],
    ]);
  });

  it("refer by anchor to any rule, in brackets to rules of the file", () => {
    const { of, findings } = read(
      ruleLabel,
      "a.md",
      "r[a.b]",
      "see [x](b.md#r-c.d), [a.c], [z.z], [a.b], [a.c]",
      "",
      "r[a.c]",
      "x",
      "",
      "r[a.c]",
      "y",
    );
    expect(of("a.b").references).toEqual(["c.d", "a.c"]);
    expect(findings.map(({ id, line }) => [id, line])).toEqual([["a.c", 7]]);
  });
});

it("features, rules and scenarios are called by name, else by keyword; names that stand twice are counted", () => {
  const spec = read(
    gherkinHeadings,
    "a.md",
    "# Feature: Count",
    "## Background:",
    "### Scenario Template: Add",
    "## Example: Add",
    "## scenario outline: Sub",
    "## Scenarios: no",
    "> ## Scenario: quoted",
    "## Rule: Whole",
  );
  expect(
    spec.entries.map(({ id, kind, parent, section, text }) => [id, kind, parent, section, text]),
  ).toEqual([
    ["a.md#Count", "feature", null, "", "Count\n\n## Scenarios: no\n> ## Scenario: quoted"],
    ["a.md#background", "background", "a.md#Count", "Feature: Count", ""],
    ["a.md#Add", "scenario template", "a.md#background", "Feature: Count › Background:", "Add"],
    ["a.md#Add-1", "example", "a.md#Count", "Feature: Count", "Add"],
    ["a.md#Sub", "scenario outline", "a.md#Count", "Feature: Count", "Sub"],
    ["a.md#Whole", "rule", "a.md#Count", "Feature: Count", "Whole"],
  ]);
});

it("an example is what its fence holds, closed or not, in its section", () => {
  const ticks = "`".repeat(32);
  const spec = read(
    exampleBlock,
    "a.md",
    "# T",
    `${ticks} example`,
    "a",
    ticks,
    `\`${ticks} example`,
    "b",
    "c",
  );
  expect(
    spec.entries.map(({ id, kind, parent, section, line, endLine, text }) => [
      id,
      kind,
      parent,
      section,
      line,
      endLine,
      text,
    ]),
  ).toEqual([
    ["a.md#t", "section", null, "", 1, 7, "T"],
    ["a.md#example-1", "example", "a.md#t", "T", 2, 4, "a"],
    ["a.md#example-2", "example", "a.md#t", "T", 5, 7, "b\nc"],
  ]);
});
