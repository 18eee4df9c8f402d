import { changedText } from "../../../src/core/message/text-diff.ts";

test.each([
  ["It waits 5 s.", "It waits 9 s.", "> It waits <del>5</del><ins>9</ins> s."],
  ["It waits.", "It waits. It stops.", "> It waits. <ins>It stops.</ins>"],
  [
    "The value in the header matches the length by the built-in way.",
    "When a peer downgrades, the usual way of counting is used.",
    "> <del>The value in the header matches the length by the built-in way</del><ins>When a peer downgrades, the usual way of counting is used</ins>.",
  ],
  ["- one\n- two", "- one\n- three", "> \\- one<br>\\- <del>two</del><ins>three</ins>"],
  ["one\ntwo", "one two three", "> one two <ins>three</ins>"],
  ["```js\na()\n```", "```js\na()\nb()\n```", "> \\`\\`\\`js<br>a()<br><ins>b()</ins><br>\\`\\`\\`"],
])("%j becomes %j", (before, after, shown) => {
  expect(changedText(before, after)).toBe(shown);
});

test("what is the same far from a change is cut, and the change is shown", () => {
  const same = "word ".repeat(400);
  const shown = changedText(`${same}red ${same}`, `${same}blue ${same}`);
  expect(shown).toContain("<del>red</del><ins>blue</ins>");
  expect(shown.startsWith("> … word")).toBe(true);
  expect(shown.endsWith("word …")).toBe(true);
  expect(shown.length).toBeLessThan(600);
});

test("what is kept behind a long new part does not look taken away", () => {
  const kept = Array.from({ length: 150 }, (_, at) => `kept${String(at)}`).join(" ");
  const come = Array.from({ length: 150 }, (_, at) => `new${String(at)}`).join(" ");
  expect(changedText(`It begins. ${kept}`, `It begins. ${come} ${kept}`)).not.toContain("<del>");
});

test("that lines were left out is nothing that was taken away", () => {
  expect(changedText("It waits.\n\n…\n* red", "It waits.\n\n* blue")).not.toContain("<del>…");
});

test("that lines were left out before a new sentence is nothing that came", () => {
  expect(changedText("# Caps", "# Caps\n\n…\nTwo caps apply.")).toBe(
    "> \\# Caps<br>… <ins>Two caps apply.</ins>",
  );
});

test("an author's own dots came with the sentence they end", () => {
  expect(changedText("It waits.", "It waits. Then …")).toBe("> It waits. <ins>Then …</ins>");
});

test("what came is cut at a word, and the cut is marked behind it", () => {
  const come = "brandnew ".repeat(400).trim();
  const shown = changedText("It waits.", `It waits. ${come}`);
  expect(shown).toMatch(/ brandnew<\/ins> …$/);
  expect(shown.length).toBeLessThan(1_700);
});

test("what was taken away is cut the same way", () => {
  const gone = `${"so".repeat(20)}wornout `.repeat(80).trim();
  expect(changedText(`It waits. ${gone}`, "It waits.")).toMatch(
    /^> It waits. <del>(?:\w+wornout ?)+<\/del> …$/,
  );
});

test("sentences that stay between two new ones are not shown as gone and come again", () => {
  const kept = "The table names the fields of it. They are in order.";
  const first =
    "The version of the key is a number of sixteen bytes. See the other page for all of its details.";
  const last =
    "The key has any length. It is as long as the suite makes it, which changes nothing of the form.";
  const shown = changedText(`It is so.\n\n${kept}`, `It is so.\n\n${first}\n\n${kept} ${last}`);
  expect(shown).not.toContain("<del>");
  expect(shown).toContain("<ins>");
});
