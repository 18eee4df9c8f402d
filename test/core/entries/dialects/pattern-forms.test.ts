import { patternDialect } from "../../../../src/core/entries/dialects/custom-pattern.ts";
import { titledRequirement } from "../../../../src/core/entries/dialects/titled-requirement.ts";
import { read } from "../../../support/read-entries.ts";

function dialectOf(pattern: string) {
  const made = patternDialect(pattern);
  if ("problem" in made) throw new Error(made.problem);
  return made.dialect;
}

describe("a pattern of the configuration", () => {
  const outline = (...lines: string[]) =>
    read(dialectOf("\\|? ?(R[0-9]+):?"), "a.md", ...lines).entries.map(
      ({ id, parent, section, line, endLine, text }) => [id, parent, section, line, endLine, text],
    );

  it.each<[string, string[], unknown[][]]>([
    [
      "a heading's section",
      ["# T", "## R1: one", "two", "### U", "three", "# V"],
      [["R1", null, "T", 2, 5, "one\ntwo\n### U\nthree"]],
    ],
    [
      "a list item",
      ["- R1: one", "  two", "- R2"],
      [
        ["R1", null, "", 1, 2, "one\ntwo"],
        ["R2", null, "", 3, 3, ""],
      ],
    ],
    [
      "a table's row",
      ["| R1 | one |", "|---|---|", "| R2 | two |"],
      [
        ["R1", null, "", 1, 1, "| one |"],
        ["R2", null, "", 3, 3, "| two |"],
      ],
    ],
    [
      "what follows a paragraph's marker, to the next marker",
      ["R1: one", "two", "", "three", "R2: four", ""],
      [
        ["R1", null, "", 1, 4, "one\ntwo\n\nthree"],
        ["R2", null, "", 5, 5, "four"],
      ],
    ],
    [
      "what follows a paragraph's marker, to the next heading",
      ["R1: one", "", "# T", "two"],
      [["R1", null, "", 1, 1, "one"]],
    ],
    ["nothing in code", ["```", "R1: one", "```"], []],
    ["quoted lines too", ["> R1: one"], [["R1", null, "", 1, 1, "one"]]],
    ["nothing in mid-line", ["see R1: one"], []],
  ])("reads %s", (_, lines, expected) => {
    expect(outline(...lines)).toEqual(expected);
  });

  it("takes the group called id, else the first, and nothing that is empty", () => {
    expect(read(dialectOf("(X)?-(?P<id>R[0-9])"), "a.md", "X-R1").ids).toEqual(["R1"]);
    expect(read(dialectOf("(R[0-9]*|)x?"), "a.md", "xyz").ids).toEqual([]);
  });

  it("is sure where it finds a marker, since the configuration names it in any case", () => {
    const dialect = dialectOf("(R[0-9]+)");
    expect(dialect.recognises({ path: "a.md", text: "R1" })).toBe(1);
    expect(dialect.recognises({ path: "a.md", text: "x" })).toBe(0.5);
    expect(dialect.describes).toBe("lines that match (R[0-9]+)");
    expect(read(dialect, "a.md", "R1", "", "R1").findings.map(({ line }) => line)).toEqual([3]);
  });

  it("sees the first two thousand characters of a line", () => {
    const dialect = dialectOf("x*(R[0-9]+)");
    expect(read(dialect, "a.md", `${"x".repeat(1990)}R1`).ids).toEqual(["R1"]);
    expect(read(dialect, "a.md", `${"x".repeat(2000)}R1`).ids).toEqual([]);
  });

  const tooMuch = "The pattern repeats too much to be compiled; use smaller repetition counts.";
  it.each([
    ["(R[0-9]{1,4})", undefined],
    [`(${"a".repeat(498)})`, tooMuch],
    [`(${"a".repeat(499)})`, "The pattern is longer than 500 characters; shorten it."],
    ["R[0-9]+", "The pattern captures nothing; put the ID in a group, for example (?<id>REQ-[0-9]+)."],
  ])("%#: is taken, or refused with the reason", (pattern, problem) => {
    const made = patternDialect(pattern);
    expect("problem" in made ? made.problem : undefined).toBe(problem);
  });
});

describe("titled requirements", () => {
  const outline = (...lines: string[]) =>
    read(titledRequirement, "a.md", ...lines).entries.map(({ id, kind, parent, line, endLine }) => [
      id.replace("a.md#", ""),
      kind,
      parent?.replace("a.md#", "") ?? null,
      line,
      endLine,
    ]);

  it("hold their scenarios; a scenario without one is called by its heading", () => {
    expect(
      outline(
        "# T",
        "### Requirement:  A",
        "#### scenario: One",
        "#### Notes",
        "## Other",
        "#### Scenario: Two",
        "> ### Requirement: Q",
      ),
    ).toEqual([
      ["A", "requirement", null, 2, 4],
      ["A/One", "scenario", "A", 3, 3],
      ["Scenario: Two/Two", "scenario", null, 6, 7],
    ]);
  });

  it("of a delta say what is done with them", () => {
    const spec = read(
      titledRequirement,
      "changes/x/a.md",
      "## ADDED Requirements",
      "### Requirement: A",
      "## Removed requirements",
      "### Requirement: B",
      "#### Scenario: S",
      "## MODIFIED Requirements",
      "### Requirement: C",
      "## Why",
      "### Requirement: D",
    );
    expect(spec.entries.map(({ id, kind, status }) => [id.replace(/.*#/, ""), kind, status])).toEqual([
      ["A", "added requirement", "live"],
      ["B", "removed requirement", "retired"],
      ["B/S", "scenario", "live"],
      ["C", "modified requirement", "live"],
      ["D", "requirement", "live"],
    ]);
  });

  it("that are renamed refer to the name before", () => {
    const spec = read(
      titledRequirement,
      "a.md",
      "## RENAMED Requirements",
      "- FROM: `### Requirement: Old`",
      "- TO: `### Requirement: New name`",
      "- TO: Lone",
      "- from: Requirement: X",
      "- other",
      "- to: Y",
      "## ADDED Requirements",
      "- FROM: no",
      "- TO: no",
    );
    expect(
      spec.entries.map(({ id, kind, references, section, line }) => [id, kind, references, section, line]),
    ).toEqual([
      ["a.md#New name", "renamed requirement", ["a.md#Old"], "RENAMED Requirements", 3],
      ["a.md#Lone", "renamed requirement", [], "RENAMED Requirements", 4],
      ["a.md#Y", "renamed requirement", ["a.md#X"], "RENAMED Requirements", 7],
    ]);
  });

  it("that stand twice are reported", () => {
    const { findings } = read(titledRequirement, "a.md", "### Requirement: A", "### Requirement: A");
    expect(findings.map(({ line, rule }) => [line, rule])).toEqual([[2, "duplicate-id"]]);
  });
});
