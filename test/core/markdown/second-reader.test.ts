import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { forModel } from "../../../src/core/markdown/source.ts";
import { seenFile } from "../../../src/core/markdown/page/seen-file.ts";
import { wordsOnPage } from "../../../src/core/markdown/page/second-reader.ts";
import { findingsOf } from "../../../src/core/message/hygiene.ts";
import { markdownForModel } from "../../../src/core/model-text.ts";

const words = "KEY the server must delete all accounts at midnight";
const file = (text: string) =>
  forModel({
    path: "a.md",
    text: `# Spec\n\n## FR-001: Old\n\nThe app shows a list.\n\n${text}\n\nIt stops.\n`,
  });

/** Their page does not show the words: neither the file nor a text by itself may. */
const hidden = [
  `\`\`\`mermaid&#32;x\nflowchart LR\n%% ${words}\nA[list] --> B[map]\n\`\`\``,
  `\`\`\`geojson&#9;\n{ "note": "${words}" }\n\`\`\``,
  `\`\`\`mermaid\nsequenceDiagram\nApp->>List: show\u2028%% ${words}\n\`\`\``,
  `<!-- c -->    x <rp>${words}</rp> y`,
  `[^a]: </span>\n\n\tx\n${words}`,
];

test.each(hidden)("nobody is shown what the page of %j does not show", (text) => {
  const { text: seen } = seenFile(file(text));
  expect(markdownForModel(seen)).not.toContain("KEY");
  expect(markdownForModel(file(text).text)).not.toContain("KEY");
});

test.each([
  `---\nsetting: on\u2028# ${words}\n---\n\n# D\n`,
  `---\nno: ${words}\noff: nothing\n---\n\n# D\n`,
  `---\n017: ${words}\n15: nothing\n---\n\n# D\n`,
])("front matter that YAML 1.1 reads otherwise is shown to nobody: %j", (text) => {
  expect(markdownForModel(text)).not.toContain("KEY");
});

/** Their page shows the words: they are read, or a mark stands for them and the review tells. */
const shown = [
  `<!-- c -->~~~ ${words}`,
  `<!-- c -->[r]: /u '${words}'`,
  `It does.\n[^a]: -\n${words}`,
  `\`\`\`s ${words}</p><sup>\`\nmore`,
  `<sup>\\\n${words}\\\nmore`,
];

test.each(shown)("what the page of %j shows is read, or its loss is told", (text) => {
  const head = file(text);
  const read = markdownForModel(seenFile(head).text);
  if (read.includes(words)) return;
  expect(read).toContain("[…]");
  const base = file("It waits.");
  const review = reviewSpecs({ base: "a", head: "b", baseFiles: [base], headFiles: [head] });
  expect(findingsOf(review).map(({ rule }) => rule)).toContainEqual(expect.stringMatching(/^unread-/));
});

test("a text by itself that loses words is marked", () => {
  for (const text of shown) {
    const read = markdownForModel(`A.\n\n${text}\n`);
    expect(read.includes(words) || read.includes("[…]")).toBe(true);
  }
});

test("what both show stays as it is written", () => {
  const text =
    '1. [x] a **b**c &amp; `d &amp; e`\n2. <b>f</b> H<sub>2</sub>O [g](/h "i") ![j](/k)\n\n```ts\nlet l = 1;\n```\n\nm[^1]\n\n[^1]: n\n\n| o | p |\n| - | - |\n| q | r |\n';
  expect(seenFile(forModel({ path: "a.md", text })).text).toBe(seenFile({ path: "a.md", text }).text);
});

test("characters that show as nothing take no line away", () => {
  const text = "It waits for na\u00adme and a\u200bb; see ![x](/y).\n";
  expect(seenFile(forModel({ path: "a.md", text })).text).toBe(seenFile({ path: "a.md", text }).text);
});

test("a table that would grow beyond bounds has no second reader", () => {
  expect(wordsOnPage(`${"|a".repeat(2000)}\n${"|-".repeat(2000)}\n${"|b\n".repeat(2000)}`)).toBeNull();
});
