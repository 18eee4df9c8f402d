import fc from "fast-check";
import {
  codeForModel,
  dataBlock,
  dataForModel,
  fileForModel,
  markdownForModel,
  passageIn,
} from "../../src/core/model-text.ts";
import type { ModelRequest } from "../../src/core/model-request.ts";
import { seenFile } from "../../src/core/markdown/page/seen-file.ts";
import { hiddenTexts, unseenOnGitHub } from "../support/hidden-texts.ts";

/** Where a reader of the page sees nothing of HIDDEN, and what is left. */
const unseen: readonly (readonly [string, string])[] = [
  ["a ![HIDDEN words](x.png) b", "a ![](x.png) b"],
  ["a ![x ![HIDDEN](y)](z) b", "a ![](z) b"],
  ["a ![`]` HIDDEN](x.png) b", "a ![](x.png) b"],
  ["a ![HIDDEN][label] b\n\n[label]: /c", "a ![] b\n\n"],
  ["a ![HIDDEN\nwords] b\n\n[hidden words]: /c", "a ![] b\n\n"],
  ['a [b](c "HIDDEN words") d', "a [b](c) d"],
  ["a [b](c 'HIDDEN') d", "a [b](c) d"],
  ["a [b](c (HIDDEN)) d", "a [b](c) d"],
  ['a [b](<c> "HIDDEN")', "a [b](c)"],
  ["a [b](<1 HIDDEN words>) d", "a [b]() d"],
  ["a [b][HIDDEN *words*] [][HIDDEN] d\n\n[hidden *words*]: /c\n[hidden]: /d", "a [b] [] d\n\n\n"],
  ["a\n\n[b]: /c 'HIDDEN words'\n\nd", "a\n\n\n\nd"],
  ["a\n\n[HIDDEN words]: /c\n\nd", "a\n\n\n\nd"],
  ['a\n\n[b]:\n  /c\n  "HIDDEN"\n\nd', "a\n\n\n\nd"],
  ["a\n> [HIDDEN]: /c", "a\n> "],
  ['```json title="HIDDEN words"\n{}\n```', "```json\n{}\n```"],
  ["~~~ HIDDEN;words\n~~~", "~~~\n~~~"],
  ["- ```ts HIDDEN\n  x\n  ```", "- ```ts\n  x\n  ```"],
  ['a <span title="HIDDEN">b</span>', "a <span>b</span>"],
  ['a <span title="x > HIDDEN">b</span>', "a <span>b</span>"],
  ["a <img\n alt='HIDDEN'/> b", "a <img> b"],
  ["a <object>HIDDEN</object> b", "a <object></object> b"],
  ["a <template>HIDDEN", "a <template>"],
  ["a&#8203;b&#xE0041;c&zwnj;d", "abcd"],
  ["Press ` now\n\n![HIDDEN](x)\n\nand ` again", "Press ` now\n\n![](x)\n\nand ` again"],
  ["a\n\n[^x]: HIDDEN words\n    more HIDDEN\n\nb", "a\n\n \n\nb"],
  ["| a | b |\n| - | - |\n| 1 | 2 | HIDDEN | HIDDEN |", "| a | b |\n| - | - |\n| 1 | 2 "],
  ["a | b\n--- | ---\n1 | 2 | HIDDEN", "a | b\n--- | ---\n1 | 2 "],
  ["> | a |\n> | - |\n> | 1 | HIDDEN |", "> | a |\n> | - |\n> | 1 "],
  ["$$\nx % HIDDEN words\n$$", ""],
  ["```math\nx % HIDDEN\n```", "```math\n```"],
  ["<search><div hidden>a\n+ HIDDEN", ""],
  ["a $x % HIDDEN\n$ b", "a  b"],
  ["a $\nx % HIDDEN$ b", "a  b"],
  ["a $x % HIDDEN$ b", "a  b"],
  ["a $x$%HIDDEN$ b", "a  b"],
  ["a $x\\$ % HIDDEN$ b", "a  b"],
  ["$a$b % HIDDEN$ c", " c"],
  ["a $\u200bx % HIDDEN\u200b$ b", "a  b"],
  ["a `x`$%HIDDEN$`y` b", "a `x``y` b"],
  ["a $\\phantom{\\text{HIDDEN}}$ b", "a  b"],
  ["$$\\textcolor{white}{HIDDEN}$$", ""],
  [
    "```mermaid\nflowchart TD\n%% HIDDEN\naccDescr: HIDDEN\nA-->B\n```",
    "```mermaid\nflowchart TD\nA-->B\n```",
  ],
  ['```geojson\n{"HIDDEN": 1}\n```', "```geojson\n```"],
  ["```stl\nsolid HIDDEN\n```", "```stl\n```"],
  ["<div>\n<title/x>HIDDEN</title>\n</div>", ""],
  ["<textarea>\n\n![HIDDEN](x)\n\n</textarea>\n\nb", "\n\nb"],
  ["<style><b hidden>HIDDEN</b></style>", "<style><b></b></style>"],
  ["<template>\n\n- HIDDEN\n\n</template>", "<template>\n\n- \n\n</template>"],
  ["a <video>HIDDEN</video> b", "a <video></video> b"],
  ["a <svg><text>HIDDEN</text></svg> b", "a <svg><text></text></svg> b"],
  ["a <canvas\nsrc=x>\nHIDDEN\n</canvas> b", "a <canvas></canvas> b"],
  ["a [b](https://x.example/p?q=HIDDEN+words#RSA4) c", "a [b](https://x.example/p#RSA4) c"],
  ["a [b](data:text/plain,HIDDEN) c", "a [b]() c"],
  ["- a `\n- ![HIDDEN](x)\n- b `", "- a `\n- ![](x)\n- b `"],
  ["a[^HIDDEN-words-of-a-label]\n\n[^HIDDEN-words-of-a-label]: B.", "a[^note-1]\n\n[^note-1]: B."],
  ["a[^1]\n\n[^1]: B.\n[^1]: HIDDEN words", "a[^1]\n\n[^1]: B.\n "],
  ["a[^1]\n\n[^1]: B.\n    More.\n[^1]: HIDDEN\n    more HIDDEN", "a[^1]\n\n[^1]: B.\n    More.\n "],
  ["a\n\n[^x]: HIDDEN words [^x]", "a\n\n "],
  ["a\n\n[^x]: HIDDEN [^y]\n\n[^y]: HIDDEN [^x]", "a\n\n \n\n "],
  ["a `[^x]`\n\n[^x]: HIDDEN words", "a `[^x]`\n\n "],
  ["```\n[^x]\n```\n\n[^y]: HIDDEN", "```\n[^x]\n```\n\n "],
  ["a <ruby>x<rp>HIDDEN words</rp><rt>y</rt></ruby> b", "a <ruby>x<rp></rp><rt>y</rt></ruby> b"],
  ["a <ruby>x<rp>HIDDEN<rt>y</rt></ruby> b", "a <ruby>x<rp><rt>y</rt></ruby> b"],
  [
    "a <sub><sub><sub><sub><sub><sub><sub><sub><sub>HIDDEN</sub></sub></sub></sub></sub></sub></sub></sub></sub> b",
    "a <sub><sub><sub><sub><sub><sub><sub><sub><sub></sub></sub></sub></sub></sub></sub></sub></sub></sub> b",
  ],
  [
    "a <sup><small><sup><small><sup><small><sup><small>HIDDEN",
    "a <sup><small><sup><small><sup><small><sup><small>",
  ],
  ["```mermaid\nflowchart TD\naccDescr {\nHIDDEN\n}\nA-->B\n```", "```mermaid\n```"],
  ["```mermaid\n---\nconfig:\n  x: HIDDEN\n---\nflowchart TD\nA-->B\n```", "```mermaid\n```"],
  ["```mermaid\n%%{init: {\n'x': 'HIDDEN'\n}}%%\nflowchart TD\nA-->B\n```", "```mermaid\n```"],
  ["```mermaid\nflowchart TD\nA[HIDDEN]-->B\nstyle A fill:#fff,color:#fff\n```", "```mermaid\n```"],
  ["```mermaid\nflowchart TD\nA[HIDDEN]:::h\nclassDef h font-size:1px\n```", "```mermaid\n```"],
  ["```mermaid\n%%{init: {'themeCSS': '.x{}'}}%%\nflowchart TD\nA[HIDDEN]\n```", "```mermaid\n```"],
  ["```mermaid\nflowchart TD\nA-->B\naccDescr { HIDDEN }\nB-->C\n```", "```mermaid\n```"],
  ["<div>\nb\n</ HIDDEN words>\n</div>", ""],
  ['<div>\n<b title="HIDDEN\nwords\n</div>', ""],
  ["<div>\n</a HIDDEN>\nb\n</div>", "<div>\n</a>\nb\n</div>"],
  ["<div\nHIDDEN words\n\nHIDDEN again\n\n>b</div>", "\n\n\n\n></div>"],
  ["<div title='\n\nHIDDEN words of a paragraph\n\n'>b</div>", "\n\n\n\n</div>"],
  [
    "<table><tr><td><select>HIDDEN</select></td></tr></table>",
    "<table><tr><td><select></select></td></tr></table>",
  ],
  ["<details hidden>\nHIDDEN\n</details>", "<details></details>"],
  ["<p style='display:none'>HIDDEN</p>", "<p></p>"],
  ['<p class="sr-only">HIDDEN</p>\n\nb', "<p></p>\n\nb"],
  ["<dialog>\n\nHIDDEN\n\n</dialog>", "<dialog>\n\n\n\n</dialog>"],
  ["<noscript>\n\nHIDDEN\n\n</noscript>", "<noscript>\n\n\n\n</noscript>"],
  ["> <template>\n> HIDDEN\n> </template>", ""],
  ["- <template>\n\n  HIDDEN\n\n  </template>\n- b", ""],
  ["a <like> <this> <and> <HIDDEN> <that> b", "a <like> <this> <and>   b"],
  ["a <source> <code> <output> <HIDDEN> <section> <p> b", "a <source> <code> <output>   <p> b"],
  [
    "a <ul><li value='1' title='HIDDEN'>b</ul> <ol start='HIDDEN'><li value=\"1 HIDDEN\">",
    "a <ul><li>b</ul> <ol><li>",
  ],
  ["a \\[^x]\n\n[^x]: HIDDEN words", "a \\[^x]\n\n "],
  ["a <!-- -->\n\n[^x]: HIDDEN words", "a \n\n "],
  ["a <b title='[^x]'>c</b>\n\n[^x]: HIDDEN words", "a <b>c</b>\n\n "],
  ["![a [^x]](y)\n\n[^x]: HIDDEN", "![](y)\n\n "],
  ['[b](/c "[^x]")\n\n[^x]: HIDDEN words', "[b](/c)\n\n "],
  ["a $`\\phantom{HIDDEN}`$ b", "a  b"],
  ["a $`x % HIDDEN`$ b", "a  b"],
  ["```math\n\\phantom{\nHIDDEN\n}\n```", "```math\n```"],
  ["$$\n\\mathchoice{}{}{}{HIDDEN}\n$$", ""],
  ["$\\lower99em{HIDDEN}$", ""],
  ["$\\moveleft99em{HIDDEN}$", ""],
  ["$$\nx\n\n\\phantom{HIDDEN\n\n}$$", "\n\n\n\n"],
  ["a $\\unknown{HIDDEN}$ b", "a  b"],
  ["| a |\n| - |\n| $\\phantom{HIDDEN}$ |", "| a |\n| - |\n|  |"],
  ["## $\\phantom{HIDDEN}$", "## "],
  ["```mermaid\nsequenceDiagram\nA->>B: x # HIDDEN words\n```", "```mermaid\n```"],
  ['```mermaid\nsequenceDiagram\nproperties A: {"x": "HIDDEN"}\nA->>B: x\n```', "```mermaid\n```"],
  ['```mermaid\nsequenceDiagram\nlinks A: {"HIDDEN": "y"}\n```', "```mermaid\n```"],
  ["```mermaid\nsequenceDiagram\nparticipant A as HIDDEN\nparticipant A as B\n```", "```mermaid\n```"],
  ["```mermaid\ngantt\n  HIDDEN words : a, 1d\n```", "```mermaid\n```"],
  ["```mermaid\nmindmap\n  root\n    HIDDEN\n```", "```mermaid\n```"],
  ['```mermaid\ngitGraph\n  commit msg: "HIDDEN"\n```', "```mermaid\n```"],
  ["```mermaid\nflowchart TD\nA[HIDDEN] --> B\nA[a]\n```", "```mermaid\n```"],
  ["```mermaid\nflowchart TD\nA ~~~|HIDDEN| B\n```", "```mermaid\n```"],
  ['```mermaid\nflowchart TD\nA@{ label: "HIDDEN" }\n```', "```mermaid\n```"],
  ["```mermaid\nflowchart TD\nA[<span style='display:none'>HIDDEN</span>]\n```", "```mermaid\n```"],
  ['```mermaid\nclassDiagram\nclass A\nlink A "x" "HIDDEN"\n```', "```mermaid\n```"],
  ["---\na: b # HIDDEN words\n---\n\nc", "\n\nc"],
  ["a [^a](b 'HIDDEN')\n\n[^a]: HIDDEN words", "a \n\n "],
  ["a [^a](<u v>)\n\n[^a]: HIDDEN words", "a <u>\n\n "],
  ["a [^a][b]\n\n[b]: /x\n\n[^a]: HIDDEN words", "a []\n\n\n\n "],
  ["a [[^a](u)]\n\n[^a]: HIDDEN words", "a [\n\n "],
  ["a ![^a]\n\n[^a]: HIDDEN words", "a !\n\n "],
  [
    "<code><code><code><code><code><code><code><code>HIDDEN</code></code></code></code></code></code></code></code>",
    "<code><code><code><code><code><code><code><code></code></code></code></code></code></code></code></code>",
  ],
  [
    "<ruby>a<rt><ruby>b<rt><ruby>c<rt>HIDDEN</rt></ruby></rt></ruby></rt></ruby>",
    "<ruby>a<rt><ruby>b<rt><ruby><rt></rt></ruby></rt></ruby></rt></ruby>",
  ],
  ["<code><code a><code b><code c>x\n\nHIDDEN words", "<code><code><code><code>\n\n"],
  ["a <b\ftitle='HIDDEN'>c</b>", ""],
  ["```math\nx \\\\% HIDDEN\ny\n```", "```math\n```"],
  ["```mermaid\nstateDiagram-v2\nstate c <<choice>>\nc : HIDDEN\n```", "```mermaid\n```"],
  ['```mermaid\nflowchart TD\nA["$$x % HIDDEN$$"]\n```', "```mermaid\n```"],
  ['a\n\n<source "HIDDEN">\n', ""],
  ['x [^a\\]b]\n\n[^a\\]b]: u "HIDDEN"', "x \n\n"],
  ["[//]: #\n'HIDDEN words'\n\nb", "\n\nb"],
  ["a \\\u200b![HIDDEN](x.png) b", "a \\![](x.png) b"],
  ["a \\<!-- x -->![HIDDEN](x.png) b", "a \\![](x.png) b"],
  ["a `\u200b` [b](c 'HIDDEN words') d `` e", "a `` [b](c) d `` e"],
  ["``\u200b`\n![HIDDEN](u)\n```\n", "```\n![](u)\n```\n"],
  ["| a |\n| - |\n| c \\\u200b| HIDDEN |", "| a |\n| - |\n| c \\"],
  ["<\u200bpre>\n![HIDDEN](x)\n</pre>", "<pre>\n![](x)\n</pre>"],
  ["a\n\n   \u200b ![HIDDEN](x)", "a\n\n    ![](x)"],
  ["a $\\begin{array}{HIDDEN}x\\end{array}$ b", "a  b"],
  ["a $\\begin{aligned}[HIDDEN]x\\end{aligned}$ b", "a  b"],
  ["a $\\frac{HIDDEN words$ b", "a  b"],
  ["a $x^a^b \\text{HIDDEN}$ b", "a  b"],
  ["a $\\text{HIDDEN} & x$ b", "a  b"],
  ["a $\\left( \\text{HIDDEN}$ b", "a  b"],
  ["a $\\text{HIDDEN} \\frac{a}$ b", "a  b"],
  ["$\\text{a}\\!\\!\\!\\text{HIDDEN}$", ""],
  ["$$\nx\\tag{HIDDEN}\\tag{y}\n$$", ""],
  ["$$\n\\begin{comment}HIDDEN\\end{comment}x\n$$", ""],
  ['```mermaid\nflowchart LR\nA["fa:fa-HIDDEN fa:fa-words x"]\n```', "```mermaid\n```"],
  [
    '<table><tr><td>a</td><td rowspan="2">HIDDEN<br></td></tr><tr><td colspan="2"><img src="x" width="800"></td></tr></table>',
    "<table><tr><td></td><td><br></td></tr><tr><td><img></td></tr></table>",
  ],
  ["<p>$\\phantom{\\text{HIDDEN}}$</p>", ""],
  ["<ul><li>$\\color{white}HIDDEN$</li></ul>", ""],
  ["<p>\n$$\nx % HIDDEN\n$$\n</p>", ""],
  ['<pre lang="mermaid">pie\n%% HIDDEN\n"a" : 1</pre>', "<pre></pre>"],
  ['<pre lang="math">HIDDEN</pre>', "<pre></pre>"],
  ["---\nid: HIDDEN\nid: x\n---\n\nc", "\n\nc"],
  ['---\na: {note: "HIDDEN", note: x}\n---\n\nc', "\n\nc"],
  ["---\na:\n  - HIDDEN\na: []\n---\n\nc", "\n\nc"],
  ["---\na: b\n...\nHIDDEN\n---\n\nc", "\n\nc"],
  ["---\na0: &HIDDEN 1\n---\n\nc", "\n\nc"],
  ["see [HIDDEN](#gh-dark-mode-only)", "see [](#gh-dark-mode-only)"],
  ['<a href="#gh-light-mode-only">HIDDEN</a>', "<a></a>"],
  ["[HIDDEN][r]\n\n[r]: #gh-dark-mode-only", "[]\n\n"],
  ['<a href="https://x.example#gh-dark-mode-only">\n\nHIDDEN\n\n- HIDDEN\n\n</a>', "<a>\n\n\n\n- \n\n</a>"],
  ["[HIDDEN](#gh-dark-mode-onl&#121;)", "[](#gh-dark-mode-only)"],
  ["<h6><div><h6><div><h6><div><h6><div><h6><div>HIDDEN", "<h6><div><h6><div><h6><div><h6><div><h6><div>"],
  ["<sup>\n\n████\\\nHIDDEN\n\n</sup>", "<sup>\\</sup>"],
  ["<sub><sub><sub>$x_{y_{\\text{HIDDEN}}}$</sub></sub></sub>", "<sub><sub><sub></sub></sub></sub>"],
  ["a[^a]\n\n[^a]: <sub><sub><sub>HIDDEN</sub></sub></sub>", "a[^a]\n\n "],
  [
    `\`\`\`mermaid\ngraph TD\nA[HIDDEN] --> B\n${" ".repeat(51_000)}\n\`\`\``,
    "```mermaid\n" + " ".repeat(51_000) + "\n```",
  ],
  ['a <bdo dir="rtl">HIDDEN words</bdo> b', "a <bdo></bdo> b"],
  [`a <b title="${"HIDDEN ".repeat(7000)}">c`, "a c"],
  [`a [b](c "${"HIDDEN ".repeat(7000)}")`, "a [b](c)"],
  [`a ${"[b](c (".repeat(9000)} HIDDEN)`, ""],
  [`a [b](${"x".repeat(301)}HIDDEN) d`, "a [b]() d"],
];

test.each(unseen.map(([text, left]) => [text.slice(0, 80), text, left]))("%j", (_, text, left) => {
  expect(words(markdownForModel(text))).toBe(words(left));
  expect(markdownForModel(text)).not.toContain("HIDDEN");
});

/** Without what says that words were left out, and without layout. */
function words(text: string): string {
  return withoutMarks(text).replace(/\s/g, "");
}

function withoutMarks(text: string): string {
  return text.replaceAll("[…] ", "");
}

test.each([
  ['It must <font color="red">not</font> wait.', "It must <font>[…] </font> wait."],
  ['It must <span class="x">not</span> wait.', "It must <span>[…] </span> wait."],
  ["It must <progress>not</progress> wait.", "It must <progress>[…] </progress> wait."],
  ["It must $\\emph{not}$ wait.", "It must […]  wait."],
  ["It waits.[^1]\n\n[^1]: Never <b style='color:red'>not</b>.", "It waits.[^1]\n\n[^1]: Never <b>[…] </b>."],
  ['<div dir="rtl">\n\nIt never waits.\n\nNor goes.\n\n</div>', "<div>\n\n[…] \n\n\n\n</div>"],
  ["a <!-- never --> b[^c] <b title='never'>c</b>\n\n[^d]: never", "a  b[^c] <b>c</b>\n\n "],
  ["- [ ] It MUST NOT send.\n| - |", "[…] "],
  ["1. a\n</b>\n\n40105. b", "[…] \n\n\n40105. b"],
  ["a[^1]\n\n[^1]: 1. closed\n    40105. expired", "a[^1]\n\n[…] "],
  ["---\n<<: {note: never}\nnote: x\n---\n\na", "[…] \n\na"],
])("where words may be seen and are not read, %j says so", (text, left) => {
  expect(markdownForModel(text)).toBe(left);
});

test.each(unseenOnGitHub.map((text) => [text.slice(0, 80), text]))(
  "of %j nothing hidden is shown",
  (_, text) => {
    expect(markdownForModel(text)).not.toContain("HIDDEN");
  },
);

test("what a reader sees stays", () => {
  for (const text of [
    `\`\`\`${"`".repeat(90)}\na\n\`\`\`${"`".repeat(90)}\n\n- [x] a [b]: c\n- [ ] d`,
    `a ${"`".repeat(80)} b ${"`".repeat(80)} c`,
    "A `Map<String, List<Foo>>` of `![x](y)` and `<a title=x>`.",
    "See [RSA4](#RSA4), [the RFC](https://www.rfc-editor.org/rfc/rfc9110#section-8.8.3) and <https://example.com>.",
    "a ![NOT\never] b, [a][b c], ![a *b* c][d], [x][and a label that is not defined and longer than others are]",
    "a[^but-never-on-weekends] b",
    "a <title>NOT</title> b, <xmp c='d'>e</xmp>, <noembed>f</noembed>",
    "<script>\n\nNOT\n\n</script>\nb\n\n<iframe\nsrc=x>\nNOT\n</iframe>",
    '<ol start="40105" type="a">\n<li>a</li>\n<li value="2">b</li>\n</ol>',
    "x[0][1] and [AC-1]: The client MUST send 5 messages (see above).",
    "[x](see the note above) & R&D &amp; &#38; a < b > c",
    '```json\n{ "a": "![b](c)" } <!- x ->\n```',
    "| a | b |\n| --- | --- |\n| `\\|` | c |",
    "It waits.[^1]\n\n[^1]: A footnote is read.",
    "a | b\n--- | ---\n1 | 2\n`x \\| y` | z",
    "| a | b |\n| :-- | --: |\n| 1 | 2 |\n\nx | y | z",
    "- | a | b |\n  | - | - |\n  | 1 | 2 |",
    "It costs $5, 10% more, and `<video>x</video>`.",
    '```json\n{ "%": "<svg>a</svg>" }\n```',
    "```mermaid\nflowchart TD\n  A[50 %% b] --> B\n```",
    "```mermaid\nflowchart TD\n  A[one] --> B\n  B --> C\n```\n\n```js\nstyle(a) // color: red\n```",
    "x<sup>2</sup> and H<sub>2</sub>O, <sup><sub>a note</sub></sup>",
    "A class [^A-Za-z0-9] of characters, [^ab]{2} of another.[^注]\n\n[^注]: A note.",
    "A long label in code: `[^A-Za-z0-9_-]`, and a[^1] note that[^b] names another.\n\n[^1]: See[^c].\n[^b]: B.\n[^c]: C.",
    "$$\nx = \\frac{a}{b} \\% c\n$$",
    "a![0] and vec![1, 2]",
    "---\ntitle: A spec\ntags:\n  - one\n  - two\nowner: platform\n---\n\nText.",
    "```mermaid\nsequenceDiagram\n  autonumber\n  participant A as Client\n  A->>API Server: POST /x\n  alt ok\n    API Server-->>A: 201\n  else\n    API Server-->>A: 409\n  end\n```",
    "```mermaid\nstateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy: start\n  Busy --> [*]\n```",
    "```mermaid\nerDiagram\n  USER ||--o{ ORDER : places\n  USER {\n    string name PK\n  }\n```",
    "```mermaid\ngraph LR\n  subgraph one [First]\n    A[Start] --> B{Ready?}\n  end\n  B -- yes --> C(Go)\n  B -->|no| D\n```",
    "$x \\le 5$ and $\\begin{cases} a \\\\ b \\end{cases}$",
    "<details><summary>More</summary>\n\nInside `x`.\n\n</details>",
    "Press <kbd>Ctrl</kbd>, then `<id>`; POST /users/<id> is sent.",
    '| a | b |\n| - | - |\n| `$"{x % 3}"` | c |\n| `$x` | d |',
    "It reads $HOME … and $USER, of which 50% are set; $HOME/\\bin and $USER\\x too.",
    "It costs $5, or 10% of $HOME, and 3% of US$6-$7.",
    "If $x$ is 50% of $y$, it waits; a `$$` is 20% of `$$`.",
    "```sh\necho $$\n```\n\nIt waits for 50% of it.\n\n```sh\necho $$\n```",
    "- a\n\n<br>\nb\n\n- c\n  <br>\n\n> d\n</details>\ne\n\n<b>\ng\n</b>\n\nh\n<br>\ni < j",
    "A class `[^]` and `[^a` of 5; see [b](c) and `]`.",
    "A `<!--` begins a comment and `-->` ends it; `<!-- x -->` is one, and so is `<?php`.",
    "```html\n<!-- a note -->\n<p>x</p>\n<!-- open\n```\n\nIt waits.\n\n- b\n  ~~~\n  <![CDATA[x]]>\n  [//]: # (y)\n  ~~~",
  ])
    expect(markdownForModel(text)).toBe(text);
});

test("an attribute that moves nothing hides nothing", () => {
  const table = '<table width="100%"><tr><td align="center" width="50%">a</td></tr></table>';
  expect(markdownForModel(table)).toBe("<table><tr><td>a</td></tr></table>");
  const spans =
    '<table><tr><td rowspan="2">a</td><td colspan="2">b</td></tr><tr><td>c</td><td>d</td></tr></table>';
  expect(markdownForModel(spans)).toBe(spans.replace(/ \w+="2"/g, ""));
});

test("a long text is shown chapter by chapter, up to one that hides the next", () => {
  const chapter = (number: number): string => `## ${String(number)}\n\nThe \`client\` waits.\n`.repeat(400);
  const open = `${chapter(1)}\n<template>\n\n${chapter(2)}`;
  const [shown, cut] = [markdownForModel(chapter(1)), markdownForModel(open)];
  expect(shown).toBe(chapter(1));
  expect(cut.startsWith(chapter(1).slice(0, 5_000))).toBe(true);
  expect(cut).not.toContain("## 2");
});

test("what is cut off is read as the whole is", () => {
  const attribute = `b <b title="${"HIDDEN words ".repeat(300)}">c</b> d`;
  expect(withoutMarks(markdownForModel(attribute, 400))).toBe("b c</b> d");
  const block = `<div>\n${"x\n".repeat(4500)}# x\n    <b title="HIDDEN">y</b>\n</div>\n\n${"z ".repeat(6000)}`;
  expect(markdownForModel(block)).not.toContain("HIDDEN");
  const kept = `<pre>\n${"x\n\n".repeat(3000)}\n\n# x\n\n    <b title="HIDDEN">y</b>\n</pre>\n\n${"z ".repeat(6000)}`;
  expect(markdownForModel(kept)).not.toContain("HIDDEN");
});

test("a passage is shown where its words stand in their order in what is shown", () => {
  const shown = markdownForModel(
    'The client MUST NOT delete it <b title="\nThe client MUST send it.\n">now</b>.',
  );
  expect(passageIn("The client\nMUST NOT delete it", shown)).toBe("The client MUST NOT delete it");
  expect(passageIn("The client MUST delete it", shown)).toBeNull();
  expect(passageIn("The client MUST send it.", shown)).toBeNull();
  const item = markdownForModel("- The client waits\n[^x]: for HIDDEN words\n- `a` (or `b`).");
  expect(passageIn("- The client waits\n[^x]: for HIDDEN words", item)).toBe("- The client waits");
  expect(passageIn("`a` (or `b`).", item)).toBe("`a` (or `b`).");
});

test("what nests without end is shown to nobody", () => {
  const tangled = ["<b>", "<div>\n", "<table><tr><td>", "<code a=b>\n\n", "[^a] "];
  for (const piece of tangled)
    expect(markdownForModel(`${piece.repeat(3000)}HIDDEN`)).not.toContain("HIDDEN");
  const notFront = `---\n${"> ".repeat(3000)}HIDDEN`;
  expect(markdownForModel(`${notFront}\n...\n\n<b>`)).not.toContain("HIDDEN");
  expect(seenFile({ path: "a.md", text: `a\n\n${notFront} <b title="a b c d">\n---\n` }).text).not.toContain(
    "HIDDEN",
  );
});

test("each way of hiding by characters and comments", () => {
  for (const [hidden, untilEnd] of hiddenTexts) {
    // A comment that is empty ends where it begins; of one that only comes about a second reader shows the words.
    const left = hidden === "a<!-->b" ? "ab" : hidden.startsWith("a<!-<!--") ? "" : untilEnd;
    expect(withoutMarks(markdownForModel(hidden)).trimEnd()).toBe(left);
    expect(withoutMarks(dataBlock("a", dataForModel({ b: [hidden] }, "markdown")))).toContain(
      JSON.stringify(left).slice(0, -1),
    );
  }
  for (const name of "a.md a.Rmd a.qmd a.livemd a.ronn a.scd a.workbook a.mkdown a.mdc docs/contents.lr README".split(
    " ",
  ))
    expect(fileForModel(name, "<!-- x -->a")).toBe("a");
  expect(fileForModel("a.md", "<div>\n<!-- x\n<b> -->a <b>c</b> <!--> d\n</div>")).toBe(
    "<div>\na <b>c</b>  d\n</div>",
  );
  expect(fileForModel("a.html", "<!-- x -->a\u200b")).toBe("<!-- x -->a");
});

test("code in a block reads as it is written", () => {
  const code = "const a: Map<string, List<Foo>> = <div>{b < c && d > e}</div>; // <!-- x -->";
  expect(dataBlock("file", { text: codeForModel(code) })).toContain(code);
});

test("no text ends its block or opens one", () => {
  const space = fc.array(fc.constantFrom(" ", "\n", "\t", "\r", "\f", "\u2028", "\u200b", "\u00ad", ""), {
    maxLength: 3,
  });
  const tag = fc
    .tuple(
      space,
      fc.constantFrom("/", "", "//"),
      space,
      fc.constantFrom("data", "DATA", "Data", "data kind='task'"),
    )
    .map(([before, slash, after, name]) => `<${before.join("")}${slash}${after.join("")}${name}>`);
  const piece = fc.oneof(tag, fc.constantFrom("<", ">", "/", "\\", '"', "a", "data", "</"), fc.string());
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = codeForModel(pieces.join(""));
      const block = dataBlock("file", { text });
      const inside = block.slice(block.indexOf("\n") + 1, block.lastIndexOf("\n"));
      expect(inside).not.toMatch(/<[\s/]*data/i);
      expect(inside).not.toMatch(/<(?:\\[a-z]|[\s/])*data/i);
      expect(JSON.parse(inside)).toEqual({ text });
    }),
  );
});

test("a second pass finds nothing more", () => {
  const piece = fc.constantFrom(
    "[",
    "]",
    "(",
    ")",
    "!",
    "`",
    "```",
    "\n",
    "<a ",
    ">",
    '"',
    " b ",
    "\\",
    "<!--",
    "-->",
    "&#8203;",
    ": /x",
    "$$",
    "%",
    "|",
    "| - | - |",
    "<svg>",
    "</svg>",
    "[^a]",
    "\\phantom{",
    "```math",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const once = markdownForModel(pieces.join(""));
      expect(markdownForModel(once)).toBe(once);
    }),
  );
});

test("raw text is no model input", () => {
  const raw: string = "from a pull request";
  // @ts-expect-error: only this room makes text that a model may see
  const text: ModelRequest["documents"][number] = { title: "a", text: raw };
  // @ts-expect-error: nor does JSON take it
  expect(dataBlock("a", { b: raw })).toContain(text.text);
  expect(codeForModel(raw)).toBe(raw);
});

test("a link whose words are the call of a note takes nothing along that stands before it", () => {
  const shown = markdownForModel("# Design\n\nNever delete it.\n\nSee [[^1]](/u) here.\n\n[^1]: A note.\n");
  expect(shown).toContain("# Design\n\nNever delete it.\n\nSee ");
  expect(shown).toContain(" here.");
  expect(markdownForModel("# Design\n\nNever delete it. [[^1]]()\n[^1]:\n")).toContain("Never delete it.");
});

test("a comment within a line that not every reader of Markdown takes for one leaves a mark, a plain one nothing", () => {
  expect(markdownForModel("It never <!-- ever -- not by a person --> deletes.\n")).toBe(
    "It never […]  deletes.\n",
  );
  expect(markdownForModel("It never <!-- by a person --> deletes.\n")).toBe("It never  deletes.\n");
  expect(markdownForModel("<!-- of a -- template -->\n\nIt deletes.\n")).toBe("\n\nIt deletes.\n");
});
