import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import {
  clip,
  codeText,
  inlineText,
  plainTitle,
  quoteText,
  richText,
} from "../../../src/core/message/escape.ts";

const parser = unified().use(remarkParse).use(remarkGfm);

/** Markdown node types that text of an author may become in our bodies. */
const calm = new Set(["root", "paragraph", "blockquote", "text", "html"]);
const ownHtml = /^<\/?(?:code|span|br)>$/;

interface Node {
  readonly type: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

function nodes(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(nodes)];
}

function expectNothingLive(markdown: string): void {
  const all = nodes(parser.parse(markdown));
  for (const node of all) {
    expect(calm).toContain(node.type);
    if (node.type === "html") expect(node.value).toMatch(ownHtml);
  }
  const shown = all.map((node) => (node.type === "text" ? (node.value ?? "") : " ")).join("");
  expect(shown).not.toMatch(/@[a-z0-9]|#\d|\bGH-\d|:\/\/|\bwww\.[a-z]|\b[0-9a-f]{7,40}\b/i);
  expect(markdown).not.toMatch(/^\s*\//m);
}

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ..."@ann @acme/team #12 GH-12 acme/spec#1 acme/spec@0123456 0123456789abcdef closes #1 https://evil.test/?q=1".split(
          " ",
        ),
        ..."www.evil.test a@b.test ![x](y) [x](y) <img> <!--x--> **b** _i_ ~~s~~ `c` | \\ $x$ :tada: /lgtm".split(
          " ",
        ),
        "bors r+",
        "@dependabot merge",
        "\n",
        "\n\n",
        "\n# ",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\n```\n",
        "\n    ",
        "\n/approve",
        "&#64;",
        "&commat;",
      ),
      fc.string({ maxLength: 6 }),
      fc.string({ unit: "binary", maxLength: 4 }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(" "));

test.each([inlineText, codeText, richText, quoteText])(
  "%p makes nothing of an author's text live",
  (escape) => {
    fc.assert(
      fc.property(hostile, (text) => {
        expectNothingLive(`Text ${escape(text)}`);
        if (escape === quoteText) expectNothingLive(escape(text));
      }),
      { numRuns: 400 },
    );
  },
);

test("titles hold nothing that GitHub links", () => {
  fc.assert(
    fc.property(hostile, (text) => {
      expect(plainTitle(text)).not.toMatch(/[@#<>[\]`\n]|GH-\d|:\/\//i);
    }),
  );
});

test("clip keeps whole characters and says that something is missing", () => {
  expect(clip("one two three", 9)).toBe("one two…");
  expect(clip("short", 9)).toBe("short");
  expect(clip("😀😀😀😀", 3)).toBe("😀😀…");
});
