import { prose } from "../../../../src/core/entries/dialects/prose.ts";
import { outlineOf, read } from "../../../support/read-entries.ts";

const outline = (...lines: string[]) => outlineOf(read(prose, "a.md", ...lines));

it.each<[string, string[], unknown[][]]>([
  [
    "each rule with what follows it",
    ["A MUST b. It is so. C MUST d."],
    [
      ["a-must-b", "statement", null, 1, 1, "A MUST b. It is so."],
      ["c-must-d", "statement", null, 1, 1, "C MUST d."],
    ],
  ],
  [
    "what stands before the first with the first",
    ["Words go", "first. A MUST b."],
    [["a-must-b", "statement", null, 1, 2, "Words go first. A MUST b."]],
  ],
  [
    "the lines each stands in",
    ["A MUST b, and", "on. C MUST", "d.", "E MUST f."],
    [
      ["a-must-b-and-on", "statement", null, 1, 2, "A MUST b, and on."],
      ["c-must-d", "statement", null, 2, 3, "C MUST d."],
      ["e-must-f", "statement", null, 4, 4, "E MUST f."],
    ],
  ],
  ["no paragraph without a rule", ["Words."], []],
  [
    "no quote, no code, no table",
    ["> A MUST b.", "", "```", "A MUST b.", "```", "", "| A MUST b |", "|---|"],
    [],
  ],
  [
    "equal words by number",
    ["A MUST b.", "", "A MUST b."],
    [
      ["a-must-b", "statement", null, 1, 1, "A MUST b."],
      ["a-must-b-1", "statement", null, 3, 3, "A MUST b."],
    ],
  ],
  [
    "items, and those around them as groups",
    ["- Senders:", "  - MUST b", "  - say", "- Others wait"],
    [
      ["senders", "group", null, 1, 3, "Senders:\n\n- say"],
      ["must-b", "statement", "senders", 2, 2, "MUST b"],
    ],
  ],
  [
    "items that state a rule in a later line",
    ["- It is so", "  and MUST stay"],
    [["it-is-so", "statement", null, 1, 2, "It is so and MUST stay"]],
  ],
  ["no quoted items", ["> - A MUST b"], []],
])("reads %s", (_, lines, expected) => {
  expect(outline(...lines)).toEqual(expected);
});

it("puts rules below the nearest heading that makes a section, and names them by it", () => {
  expect(
    outline("A MUST b.", "# T", "C MUST d.", "## U {#own}", "- E MUST f", "> ## Quoted", "", "G MUST h."),
  ).toEqual([
    ["a-must-b", "statement", null, 1, 1, "A MUST b."],
    ["t", "section", null, 2, 8, "T"],
    ["t/c-must-d", "statement", "t", 3, 3, "C MUST d."],
    ["own", "section", "t", 4, 8, "U\n\n> ## Quoted"],
    ["own/e-must-f", "statement", "own", 5, 5, "E MUST f"],
    ["own/g-must-h", "statement", "own", 8, 8, "G MUST h."],
  ]);
});

it.each([
  ["# Title", "title", "Title"],
  ["# Title {#own}", "own", "Title"],
  ['# <a name="own"></a>Title', "own", "Title"],
  ["# <span class='x' id='own'>Title</span>", "own", "Title"],
  ["# <b id='own'>Title</b>", "title", "Title"],
  ["# Title {:.class}", "title-class", "Title"],
  ["# Title (:leftwards_arrow_with_hook:)", "title-leftwards_arrow_with_hook", "Title"],
])("the section of %j is %s", (line, id, text) => {
  expect(outline(line)).toEqual([[id, "section", null, 1, 1, text]]);
});

it("counts sections of the same name on", () => {
  expect(outline("# A", "# A", "## A", "# B {#a}").map(([id, , parent]) => [id, parent])).toEqual([
    ["a", null],
    ["a-1", null],
    ["a-2", "a-1"],
    ["a-3", null],
  ]);
});
