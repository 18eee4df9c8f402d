import { scanSource } from "../../../../src/core/markdown/scan/scan-source.ts";
import type { ScannedSource } from "../../../../src/core/markdown/scan/scanned-source.ts";

function scan(...lines: string[]): ScannedSource {
  return scanSource({ path: "a.md", text: lines.join("\n") });
}
function outline(source: ScannedSource): string[] {
  return source.lines.map(
    (line) =>
      `${line.kind}${line.item >= 0 ? ` i${line.item}` : ""}${">".repeat(line.quote)}|${line.content}`,
  );
}

test("front matter, headings and their sections", () => {
  const found = scan(
    "---",
    "title: x",
    "---",
    "# One {#one}",
    "text",
    "## Two ##",
    "Three",
    "more",
    "-----",
    "> # quoted",
    "# Four",
  );
  expect(
    found.headings.map(({ level, text, anchor, path, line, endLine, sectionEnd, top }) => [
      level,
      text,
      anchor,
      path,
      line,
      endLine,
      sectionEnd,
      top,
    ]),
  ).toEqual([
    [1, "One", "one", "One", 4, 4, 10, true],
    [2, "Two", null, "One › Two", 6, 6, 6, true],
    [2, "Three more", null, "One › Three more", 7, 9, 10, true],
    [1, "quoted", null, "", 10, 10, 10, false],
    [1, "Four", null, "Four", 11, 11, 11, true],
  ]);
  expect(found.lines.map((line) => line.heading)).toEqual([-1, -1, -1, 0, 0, 1, 2, 2, 2, 2, 4]);
  expect(found.lines[0]?.kind).toBe("front-matter");
});

test("list items nest by their content columns", () => {
  const found = scan(
    "- a",
    "  - b",
    "    more b",
    "  lazy? no: a",
    "- c",
    "    10. d",
    "    11. e",
    "text",
    "",
    "  still c",
  );
  expect(
    found.items.map(({ line, endLine, parent, depth, marker, number }) => [
      line,
      endLine,
      parent,
      depth,
      marker,
      number,
    ]),
  ).toEqual([
    [1, 4, -1, 0, "-", null],
    [2, 4, 0, 1, "-", null],
    [5, 10, -1, 0, "-", null],
  ]);
});

test("an item that is not indented enough is a sibling, and text may be lazy", () => {
  expect(outline(scan("- a", "lazy", "- b", "", "text"))).toEqual([
    "text i0|a",
    "text i0|lazy",
    "text i1|b",
    "blank i1|",
    "text|text",
  ]);
});

test("fences: tildes, indentation, inside items and quotes, unclosed", () => {
  const found = scan(
    "- a",
    "  ~~~~ JSON title",
    "   { }",
    "  ~~~",
    "  - no item",
    "  ~~~~",
    "> ```",
    "> # no heading",
    "text",
    "```js",
    "# no",
  );
  expect(
    found.fences.map(({ language, info, line, endLine, closed, item, quote, length }) => [
      language,
      info,
      line,
      endLine,
      closed,
      item,
      quote,
      length,
    ]),
  ).toEqual([
    ["json", "JSON title", 2, 6, true, 0, 0, 4],
    ["", "", 7, 8, false, -1, 1, 3],
    ["js", "js", 10, 11, false, -1, 0, 3],
  ]);
  expect(found.items).toHaveLength(1);
  expect(found.headings).toHaveLength(0);
  expect(found.lines[2]?.content).toBe(" { }");
});

test("comments end lists, swallow what they hide and may span lines", () => {
  const found = scan("- a", "", "<!-- -->", "<!--", "# no", "-->", "text");
  expect(outline(found)).toEqual([
    "text i0|a",
    "blank i0|",
    "comment|<!-- -->",
    "comment|<!--",
    "comment|# no",
    "comment|-->",
    "text|text",
  ]);
});

test("tables take their header from the line before the delimiter row", () => {
  const found = scan("intro", "| a | b \\| c |", "|---|:-:|", "| 1 | 2 |", "| 3 |", "", "| no | table |");
  expect(found.tables).toEqual([
    {
      line: 2,
      endLine: 5,
      header: ["a", "b \\| c"],
      rows: [
        { line: 4, cells: ["1", "2"] },
        { line: 5, cells: ["3"] },
      ],
      item: -1,
      quote: 0,
      heading: -1,
    },
  ]);
  expect(found.blocks.map(({ kind, line, endLine }) => [kind, line, endLine])).toEqual([
    ["paragraph", 1, 1],
    ["table", 2, 5],
    ["paragraph", 7, 7],
  ]);
});

test("HTML blocks end at a blank line; a name anchor before text is a paragraph", () => {
  expect(outline(scan("<div class=deprecated>", "- x", "", "text", '<a name="x" />Root'))).toEqual([
    "html|<div class=deprecated>",
    "html|- x",
    "blank|",
    "text|text",
    'text|<a name="x" />Root',
  ]);
});

test("block quotes nest, and their content is dedented", () => {
  expect(outline(scan("> a", "> > - b", "lazy", "", "> c"))).toEqual([
    "text>|a",
    "text i0>>|b",
    "text i0>>|lazy",
    "blank|",
    "text>|c",
  ]);
});

test("indented code, definitions, thematic breaks", () => {
  expect(
    outline(scan("    code", "", "      more", "[a]: http://x", "* * *", "text", "    not code")),
  ).toEqual([
    "code|code",
    "blank|",
    "code|  more",
    "definition|[a]: http://x",
    "rule|* * *",
    "text|text",
    "text|not code",
  ]);
});

test("the same source is scanned once", () => {
  const source = { path: "a.md", text: "# x" };
  expect(scanSource(source)).toBe(scanSource(source));
});
