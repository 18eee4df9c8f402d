import { spawnSync } from "node:child_process";
import fc from "fast-check";
import type { Nodes } from "hast";
import rehypeParse from "rehype-parse";
import { unified } from "unified";
import { reviewSpecs } from "../../src/core/decision/review-specs.ts";
import { findingsOf } from "../../src/core/message/hygiene.ts";
import { markdownForModel } from "../../src/core/model-text.ts";
import { seenFile } from "../../src/core/markdown/page/seen-file.ts";
import { unseenOnGitHub } from "../support/hidden-texts.ts";
import { repetitions } from "../support/repetitions.ts";

const program = "cmark-gfm";
const hasProgram = spawnSync(program, ["--version"]).status === 0;
if (!hasProgram)
  process.stderr.write(
    `SKIPPED: ${program} is not installed, so nothing was compared with GitHub's reader of Markdown.\n`,
  );

/** Marks of Markdown and HTML, alone and in pairs; each W becomes a word of its own. */
const pieces = [
  ..."W |W W |W|[|]|[^|[^a]|[^a]: |[^b]: |]: /u |](/u |)|(/u 'W')|![|!|`|``|*|**|_|~~|> |- |1. |\t|    |\\|<b>|</b>".split(
    "|",
  ),
  ..."<div>|</div>|<b title='|'>|<!--|-->|<?|?>|<!A |>|<![CDATA[|]]>|\"W\"|'W'|\"|'|&amp;|&#91;|&#10;|# |<p>|</p>".split(
    "|",
  ),
  ..."<table>|<td>|</table>|<sup>|<details>|\f|\v|\u00a0|<a href='/u'>|</a>|:|/u|[x]|<pre>|</pre>|<summary>|<li>".split(
    "|",
  ),
  ..."<code>|</code>|<|=|* * *|$|%|<search>|</search>|<script>|</script>|<source>|ı|i]".split("|"),
  ..."<title>|</title>|<textarea>|</textarea>|<style>|</style>|<xmp>|<iframe|<plaintext>|][w99z]|[w99z]|![w99z]".split(
    "|",
  ),
  ..."](/u(W |](/u 'W\\')|[x]: /u(W 'W'".split("|"),
  ..."[^a b]: W|![^a]|[W [^b]](/u)|[b](/u)|www.a.com|http://x.y/".split("|"),
  ..."][a *w99z* b]|][w98z\nw99z]|![W][w99z]".split("|"),
  ..."\n[w99z]: /u\n|\n[a *w99z* b]: #u\n|\n> [w98z w99z]: /u\n".split("|"),
  ...[
    "\n",
    "\n",
    "\n\n",
    "\n\n",
    "| ",
    "|",
    "\n| - |\n",
    "\n| - | - |\n",
    "\n---\n",
    "\n===\n",
    "\n[x]: /u\n",
    "\n:-\n",
  ],
  ...[
    "```\n",
    "\n```\n",
    "\n> ",
    "\n- ",
    "\n    ",
    "\n  ",
    "\n# ",
    "\n<div>\n",
    "\n</pre>\n",
    "\n+ ",
    "\n***\n",
    "\r",
  ],
];

const document = fc
  .array(fc.constantFrom(...pieces), { minLength: 4, maxLength: 26 })
  .map((parts) => numbered(parts.join("")));

function numbered(text: string): string {
  let count = 0;
  return text.replaceAll("W", () => `w${String(count++)}z`);
}

const browser = unified().use(rehypeParse, { fragment: true });
const unread = new Set("template svg math noscript select".split(" "));

function wordsOnGitHub(markdown: string): ReadonlySet<string> {
  const options = [
    "--unsafe",
    ...["table", "footnotes", "strikethrough", "autolink", "tasklist", "tagfilter"].flatMap((name) => [
      "-e",
      name,
    ]),
  ];
  const { stdout } = spawnSync(program, options, { input: markdown, encoding: "utf8" });
  return new Set(textOf(browser.parse(stdout)).match(word) ?? []);
}

function textOf(node: Nodes): string {
  if (node.type === "text") return node.value;
  if (!("children" in node) || (node.type === "element" && unread.has(node.tagName))) return "";
  return node.children.map(textOf).join("");
}

const word = /w\d+z/g;

/** Names of tags, languages, labels and addresses reach a model as they stand. */
function proseOf(text: string): string {
  return text
    .replace(/^[ \t>*+\d.)-]{0,40}(?:`{3,}|~{3,}).{0,200}$/gm, "")
    .replace(/\[\^[^\]\n]{0,200}\]|\]\([^)\s]{0,200}\)|<[^<>]{0,200}>/g, "");
}

const describeInstalled = hasProgram ? describe : describe.skip;
describeInstalled("beside GitHub's own reader of Markdown", () => {
  test("no word reaches a model that the page does not show", () => {
    const check = (text: string): void => {
      const seen = wordsOnGitHub(text);
      const shown = proseOf(markdownForModel(text)).match(word) ?? [];
      expect(shown.filter((one) => !seen.has(one))).toEqual([]);
    };
    fc.assert(fc.property(document, check), { numRuns: repetitions(200, 5000) });
  });

  test("nor does one that a file hides from its page, once some of its lines are read alone", () => {
    const check = (written: string): void => {
      // That an element hides all that follows is looked for in each entry.
      const text = written.replaceAll("<script>", "<b>");
      const seen = wordsOnGitHub(text);
      const { text: left } = seenFile({ path: "a.md", text, isForModel: true });
      const alone = left.split("\n\n").map((block) => proseOf(markdownForModel(block)));
      expect(alone.flatMap((block) => block.match(word) ?? []).filter((one) => !seen.has(one))).toEqual([]);
    };
    fc.assert(fc.property(document, check), { numRuns: repetitions(200, 5000) });
  });

  test("no word that the page shows is lost in silence", () => {
    const check = (body: string): void => {
      const file = (more: string) => [
        { path: "a.md", text: `# A\n\n- \`(A1)\` It waits.${more}\n`, isForModel: true },
      ];
      const [head] = file(` ${body}`);
      const review = reviewSpecs({ base: "a", head: "b", baseFiles: file(""), headFiles: file(` ${body}`) });
      if (head === undefined || findingsOf(review).some(({ rule }) => /^(?:unread|hidden)-/.test(rule)))
        return;
      const left = seenFile(head).text;
      const entries = review.recommendations.map(({ change }) => change.after?.text ?? "");
      const read = entries.map((text) => markdownForModel(text)).join("\n");
      const lost = [...wordsOnGitHub(head.text)].filter(
        (one) => !left.includes(one) || (entries.some((text) => text.includes(one)) && !read.includes(one)),
      );
      expect(lost).toEqual([]);
    };
    fc.assert(fc.property(document, check), { numRuns: repetitions(100, 2500) });
  });

  test("each text that only GitHub reads so hides there indeed", () => {
    const byLayout = /<table|<pre>|&#36;|nowrap/;
    for (const text of unseenOnGitHub.filter((one) => !byLayout.test(one)))
      expect([text, [...wordsOnGitHub(text.replaceAll("HIDDEN", "w1z"))]]).toEqual([text, []]);
  });
});
