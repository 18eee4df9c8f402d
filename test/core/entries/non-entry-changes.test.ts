import { compareSpecs } from "../../../src/core/entries/compare-specs.ts";
import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { companionsNaming } from "../../../src/core/entries/non-entry-changes.ts";

const points = ["- `(AB1)` The client opens.", "- `(AB2)` The client closes.", ""];
const source = (lines: readonly string[], path = "a.md") => ({ path, text: lines.join("\n") });

function outside(base: string[], head: string[], path?: string) {
  const { diff } = compareSpecs([source(base, path)], [source(head, path)]);
  return diff.outside.map(({ line, endLine, what, names }) => [line, endLine, what, names]);
}
const around = (base: string[], head: string[]) => outside([...points, ...base], [...points, ...head]);

describe("a block outside the entries that changed", () => {
  it.each<[string, string[], string[], unknown[]]>([
    ["is told once, at head", ["Old words."], ["New words", "in two lines."], [[4, 5, "prose", []]]],
    ["names the entries it names", ["x"], ["See AB2 and AB1, AB9."], [[4, 4, "prose", ["AB2", "AB1"]]]],
    [
      "may be new",
      [],
      ["# Notes", "", "New."],
      [
        [4, 4, "prose", []],
        [6, 6, "prose", []],
      ],
    ],
    [
      "may be gone, told with its line at base",
      ["# Notes", "", "Gone."],
      [],
      [
        [4, 4, "prose", []],
        [6, 6, "prose", []],
      ],
    ],
    ["may be one of two alike", ["Twice.", "", "Twice."], ["Twice."], [[6, 6, "prose", []]]],
    ["is none when it is only wrapped anew", ["One two", "three."], ["One", "two  three."], []],
    ["is none when it only moved", ["One.", "", "Two."], ["Two.", "", "One."], []],
    [
      "is none when nobody reads it",
      ["---", "", "[a]: b", "", "<!-- x -->"],
      ["***", "", "[a]: c", "", "<!-- y -->"],
      [],
    ],
    ["may be a sample", ["```", "a", "```"], ["```", "b", "```"], [[4, 6, "sample", []]]],
    ["may be indented code", ["# H", "", "    a"], ["# H", "", "    b"], [[6, 6, "sample", []]]],
    ["may be a table", ["| a |", "|---|"], ["| b |", "|---|"], [[4, 5, "table", []]]],
    [
      "is IDL by what it declares",
      ["```", "x", "```"],
      ["```", "  export interface A {", "```"],
      [[4, 6, "idl", []]],
    ],
    ["is no IDL by a word in it", ["```", "x", "```"], ["```", "a class A", "```"], [[4, 6, "sample", []]]],
    [
      "is IDL by its heading",
      ["# Interface Definition", "", "    a"],
      ["# Interface Definition", "", "    b"],
      [[6, 6, "idl", []]],
    ],
    [
      "is IDL by its heading's anchor",
      ["# Types {#idl}", "", "    a"],
      ["# Types {#idl}", "", "    b"],
      [[6, 6, "idl", []]],
    ],
    [
      "is no IDL below another heading",
      ["# Idle", "", "    a"],
      ["# Idle", "", "    b"],
      [[6, 6, "sample", []]],
    ],
  ])("%s", (_, base, head, expected) => {
    expect(around(base, head)).toEqual(expected);
  });

  it("is gone although another of another kind came", () => {
    expect(around(["Words."], ["```", "x", "```"])).toEqual([
      [4, 6, "sample", []],
      [4, 4, "prose", []],
    ]);
  });

  it("is none when an entry took it up or left it behind", () => {
    const text = "The client waits.";
    expect(outside([...points, text], [...points.slice(0, 2), `- \`(AB3)\` x`, "", `  ${text}`])).toEqual([]);
  });

  it("counts in a file without entries only when it names one", () => {
    const spec = source(points);
    const { diff } = compareSpecs(
      [spec, source(["Old."], "b.md")],
      [spec, source(["New.", "", "And AB1."], "b.md")],
    );
    expect(diff.outside.map(({ file, line, names }) => [file, line, names])).toEqual([["b.md", 3, ["AB1"]]]);
    expect(outside(["Old."], ["New."], "b.md")).toEqual([]);
  });

  it("is all of a file that is new or gone", () => {
    const { diff } = compareSpecs([], [source([...points, "Words."])]);
    expect(diff.outside.map(({ line }) => line)).toEqual([4]);
    expect(compareSpecs([source([...points, "Words."])], []).diff.outside.map(({ line }) => line)).toEqual([
      4,
    ]);
  });
});

describe("a table whose rows are entries", () => {
  const table = (header: string, ...rows: string[]): string[] => [header, "|---|---|", ...rows];
  const rows = ["| **1.1.1** | Verify that it opens. |", "| **1.1.2** | Verify that it closes. |"];

  it("is told when its header changed, not when its rows did", () => {
    const base = table("| # | Rule |", ...rows);
    expect(outside(base, table("| # | Duty |", ...rows))).toEqual([[1, 4, "table", []]]);
    expect(outside(base, table("| # | Rule |", ...rows, "| **1.1.3** | Verify that it waits. |"))).toEqual(
      [],
    );
  });

  it("has no news in its header where there was no such table", () => {
    expect(compareSpecs([], [source(table("| # | Rule |", ...rows))]).diff.outside).toEqual([]);
  });
});

describe("what stands beside the entries and names IDs", () => {
  const found = (lines: string[], ...ids: string[]) => {
    const file = source([...points, ...lines]);
    return companionsNaming(file, parseSpec([file]), new Set(ids)).map(({ line, what, names, text }) => [
      line,
      what,
      names,
      text,
    ]);
  };

  it("is told with the first line that names one", () => {
    expect(found(["```", "open()", "close() // AB2, AB1", "```"], "AB1", "AB2")).toEqual([
      [6, "sample", ["AB2", "AB1"], "close() // AB2, AB1"],
    ]);
    expect(found(["| a |", "|---|", "| AB1 |"], "AB1", "AB2")).toEqual([[6, "table", ["AB1"], "| AB1 |"]]);
  });

  it("is no prose, no entry, and nothing that names others", () => {
    expect(found(["See AB1.", "", "```", "AB2 and [x](#AB3)", "```"], "AB1")).toEqual([]);
  });
});
