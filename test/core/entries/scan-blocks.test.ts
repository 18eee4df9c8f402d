import { scanSource } from "../../../src/core/markdown/scan/scan-source.ts";

const scan = (...lines: string[]) => scanSource({ path: "a.md", text: lines.join("\n") });
const blocks = (...lines: string[]) =>
  scan(...lines)
    .blocks.map(({ kind, line, endLine }) => `${kind} ${line === endLine ? line : `${line}-${endLine}`}`)
    .join(", ");

describe("front matter", () => {
  it.each<[string, string[], string]>([
    ["ends at three dashes", ["---", "a: b", "---", "# T"], "front-matter 1-3, heading 4"],
    ["ends at three dots", ["---  ", "a: b", "...", "T"], "front-matter 1-3, paragraph 4"],
    ["may be empty", ["---", "---", "T"], "front-matter 1-2, paragraph 3"],
    ["is none when it is not closed", ["---", "a: b"], "rule 1, paragraph 2"],
    ["is none behind the first line", ["", "---", "a: b", "...", "---"], "rule 2, heading 3-5"],
    ["is none when its end is no mark", ["---", "---x", "--- y"], "rule 1, paragraph 2-3"],
  ])("%s", (_, lines, expected) => {
    expect(blocks(...lines)).toEqual(expected);
  });

  it("ends within a thousand lines or is none", () => {
    const keys = (count: number): string[] => Array.from({ length: count }, (_, i) => `k${i}: v`);
    expect(blocks("---", ...keys(1022), "---")).toMatch(/^front-matter 1-1024/);
    expect(blocks("---", ...keys(1023), "---")).toMatch(/^rule 1,/);
  });
});

describe("what ends a paragraph and what does not (CommonMark 0.31.2)", () => {
  it.each<[string, string[], string]>([
    ["a heading", ["a", "# b"], "paragraph 1, heading 2"],
    ["a fence", ["a", "```", "```"], "paragraph 1, fence 2-3"],
    ["a ruler", ["a", "***"], "paragraph 1, rule 2"],
    ["an HTML block", ["a", "<div>"], "paragraph 1, html 2"],
    ["a comment", ["a", "<!-- b -->", "c"], "paragraph 1, comment 2, paragraph 3"],
    ["a quote", ["a", "> b"], "paragraph 1, paragraph 2"],
    ["an item", ["a", "- b"], "paragraph 1, paragraph 2"],
    ["an item numbered 1", ["a", "1. b"], "paragraph 1, paragraph 2"],
    ["no item of another number", ["a", "2. b"], "paragraph 1-2"],
    ["no empty item", ["a", "*"], "paragraph 1-2"],
    ["no tag that is not of a block", ["a", "<a name=x>"], "paragraph 1-2"],
    ["no indented code", ["a", "    b"], "paragraph 1-2"],
    ["no indented heading", ["a", "    # b"], "paragraph 1-2"],
    ["no definition", ["a", "[b]: c"], "paragraph 1-2"],
    ["no delimiter row of other columns", ["a | b", "|---|"], "paragraph 1-2"],
    ["an underline makes it a heading", ["a", "b", "==="], "heading 1-3"],
    ["an underline needs a paragraph", ["", "==="], "paragraph 2"],
    ["an underline is not indented like code", ["a", "    ==="], "paragraph 1-2"],
  ])("%s", (_, lines, expected) => {
    expect(blocks(...lines)).toEqual(expected);
  });
});

describe("other blocks", () => {
  it.each<[string, string[], string]>([
    ["indented code goes on behind blank lines", ["    a", "", "    b"], "code 1-3"],
    ["indented code ends at text", ["    a", "b"], "code 1, paragraph 2"],
    ["a fence ends at one as long", ["````", "```", "````", "a"], "fence 1-3, paragraph 4"],
    ["a fence does not end indented by four", ["```", "    ```", "a"], "fence 1-3"],
    ["a fence ends with its item", ["- ```", "  a", "b"], "fence 1-2, paragraph 3"],
    ["a fence does not continue lazily", ["> ```", "a"], "fence 1, paragraph 2"],
    ["a comment ends where it says", ["<!-- a", "", "b -->", "c"], "comment 1-3, paragraph 4"],
    ["an HTML block ends at a blank line", ["<div>", "a", "", "b"], "html 1-2, paragraph 4"],
    ["verbatim HTML ends at its tag", ["<pre>", "", "a", "b</PRE>c", "d"], "html 1-4, paragraph 5"],
    ["verbatim HTML may end on its line", ["<pre>a</pre>", "b"], "html 1, paragraph 2"],
    ["a table ends at a blank line", ["|a|", "|-|", "b", "", "c"], "table 1-3, paragraph 5"],
    ["a table ends at another block", ["|a|", "|-|", "# b"], "table 1-2, heading 3"],
    ["a table leaves the paragraph above its header", ["a", "|b|", "|-|"], "paragraph 1, table 2-3"],
    ["definitions stand alone", ["[a]: b", "[c]: d"], "definition 1, definition 2"],
    ["a ruler is no item", ["- - -"], "rule 1"],
  ])("%s", (_, lines, expected) => {
    expect(blocks(...lines)).toEqual(expected);
  });
});
