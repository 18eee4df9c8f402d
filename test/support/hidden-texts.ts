import type { HiddenText } from "../../src/core/markdown/hidden-text.ts";

const tags = Array.from("hi", (c) => String.fromCodePoint(0xe0000 + (c.codePointAt(0) ?? 0))).join("");

/** What an author may hide, and what is to be left of it between `a` and `b`. */
export const hiddenTexts: readonly (readonly [string, string, HiddenText["kind"]])[] = [
  ["a<!-- x -->b", "ab", "comment"],
  ["a<!-- x\ny -->b", "ab", "comment"],
  ["a<!-->b", "a", "comment"],
  ["a<!-- never closed b", "a", "comment"],
  ["a<!-- <!-- --> b", "a b", "comment"],
  ["a<!-<!-- -->- x -->b", "ab", "comment"],
  ["a<![CDATA[ x ]]>b", "ab", "comment"],
  ["a<?x y?>b", "ab", "comment"],
  ["a<!DOCTYPE x>b", "ab", "comment"],
  ["a\n[//]: # (x)\nb", "a\nb", "comment"],
  ['a\n[comment]: <> "x"\nb', "a\nb", "comment"],
  ["a\u200bb", "ab", "zero-width"],
  ["a\u200cb", "ab", "zero-width"],
  ["a\u200db", "ab", "zero-width"],
  ["a\u2060b", "ab", "zero-width"],
  ["a\ufeffb", "ab", "zero-width"],
  ["a\u00adb", "ab", "zero-width"],
  ["a\u2063b", "ab", "zero-width"],
  ["a\u200eb", "ab", "bidi"],
  ["a\u202eb", "ab", "bidi"],
  ["a\u2066b", "ab", "bidi"],
  ["a\u061cb", "ab", "bidi"],
  [`a${tags}b`, "ab", "tag"],
  ["a\ufe0fb", "ab", "variation-selector"],
  ["a\u{e0100}b", "ab", "variation-selector"],
  ["a\u180bb", "ab", "variation-selector"],
  ["a\u0000b", "ab", "control"],
  ["a\u001bb", "ab", "control"],
  ["a\u0085b", "ab", "control"],
  ["a\ue000b", "ab", "control"],
  ["a\u2028b", "ab", "control"],
  ["a\ud800b", "ab", "control"],
  ["a\u3164b", "ab", "filler"],
  ["a\u2800b", "ab", "filler"],
  ["a\u115fb", "ab", "filler"],
];

const words = "HIDDEN words and more";
const wide = "and the server waits for it ".repeat(20);
const long = `${"the client must wait HIDDEN words ".repeat(40).slice(0, 998)}xy`;

/** What GitHub's reader of Markdown takes otherwise than others do, or lays out so that it is not seen. */
export const unseenOnGitHub: readonly string[] = [
  ...["x[y", "[", "[^a", "![a", "x\\", "x\fy", "x\vy", "`x", "ı", "Ა"].map(
    (label) => `a\n\n[^${label}]: ${words}`,
  ),
  `- a\n- [^x\\]: ${words}\n- b`,
  `a\n\n[^x[y]: b\n\n    ${words}`,
  ...[
    ["ı", "i"],
    ["i", "ı"],
    ["ა", "Ა"],
    ["ꞻ", "Ꞻ"],
    ["𖹠", "𖹀"],
  ].map(([call = "", label = ""]) => `a[^${call}]\n\n[^${label}]: ${words}`),
  `a [^\`x] \` b\n\n[^\`x]: ${words}`,
  `a [^[^x]] b\n\n[^x]: ${words}`,
  `a [^![x] b\n\n[^![x]: ${words}`,
  `It waits. [^${words}\nmore] It goes on.`,
  `- a [^${words}\n  ] end`,
  `> a [^${words}\n> ] end`,
  `a [^${words}\n] end\n===`,
  `[a [^${words}\n] end](/u)`,
  `a [^*${words}*\n] end`,
  `a\n\n[${long}]: /c`,
  `a\n\n[${"x ".repeat(499)}xy]: /c "${words}"`,
  `a\n\n[\f]: /c "${words}"`,
  ...["\v", "\f"].map((space) => `${space}<div> ![${words}](x.png)</div>`),
  `\v<p>[x](/u "${words}")</p>`,
  `\v\`\`\`\n![${words}](x.png)\n\`\`\``,
  `a\n\n\f\f\f\f![${words}](x.png)`,
  `a\n\n\v\v\v\v[x](/u "${words}")`,
  `| a |\n| - |\n\v\v\v\v| 1 | ${words} |`,
  `| a |\n|\f-\f|\n| 1 | ${words} |`,
  `<search> ![${words}](x.png)\n</search>`,
  `b\n<search>\n![${words}](x)\n</search>`,
  `<search>x [a](/u "${words}")\n</search>`,
  `<table height="1"><tr><td>${words}</td></tr></table>`,
  `<table height="0"><tr><td>\n\n${words}\n\n</td></tr></table>`,
  `<table><tr><td><table height=1><tr><td>${words}</td></tr></table></td></tr></table>`,
  ...["div", "p", "blockquote", "h1"].map(
    (name) => `<pre><${name} dir="rtl">${words} ${wide}</${name}></pre>`,
  ),
  `<pre><table dir="rtl"><tr><td>${words} ${wide}</td></tr></table></pre>`,
  `<pre><div dir="auto">א ${words} ${wide}</div></pre>`,
  `<table><tr><td nowrap><img src="x.png" hspace="9000">${words}</td></tr></table>`,
  `&#36;x % ${words}&#36;`,
];
