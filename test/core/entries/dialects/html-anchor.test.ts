import { htmlAnchor } from "../../../../src/core/entries/dialects/html-anchor.ts";
import { read } from "../../../support/read-entries.ts";

const outline = (...lines: string[]) =>
  read(htmlAnchor, "a.md", ...lines).entries.map(({ id, kind, parent, line, endLine }) => [
    id.replace("a.md#", ""),
    kind,
    parent?.replace("a.md#", "") ?? null,
    line,
    endLine,
  ]);

it.each([
  ['<tr id="a"><td>', "a"],
  ["<TR class=x id='a' ><td>", "a"],
  ['<tr id="a b"><td>', null],
  ["<tr><td>", null],
])("%j is the row %s", (line, id) => {
  expect(outline(line, "</table>").map(([found]) => found)).toEqual(id === null ? [] : [id]);
});

it.each([
  ['<div id="a">', "a"],
  ['<a name="a"></a>', "a"],
  ['<p><a href="#x" name="a">', "a"],
  ['<section id="x" name="a">', "a"],
  ['<li name="a">text', "a"],
  ['<dt id="a">', "a"],
  ['<b id="a">', null],
  ["<div>", null],
  ["plain", null],
])("%j names a block %s", (line, id) => {
  expect(outline(line).map(([found]) => found)).toEqual(id === null ? [] : [id]);
});

it("a row reaches to the next or to the end of its table, and headings in it are its text", () => {
  const lines = [
    "# T",
    "<table>",
    '<tr id="a"><td>A <b>x</b>  y',
    "",
    "## In it",
    "",
    '<tr id="b"><td>B',
    "</table>",
    "",
    "After.",
  ];
  expect(outline(...lines)).toEqual([
    ["t", "section", null, 1, 10],
    ["a", "row", "t", 3, 6],
    ["b", "row", "t", 7, 7],
  ]);
  const spec = read(htmlAnchor, "a.md", ...lines);
  expect(spec.text("a.md#a")).toBe("A x y\n\n## In it");
  expect(spec.of("a.md#a").section).toBe("T");
  expect(outline('<tr id="a"><td>', "", "last")).toEqual([["a", "row", null, 1, 3]]);
});

it("a block's name reaches to the next name or heading, past quoted ones, over what is written", () => {
  const lines = [
    "# T",
    '<a name="a"></a>',
    "",
    "one",
    "",
    "> # quoted",
    "",
    "two",
    "",
    '<div id="b">',
    "",
    "## U",
    "four",
  ];
  expect(outline(...lines)).toEqual([
    ["t", "section", null, 1, 13],
    ["a", "anchor", "t", 2, 8],
    ["b", "anchor", "t", 10, 10],
    ["u", "section", "t", 12, 13],
  ]);
});

it("counts names that stand twice, and reads links", () => {
  const spec = read(
    htmlAnchor,
    "a.md",
    "# T",
    '<a name="a"></a>',
    "see [b](#b)",
    "",
    '<a name="a"></a>',
    "x",
  );
  expect(spec.ids).toEqual(["a.md#t", "a.md#a", "a.md#a-1"]);
  expect(spec.of("a.md#a").references).toEqual(["a.md#b"]);
});
