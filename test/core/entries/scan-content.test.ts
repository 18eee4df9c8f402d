import { scanBounds, scanSource } from "../../../src/core/markdown/scan/scan-source.ts";

const scan = (...lines: string[]) => scanSource({ path: "a.md", text: lines.join("\n") });
const contents = (...lines: string[]) => scan(...lines).lines.map(({ kind, content }) => [kind, content]);

it.each<[string, string[], unknown[][]]>([
  [
    "of a fence's lines is without the fence's indentation",
    ["  ```", "    a", " b", "  ```"],
    [
      ["fence", "```"],
      ["code", "  a"],
      ["code", "b"],
      ["fence", "```"],
    ],
  ],
  ["of indented code is without four columns", ["      a"], [["code", "  a"]]],
  ["of code behind a tab counts its columns", ["\t\ta"], [["code", "    a"]]],
  [
    "of an item is behind its bullet",
    ["-   a", "    b"],
    [
      ["text", "a"],
      ["text", "b"],
    ],
  ],
  ["of an item with code begins one column on", ["-     a"], [["code", "a"]]],
  [
    "of an item behind a tab is its text",
    ["-\ta", "\tb"],
    [
      ["text", "a"],
      ["text", "b"],
    ],
  ],
  [
    "of a quote is without one space",
    [">a", ">  b"],
    [
      ["text", "a"],
      ["text", "b"],
    ],
  ],
  [
    "of a quoted fence keeps what is inside",
    ["> ```", ">   a", "> ```"],
    [
      ["fence", "```"],
      ["code", "  a"],
      ["fence", "```"],
    ],
  ],
])("the content %s", (_, lines, expected) => {
  expect(contents(...lines)).toEqual(expected);
});

it.each<[string, string[], unknown[][]]>([
  [
    "at its content column",
    ["- a", "  - b", "    - c", "- d"],
    [
      [1, 3, -1, 0],
      [2, 3, 0, 1],
      [3, 3, 1, 2],
      [4, 4, -1, 0],
    ],
  ],
  [
    "wider behind numbers",
    ["10. a", "    - b", "   - c"],
    [
      [1, 2, -1, 0],
      [2, 2, 0, 1],
      [3, 3, -1, 0],
    ],
  ],
  [
    "behind an empty bullet",
    ["-", "  a", "  - b"],
    [
      [1, 3, -1, 0],
      [3, 3, 0, 1],
    ],
  ],
  [
    "on one line",
    ["- - a"],
    [
      [1, 1, -1, 0],
      [1, 1, 0, 1],
    ],
  ],
  [
    "past quotes inside",
    ["- a", "  > - b"],
    [
      [1, 2, -1, 0],
      [2, 2, 0, 1],
    ],
  ],
  ["not when indented like code", ["a", "", "    - b"], []],
])("items nest %s", (_, lines, expected) => {
  expect(
    scan(...lines).items.map(({ line, endLine, parent, depth }) => [line, endLine, parent, depth]),
  ).toEqual(expected);
});

it("reads a hundred thousand lines and tells that there are more", () => {
  const found = scanSource({ path: "a.md", text: "a\n".repeat(scanBounds.lines) });
  expect(found.lines).toHaveLength(100_000);
  expect(found.findings).toEqual([
    {
      rule: "too-many-lines",
      id: null,
      file: "a.md",
      line: 100_000,
      message: "Only the first 100000 lines are read.",
    },
  ]);
  expect(scanSource({ path: "a.md", text: "a\n".repeat(scanBounds.lines - 1) }).findings).toEqual([]);
});

it("reads what nests deeper than a hundred levels as text, and tells that once, with the line", () => {
  const found = scan("a", "", "> ".repeat(101) + "x", "> ".repeat(102) + "y");
  expect(found.findings).toEqual([
    {
      rule: "nesting-too-deep",
      id: null,
      file: "a.md",
      line: 3,
      message: "Lists and quotes nest deeper than 100 levels; what is deeper is read as text.",
    },
  ]);
  expect(found.lines[2]).toMatchObject({ quote: 100, content: "> x" });
  expect(scan("> ".repeat(100) + "x").findings).toEqual([]);
});
