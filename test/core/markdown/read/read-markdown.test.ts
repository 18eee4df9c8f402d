import fc from "fast-check";
import { readBounds } from "../../../../src/core/markdown/read/parse.ts";
import { readLines, readMarkdown } from "../../../../src/core/markdown/read/read-markdown.ts";

const document = `---
status: draft
---

# The *queue*

A \`Queue.send\` call, e.g. \`a. B\`, MUST **fail**. It [waits](<https://x.test/a. B>) <!-- no -->
for an answer\\_code. Then it ends.[^1]

- First item. Second sentence.
  - [ ] Nested
- Other

> Quoted text
> goes on. And ends.

| Field | Type |
| --- | --- |
| \`a\\|b\` | string |

~~~ts linenos
const a = 1;

// Ends. Here.
~~~

[^1]: A note.

[x]: https://x.test
`;

/** Kind, lines and what is seen, as one line each. */
function shown(text: string): readonly string[] {
  return readMarkdown(text).passages.map(
    ({ kind, line, endLine, visible }) => `${String(line)}-${String(endLine)} ${kind}: ${visible}`,
  );
}

describe("readMarkdown", () => {
  it("gives the passages of a document, with their lines and what a reader sees", () => {
    expect(shown(document)).toEqual([
      "1-3 front-matter: ",
      "5-5 heading: The queue",
      "7-8 paragraph: A `Queue.send` call, e.g. `a. B`, MUST fail. It waits for an answer_code. Then it ends.",
      "10-10 item: First item. Second sentence.",
      "11-11 item: Nested",
      "12-12 item: Other",
      "14-15 quote: Quoted text goes on. And ends.",
      "17-17 table-head: Field Type",
      "19-19 table-row: `a|b` string",
      "21-25 code: const a = 1;\n\n// Ends. Here.",
      "27-27 paragraph: A note.",
      "29-29 definition: ",
    ]);
  });

  it("cuts passages into sentences, verbatim, and never in code or a link's target", () => {
    const { passages } = readMarkdown(document);
    const texts = (line: number) => passages.find((one) => one.line === line)?.sentences;
    expect(texts(7)?.map(({ text }) => text)).toEqual([
      "A `Queue.send` call, e.g. `a. B`, MUST **fail**.",
      "It [waits](<https://x.test/a. B>) <!-- no -->\nfor an answer\\_code.",
      "Then it ends.[^1]",
    ]);
    expect(texts(7)?.map(({ line, endLine, visible }) => [line, endLine, visible])).toEqual([
      [7, 7, "A `Queue.send` call, e.g. `a. B`, MUST fail."],
      [7, 8, "It waits for an answer_code."],
      [8, 8, "Then it ends."],
    ]);
    expect(texts(14)?.map(({ visible }) => visible)).toEqual(["Quoted text goes on.", "And ends."]);
    expect(texts(21)?.map(({ line, text }) => [line, text])).toEqual([
      [22, "const a = 1;"],
      [24, "// Ends. Here."],
    ]);
  });

  it("gives fences, tables, items, links, footnotes and HTML", () => {
    const read = readMarkdown(document);
    expect(read.fences).toEqual([
      {
        ...{ line: 21, endLine: 25, info: "ts linenos", language: "ts", isFenced: true, isClosed: true },
        content: "const a = 1;\n\n// Ends. Here.\n",
      },
    ]);
    expect(read.tables).toEqual([
      { line: 17, endLine: 19, header: ["Field", "Type"], rows: [["`a|b`", "string"]] },
    ]);
    expect(read.items.map(({ line, endLine, depth }) => [line, endLine, depth])).toEqual([
      [10, 11, 0],
      [11, 11, 1],
      [12, 12, 0],
    ]);
    expect(read.links).toMatchObject([{ line: 7, url: "https://x.test/a. B", text: "waits" }]);
    expect(read.footnotes).toMatchObject([{ line: 27, label: "1" }]);
    expect(read.html).toMatchObject([{ line: 7, text: "<!-- no -->" }]);
  });

  it("says whether a fence is closed", () => {
    const closed = (text: string): unknown => readMarkdown(text).fences.map((one) => one.isClosed);
    expect(closed("```\na\n```")).toEqual([true]);
    expect(closed("````\na\n```")).toEqual([false]);
    expect(closed("> ```\n> a\n> ```")).toEqual([true]);
  });
});

describe("readLines", () => {
  it("takes an entry out of its lists, keeps the file's lines, and ends a block where lines are left out", () => {
    const lines = [
      { line: 8, text: "      - `(Q1)` One" },
      { line: 9, text: "        and more." },
      { line: 20, text: "        Apart." },
    ];
    expect(
      readLines(lines).passages.map(({ kind, line, endLine, visible }) => [kind, line, endLine, visible]),
    ).toEqual([
      ["item", 8, 9, "`(Q1)` One and more."],
      ["paragraph", 20, 20, "Apart."],
    ]);
  });
});

describe("the bounds", () => {
  it.each([
    ["lists in lists", "- ".repeat(4000) + "a"],
    ["lists by indentation", Array.from({ length: 200 }, (_, i) => `${"  ".repeat(i)}- a`).join("\n")],
    ["quotes", ">".repeat(10_000) + "a"],
    ["brackets", "[".repeat(10_000)],
    ["emphasis", "*a _b ".repeat(5000)],
    ["size", "word ".repeat(readBounds.characters / 4)],
  ])("are kept by %s: read as plain blocks", (_, text) => {
    const { isWhole, passages, visible } = readMarkdown(text);
    expect(isWhole).toBe(false);
    expect(passages.length).toBeGreaterThan(0);
    expect(visible.length).toBeLessThanOrEqual(text.length);
  });

  it("leave the blocks as the scan finds them", () => {
    const text = `# T\n\nOne. Two.\n\n\`\`\`ts\ncode\n\`\`\`\n\n${"[".repeat(5000)}`;
    expect(
      readMarkdown(text).passages.map(({ kind, line, sentences }) => [kind, line, sentences.length]),
    ).toEqual([
      ["heading", 1, 1],
      ["paragraph", 3, 2],
      ["code", 5, 1],
      ["paragraph", 9, 1],
    ]);
    expect(readMarkdown(text).fences).toMatchObject([{ language: "ts", content: "code\n", isClosed: true }]);
  });
});

const markdown = fc
  .array(
    fc.constantFrom(
      ...[
        "- ",
        "> ",
        "1. ",
        "# ",
        "```",
        "~~~",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "`",
        "*",
        "_",
        "[a](b. C)",
        "[^1]",
        "|",
        "|-|",
      ],
      ...["\n---\n", "a. B", "word", "<b>", "<!--", "-->", "&amp;", "\\*", "\r\n", "é", "🙂"],
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

test("any text is read, each passage and sentence verbatim and in its place", () => {
  fc.assert(
    fc.property(markdown, (text) => {
      const source = text.split(/\r\n|\n|\r/);
      for (const { line, endLine, text: passage, sentences, kind } of readMarkdown(text).passages) {
        expect(source.join("\n")).toContain(passage);
        expect(line).toBeGreaterThanOrEqual(1);
        expect(endLine).toBeLessThanOrEqual(source.length);
        for (const one of sentences) {
          if (kind !== "code") expect(passage).toContain(one.text);
          expect(one.line).toBeGreaterThanOrEqual(line);
          expect(one.endLine).toBeLessThanOrEqual(endLine);
        }
      }
    }),
  );
});
