import { codeDefinition } from "../../../../src/core/entries/dialects/code-definition.ts";
import { outlineOf, read } from "../../../support/read-entries.ts";

const outline = (...lines: string[]) => outlineOf(read(codeDefinition, "a.md", ...lines));

it("a definition reaches to the next one, whose decorators and comments it leaves", () => {
  expect(
    outline(
      "# T",
      "```python",
      "import x",
      "def one():",
      "    pass",
      "",
      "# about two",
      "@cached",
      "async def two():",
      "    pass",
      "class Three(X):",
      "    def inner(self): ...",
      "```",
    ),
  ).toEqual([
    ["t", "section", null, 1, 13, "T\n\n```python\n```"],
    ["one", "definition", "t", 3, 6, "import x\ndef one():\n    pass"],
    ["two", "definition", "t", 7, 10, "# about two\n@cached\nasync def two():\n    pass"],
    ["Three", "definition", "t", 11, 12, "class Three(X):\n    def inner(self): ..."],
  ]);
});

it("the definition that a heading names is the section's, the first time", () => {
  const found = outline(
    "## `one`",
    "Words.",
    "```python",
    "def one():",
    "    pass",
    "```",
    "```python",
    "def one():",
    "    other",
    "```",
  );
  expect(found.map(([id, kind]) => [id, kind])).toEqual([
    ["one", "definition"],
    ["one-1", "definition"],
  ]);
  expect(found[0]?.[5]).toContain("Words.");
});

it("a fence that is not closed ends with the file; quoted ones and other languages define nothing", () => {
  expect(outline("# T", "```python", "def one():", "    pass").at(-1)).toEqual([
    "one",
    "definition",
    "t",
    3,
    4,
    "def one():\n    pass",
  ]);
  expect(
    outline("# T", "> ```python", "> def one(): ...", "> ```", "```go", "def two():", "```"),
  ).toHaveLength(1);
});

it("constants stand in the first cell of tables", () => {
  const table = [
    "| Name | Value | Note |",
    "|-|-|-|",
    "| `MAX_AGE` | `8` | years |",
    "| `MIN_AGE` | | none |",
    "| `max` | 1 | |",
    "| MAX | 2 | |",
    "| `A` | 3 | |",
  ];
  expect(outline("# T", ...table).slice(1)).toEqual([
    ["MAX_AGE", "constant", "t", 4, 4, "`8` | years"],
    ["MIN_AGE", "constant", "t", 5, 5, "none"],
  ]);
  expect(outline("# T", ...table.map((line) => `> ${line}`))).toHaveLength(1);
  expect(outline("# T", "| `MAX_AGE` |", "|-|", "| `MIN_AGE` |")).toHaveLength(1);
});

it("network rules are called by their words, below the section, with what is nested in them", () => {
  const found = outline(
    "# Topic",
    "- _[REJECT]_ The block is too",
    "  old.",
    "  - [IGNORE] nested",
    "- [IGNORE] It is known.",
    "- [OTHER] no rule",
    "> - [REJECT] quoted",
  );
  expect(
    found.map(([id, kind, parent, line, endLine]) => [id, kind, parent, line, endLine]).slice(1),
  ).toEqual([
    ["topic/reject-the-block-is-too", "rule", "topic", 2, 4],
    ["topic/ignore-it-is-known", "rule", "topic", 5, 5],
  ]);
  expect(found[1]?.[5]).toMatch(/^_\[REJECT\]_ The block is too old\.\n/);
  expect(outline("- [REJECT] x").map(([id]) => id)).toEqual(["rules/reject-x"]);
});

it("reads links between sections", () => {
  expect(read(codeDefinition, "a.md", "# T", "see [one](b.md#one)").of("a.md#t").references).toEqual([
    "b.md#one",
  ]);
});
