import { codeDefinition } from "../../../../src/core/entries/dialects/code-definition.ts";
import { exampleBlock } from "../../../../src/core/entries/dialects/example-block.ts";
import { gherkinHeadings } from "../../../../src/core/entries/dialects/gherkin-headings.ts";
import { htmlAnchor } from "../../../../src/core/entries/dialects/html-anchor.ts";
import { numberedHeading } from "../../../../src/core/entries/dialects/numbered-heading.ts";
import { propertyBullet } from "../../../../src/core/entries/dialects/property-bullet.ts";
import { describeConfidence } from "../../../support/describe-confidence.ts";

const times = (count: number, line: (n: number) => string): string[] =>
  Array.from({ length: count }, (_, i) => line(i + 1));
const fence = "`".repeat(32);
const example = [`${fence} example`, "a", ".", "b", fence];
const python = (name: string): string[] => ["```python", `def ${name}():`, "    pass", "```"];

/** How sure dialects that name sections, blocks and properties are of a file; at 0.5 and above a file is read. */
describeConfidence([
  [
    exampleBlock,
    [
      ["two examples", 0.95, "a.md", ...example, ...example],
      ["one", 0.6, "a.md", ...example],
      ["a shorter fence", 0, "a.md", fence.slice(1), `${fence.slice(1)} example`],
      ["another language", 0, "a.md", `${fence} sample`, "a", fence],
      ["a quoted one", 0, "a.md", ...example.map((line) => `> ${line}`)],
    ],
  ],
  [
    gherkinHeadings,
    [
      ["the file's name", 0.98, "a.feature.md", "## Scenario: A"],
      ["a feature with steps", 0.85, "a.md", "# Feature: A", "## Scenario: B", "* Given c"],
      ["a scenario without steps", 0, "a.md", "# Feature: A", "## Scenario: B", "* c"],
      ["scenarios without a feature", 0, "a.md", "## Scenario: B", "* Given c"],
      ["another heading", 0, "a.feature.md", "# Features"],
    ],
  ],
  [
    propertyBullet,
    [
      ["three typed properties", 0.9, "a.md", ...times(3, (n) => `- **\`p${n}\`** (string) x`)],
      ["two", 0.6, "a.md", ...times(2, (n) => `- **p${n}** *(int)* x`)],
      ["one", 0.3, "a.md", "- **p** REQUIRED"],
      ["a type behind a comma", 0.3, "a.md", "- **p**, OPTIONAL x"],
      ["no type", 0, "a.md", ...times(3, (n) => `- **\`p${n}\`** is so`)],
      ["a companion", 0, "README.md", ...times(3, (n) => `- **\`p${n}\`** (string) x`)],
    ],
  ],
  [
    codeDefinition,
    [
      [
        "two definitions, one in a heading",
        0.85,
        "a.md",
        "## `a`",
        ...python("a"),
        "## More",
        ...python("b"),
      ],
      ["none in a heading", 0, "a.md", "## A", ...python("a"), "## B", ...python("b")],
      [
        "one in a heading of four",
        0,
        "a.md",
        "## `a`",
        ...python("a"),
        "## B",
        ...times(3, (n) => python(`b${n}`).join("\n")),
      ],
      ["one", 0, "a.md", "## `a`", ...python("a")],
      [
        "another language",
        0,
        "a.md",
        "## `a`",
        ...[...python("a"), ...python("b")].map((line) => line.replace("python", "ruby")),
      ],
    ],
  ],
  [
    htmlAnchor,
    [
      ["two rows", 0.85, "a.md", '<tr id="a"><td>', "", "<tr id='b'><td>"],
      ["one row", 0, "a.md", '<tr id="a"><td>'],
      ["a third of the headings", 0.75, "a.md", '# <a name="a"></a>A', "# B", "# C"],
      ["a quarter", 0, "a.md", '# <a name="a"></a>A', "# B", "# C", "# D"],
      ["anchors in braces", 0, "a.md", "# A {#a}", "", '<a href="x" id="y">'],
      ["a companion", 0, "README.md", '<tr id="a"><td>', "", '<tr id="b"><td>'],
    ],
  ],
  [
    numberedHeading,
    [
      [
        "five deep numbers",
        0.8,
        "a.md",
        "# 1 A",
        ...times(5, (n) => `## 1.${n} It shall`),
        ...times(5, () => "It shall.\n"),
      ],
      ["four", 0.65, "a.md", "# 1 A", ...times(4, (n) => `## 1.${n} It`), ...times(5, () => "It shall.\n")],
      ["one chapter in few normative words", 0.65, "a.md", "# 21 A", "## 21.1 B", "## 21.2 C"],
      ["an annex", 0.65, "a.md", "# A Annex", "## A.1 B", "## A.2 C"],
      ["two chapters in few normative words", 0.3, "a.md", "# 1 A", "## 1.1 B", "## 1.2 C", "# 2 D"],
      ["one deep number", 0, "a.md", "# 1 A", "## 1.1 B", "# 2 C"],
      ["two numbers", 0, "a.md", "## 1.1 B", "## 1.2 C"],
      ["half of the headings", 0, "a.md", "# 1 A", "## 1.1 B", "## 1.2 C", "# D", "# E", "# F"],
      [
        "a companion",
        0.3,
        "changelog.md",
        "# 1 A",
        ...times(5, (n) => `## 1.${n} It`),
        ...times(5, () => "It shall.\n"),
      ],
    ],
  ],
]);
