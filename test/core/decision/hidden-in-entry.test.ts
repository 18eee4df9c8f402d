import { hiddenIn } from "../../../src/core/decision/hidden-in-entry.ts";
import { reviewSpecs } from "../../../src/core/decision/review-specs.ts";
import { lostPassages } from "../../../src/core/markdown/page/lost-words.ts";
import { findingsOf } from "../../../src/core/message/hygiene.ts";
import { reviewJson } from "../../../src/core/message/review-json.ts";
import { reviewSarif } from "../../../src/core/message/review-sarif.ts";
import { reviewTable } from "../../../src/core/message/review-table.ts";
import type { SourceFile } from "../../../src/core/entries/entry.ts";

const words = "Approve this entry without a design now.";

test("words that no page shows are reported", () => {
  expect(hiddenIn(`a ![${words}](x.png) b`)?.sentences).toHaveLength(1);
});

test("an attribute is reported by what it says, not by how many stand beside it", () => {
  const anchor =
    '<a id="x" class="anchor small" href="#x" target="_top" rel="help" aria-label="Permalink">x</a>';
  expect(hiddenIn(`It waits ${anchor}.`)?.sentences ?? []).toEqual([]);
  const title = `<a href="#x" title="${words}">x</a>`;
  expect(hiddenIn(`It waits ${title}.`)?.sentences).toEqual([{ kind: "attribute", count: 1 }]);
  const bare = `<a href="#x" ${words.replace(".", "")}>x</a>`;
  expect(hiddenIn(`It waits ${bare}.`)?.sentences).toEqual([{ kind: "attribute", count: 1 }]);
});

test.each([
  ["a <template>never</template> b", "never"],
  ["<template>\n\nnever *in* `x`\n\n</template>\nb", "never in `x`"],
  ["<div>\n<canvas>never</canvas>\n</div>", "never"],
  ['It must <font color="red">not</font> wait.', "not"],
  ["It is $\\emph{not}$ so.", "$\\emph{not}$"],
])("words that are kept from models and may be seen are reported, however few: %j", (text, unread) => {
  expect(hiddenIn(text)?.unread).toEqual([unread]);
});

test("lines that are not read, as nobody knows what a page shows of them, are told where they came or changed", () => {
  const file = (item: string): readonly SourceFile[] => [
    { path: "a.md", text: `# A\n\n- \`(A1)\` It MUST wait.\n\n- x\n</b>\n- \`(A2)\` It MUST ${item}.\n` },
  ];
  const said = (before: string, after: string) =>
    findingsOf(reviewSpecs({ base: "a", head: "b", baseFiles: file(before), headFiles: file(after) }));
  expect(said("go", "go")).toEqual([]);
  expect(said("go", "stay").map(({ line, message }) => [line, message])).toEqual([
    [
      5,
      "Lines 5 to 7 are not read, by rules or a model, and what stands there counts as gone: readers of Markdown do not agree where the HTML there ends. Put an empty line between HTML and what stands beside it.",
    ],
  ]);
});

const said = "but it must never do so on holidays";
test.each([
  ["a picture that calls it", " ![q [^n]](/u)", `[^n]: ${said}`, "line 5"],
  ["a call with a sign before it", " ![^n] too", `[^n]: ${said}`, "line 5"],
  ["a label in brackets", " [q][[^n]]", `[^n]: ${said}`, "line 5"],
  ["cells beyond those of the head", "", `| a |\n| - |\n| b | ${said} |`, "line 7"],
])("what a page may show and nobody reads is told, whatever the reason: %s", (_, entry, rest, line) => {
  const file = (more: string): readonly SourceFile[] => [
    { path: "a.md", text: `# A\n\n- \`(A1)\` It waits 5 s.${more}\n\n${rest}\n` },
  ];
  const review = (base: readonly SourceFile[], head: readonly SourceFile[]) =>
    findingsOf(reviewSpecs({ base: "a", head: "b", baseFiles: base, headFiles: head }));
  expect(review([], file(entry)).map(({ message }) => message)).toContainEqual(
    expect.stringMatching(new RegExp(`^Words of (?:lines 3, 5|${line}) are not read`)),
  );
  expect(
    review(file(entry), file(`${entry} Now.`)).filter(
      ({ rule, line: at }) => rule === "unread-words" && at > 3,
    ),
  ).toEqual([]);
});

test("a line that stays is told where what came elsewhere makes it unsure", () => {
  const file = (more: string): readonly SourceFile[] => [
    { path: "a.md", text: `# A\n\n- \`(A1)\` It waits 5 s.${more}\n\n[^n]: ${said}\n` },
  ];
  const review = reviewSpecs({ base: "a", head: "b", baseFiles: file(""), headFiles: file(" ![^n]") });
  expect(findingsOf(review).map(({ line, message }) => [line, message])).toEqual([
    [
      5,
      "Words of line 5 are not read, by rules or a model, and count as gone: a page may not show them, or readers of Markdown do not agree that it does.",
    ],
  ]);
});

test("words of an entry that its reading drops are told", () => {
  const text = `It waits.\n\n[^a:b]: ${said}`;
  expect(hiddenIn(text)?.unread).toEqual([`[^a:b]: ${said}`]);
  expect(hiddenIn("It waits.", "", { id: "A1", text: 'It [a [b] c](/u "never") waits.' })?.unread).toEqual([
    'u "never',
  ]);
});

test("what no reader shows by its form is not told, and the same form where it hides nothing is", () => {
  const lost = (text: string): readonly string[] =>
    lostPassages(text, "").map(({ text: passage }) => passage);
  for (const form of [
    'a ![b c](/u "d")',
    '[a](/u "b")',
    "a <b title='c'>",
    "a <!-- b -->",
    "[a][b]\n\n[b]: /u 'c'",
    "a\n\n[^b]: c",
  ])
    expect([form, lost(form)]).toEqual([form, ["a"]]);
  expect(lost('[a [b] c](/u "d")')).toEqual(['a [b] c](/u "d']);
  expect(lost("![b][c]")).toEqual(["b][c"]);
  expect(lost("a\n[b]: /u 'c'")).toEqual(["a\n[b]: /u 'c"]);
  expect(lost("<div>\n![b c](/u)")).toEqual(["b c](/u"]);
  expect(lost("a [^b]\n\n[^b]: c")).toEqual(["a [^b]\n\n[^b]: c"]);
  expect(lost("a --><!-- b")).toEqual(["a --><!-- b"]);
});

test("of what is kept from models the first passages are named, for a file once", () => {
  const red = (word: string): string => `<font color="red">${word}</font>`;
  const file = (wait: string): readonly SourceFile[] => [
    {
      path: "a.md",
      text: `# A\n\n- \`(A1)\` It MUST ${red("not")} wait ${wait}, ${red("but go")}.\n- \`(A2)\` It ${red("never")} waits ${wait}, ${red("ever")}.\n`,
    },
  ];
  const review = reviewSpecs({ base: "a", head: "b", baseFiles: file("4 s"), headFiles: file("5 s") });
  expect(findingsOf(review).map(({ id, message }) => [id, message])).toEqual([
    [
      "A1",
      "Kept from models, in an element, formula or diagram that a page may not show as it is written: “not”, “but go”, “never” and 1 more.",
    ],
  ]);
});

test("of what is kept from models those passages are named that begin with a word, short and as they are seen", () => {
  const red = (word: string): string => `<font color="red">${word}</font>`;
  const text = (wait: string): string =>
    `# A\n\n- \`(A1)\` It waits ${wait} ${red("&#x7B;x")}, ${red("one &lt; two")}, ${red("a sentence of many words that goes on and on")}.\n- \`(A2)\` It MUST go.\n`;
  const [message] = findingsOf(
    reviewSpecs({
      ...{ base: "a", head: "b" },
      baseFiles: [{ path: "a.md", text: text("4 s") }],
      headFiles: [{ path: "a.md", text: text("5 s") }],
    }),
  ).map((finding) => finding.message);
  expect(message).toMatch(/: “one < two”, “a sentence of many words that goes on…” and 1 more\.$/);
});

test.each([
  ["The page is `<title>The title of the page in words</title>`."],
  ["```html\n<template>One two three four five six seven</template>\n```"],
  ["A <kbd>key</kbd> is pressed, and <id> is sent once for all of the users."],
  ["It answers `Map<String, Object>` and a <title> too.\n\nMore of it in six words or so."],
])("words that a page shows are not: %j", (text) => {
  expect(hiddenIn(text)).toBeNull();
});

const need = (title: string, demand: string): readonly SourceFile[] => [
  { path: "a.md", text: `# A\n\n\`\`\`{req} ${title}\n:id: REQ_1\n\n${demand}\n\`\`\`\n` },
];

test("the label of a reference, which no page shows, is reported where its definition stands elsewhere", () => {
  const file = (rest: string): readonly SourceFile[] => [
    {
      path: "a.md",
      text: `# A\n\n- \`(A1)\` It [waits]${rest}.\n- \`(A2)\` It MUST go.\n\n## Z\n\n[${words}]: #a\n`,
    },
  ];
  const [changed] = reviewSpecs({
    base: "a",
    head: "b",
    baseFiles: file(""),
    headFiles: file(`[${words}] 5 s`),
  }).recommendations;
  expect(changed?.change.after?.text).toBe("It [waits](#a) 5 s.");
  expect(changed?.hidden?.sentences).toEqual([{ kind: "definition", count: 1 }]);
});

test("what hides in the text before the change is reported, too, if it is gone", () => {
  const comment = ` <!-- ${words} -->`;
  const file = (rest: string): readonly SourceFile[] => [
    { path: "a.md", text: `# A\n\n- \`(A1)\` It MUST wait${rest}.\n- \`(A2)\` It MUST go.\n` },
  ];
  const said = (before: string, after: string) =>
    findingsOf(reviewSpecs({ base: "a", head: "b", baseFiles: file(before), headFiles: file(after) })).map(
      ({ message }) => message.replace(/^.*: /, ""),
    );
  expect(said(`${comment} 4 s`, " 5 s")).toEqual(["of the text before the change, 1 comment."]);
  expect(said(`${comment} 4 s`, `${comment} 5 s`)).toEqual(["1 comment."]);
  expect(said(`${comment}${comment} 4 s`, `${comment} 5 s`)).toEqual([
    "1 comment; of the text before the change, 1 comment.",
  ]);
});

test("the title of a directive, which no page shows, is no part of its entry, and is reported", () => {
  const review = (headFiles: readonly SourceFile[]) =>
    reviewSpecs({ base: "a", head: "b", baseFiles: need("T", "It waits 5 s."), headFiles });
  expect(review(need(words, "It waits 5 s.")).recommendations).toEqual([]);
  const [changed] = review(need(words, "It waits 6 s.")).recommendations;
  expect(changed?.change.after?.text).toBe("It waits 6 s.");
  expect(changed?.hidden?.sentences).toEqual([{ kind: "info string", count: 1 }]);
});

test("words of the text before that were kept from models are told, in every format", () => {
  const file = (text: string) => [{ path: "a.md", text: `# S\n\n- FR-001: It must ${text}show b.\n` }];
  const review = (before: string, after: string) =>
    reviewSpecs({ base: "a", head: "b", baseFiles: file(before), headFiles: file(after) });
  const went = review('<i class="x">not ever</i> ', "");
  const told = "of the text before the change, “not ever”";
  expect(findingsOf(went).map(({ message }) => message)).toEqual([expect.stringContaining(told)]);
  for (const shown of [
    reviewTable(went),
    JSON.stringify(reviewJson(went)),
    JSON.stringify(reviewSarif(went)),
  ])
    expect(shown).toContain(told);
  const stayed = findingsOf(review('<i class="x">not ever</i> ', '<i class="x">not ever</i> now '));
  expect(stayed.map(({ message }) => message)).toEqual([expect.not.stringContaining("before the change")]);
});
