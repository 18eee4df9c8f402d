import { codeDefinition } from "../../../../src/core/entries/dialects/code-definition.ts";
import { exampleBlock } from "../../../../src/core/entries/dialects/example-block.ts";
import { gherkinHeadings } from "../../../../src/core/entries/dialects/gherkin-headings.ts";
import { htmlAnchor } from "../../../../src/core/entries/dialects/html-anchor.ts";
import { numberedHeading } from "../../../../src/core/entries/dialects/numbered-heading.ts";
import { propertyBullet } from "../../../../src/core/entries/dialects/property-bullet.ts";
import { read } from "../../../support/read-entries.ts";

describe("D7 numbered headings", () => {
  const spec = read(
    numberedHeading,
    "standard/expressions.md",
    "# 12 Expressions",
    "## 12.1 General",
    "An expression shall have a type, see [§12.2.1](#1221-values).",
    "### 12.1.1 Notes",
    "## 12.2 Values",
    "### 12.2.1 Kinds",
    "A value shall have one kind.",
    "### §Null-Values Null values",
    "A null shall have none. It must stay so.",
    "#### Example",
    "It shall be shown.",
  );
  it("takes the number for the ID, a placeholder as it stands", () => {
    expect(spec.ids).toEqual(["12", "12.1", "12.1.1", "12.2", "12.2.1", "§Null-Values"]);
    expect(spec.parent("12.2.1")).toBe("12.2");
  });
  it("keeps the title and unnumbered subsections in the text", () => {
    expect(spec.text("12.2.1")).toBe("Kinds\n\nA value shall have one kind.".replace("\n\n", "\n"));
    expect(spec.text("§Null-Values")).toContain("#### Example");
  });
  it("reads section references", () => {
    expect(spec.of("12.1").references).toEqual(["12.2.1"]);
  });
});

describe("D8 HTML anchors", () => {
  it("reads table rows with an id; a heading inside is the row's text", () => {
    const spec = read(
      htmlAnchor,
      "spec/levels.md",
      "# Levels",
      "<table>",
      '<tr id="history"><td>History <a href="#history">link</a><td>',
      "",
      "Changes MUST be kept.",
      "",
      "#### Warning",
      "",
      "Careful.",
      '<tr id="origin"><td>Origin<td>',
      "",
      "The origin MUST be known.",
      "</table>",
      "After.",
    );
    expect(spec.ids).toEqual(["spec/levels.md#levels", "spec/levels.md#history", "spec/levels.md#origin"]);
    expect(spec.text("spec/levels.md#history")).toContain("Careful.");
    expect(spec.text("spec/levels.md#origin")).not.toContain("After.");
  });
  it("reads headings and blocks behind a named anchor", () => {
    const spec = read(
      htmlAnchor,
      "lsp/hover.md",
      '#### <a href="#hover" name="hover" class="anchor">Hover</a>',
      "Asks for a hover.",
      '<div class="anchorHolder"><a href="#hoverParams" name="hoverParams"></a></div>',
      "",
      "```typescript",
      "interface HoverParams {}",
      "```",
    );
    expect(spec.ids).toEqual(["lsp/hover.md#hover", "lsp/hover.md#hoverParams"]);
    expect(spec.text("lsp/hover.md#hover")).toBe("Hover\nAsks for a hover.");
    expect(spec.parent("lsp/hover.md#hoverParams")).toBe("lsp/hover.md#hover");
  });
});

it("D9 reads nested properties by heading anchor and path", () => {
  const spec = read(
    propertyBullet,
    "config.md",
    '## <a name="configRoot" />Root',
    "* **`root`** (object, REQUIRED) the root",
    "    * **`path`** (string, REQUIRED) where it is",
    "        * On one system, it MUST be absolute.",
    "    * **`mode`** (string, OPTIONAL) how:",
    "        * **`shared`**: others see it",
  );
  expect(spec.ids).toEqual([
    "config.md#configRoot",
    "config.md#configRoot.root",
    "config.md#configRoot.root.path",
    "config.md#configRoot.root.mode",
    "config.md#configRoot.root.mode.shared",
  ]);
  expect(spec.text("config.md#configRoot.root.path")).toBe(
    "(string, REQUIRED) where it is\n* On one system, it MUST be absolute.",
  );
});

it("D12 takes the example for the entry, counted through the file", () => {
  const fence = "`".repeat(32);
  const spec = read(
    exampleBlock,
    "spec.txt",
    "# Tabs",
    `${fence} example`,
    "→a",
    ".",
    "<pre>a</pre>",
    fence,
    "Prose.",
    `${fence} example`,
    "b",
    ".",
    "<p>b</p>",
    fence,
  );
  expect(spec.ids).toEqual(["spec.txt#tabs", "spec.txt#example-1", "spec.txt#example-2"]);
  expect(spec.text("spec.txt#example-1")).toBe("→a\n.\n<pre>a</pre>");
  expect(spec.text("spec.txt#tabs")).toBe("Tabs\nProse.".replace("\n", "\n\n"));
});

it("D13 takes functions, classes and constants for entries", () => {
  const spec = read(
    codeDefinition,
    "specs/late/fork.md",
    "## Constants",
    "| Name | Value |",
    "| - | - |",
    "| `MAX_AGE` | `uint64(8)` |",
    "## Helpers",
    "### Modified `age`",
    "*Note*: counts from birth.",
    "```python",
    "def age(x: Thing) -> int:",
    "    return x.age",
    "```",
    "### More",
    "```python",
    "@dataclass",
    "class Thing:",
    "    age: int",
    "",
    "def young(x: Thing) -> bool:",
    "    return age(x) < MAX_AGE",
    "```",
  );
  const local = spec.entries.map(({ id, kind }) => `${id.replace("specs/late/fork.md#", "")} ${kind}`);
  expect(local).toEqual([
    "constants section",
    "MAX_AGE constant",
    "helpers section",
    "age definition",
    "more section",
    "Thing definition",
    "young definition",
  ]);
  expect(spec.text("specs/late/fork.md#Thing")).toMatch(/^@dataclass\nclass Thing:/);
  expect(spec.text("specs/late/fork.md#age")).toContain("counts from birth");
});

it("D14 reads features, rules and scenarios; examples belong to the scenario", () => {
  const spec = read(
    gherkinHeadings,
    "features/count.feature.md",
    "# Feature: Counting",
    "## Rule: Only whole numbers",
    "`@fast`",
    "### Scenario Outline: Add",
    "* Given the number <n>",
    "#### Examples:",
    "  | n |",
    "  | - |",
    "  | 1 |",
  );
  expect(spec.ids.map((id) => id.replace(/^.*#/, ""))).toEqual(["Counting", "Only whole numbers", "Add"]);
  expect(spec.text("features/count.feature.md#Add")).toContain("| 1 |");
});
