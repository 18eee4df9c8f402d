import { nothingToBuild } from "../../../src/core/decision/nothing-to-build.ts";
import { changeOf, contextOf, entryOf } from "../../support/spec-builders.ts";

const asks = (before: string, after: string): boolean =>
  nothingToBuild(changeOf(before, after), contextOf()) === null;

test.each([
  ["punctuation", "The `id` is sent, once", "The `id` is sent once."],
  ["emphasis and links", "See the rules of *retry*.", "See the [rules](a.md) of retry."],
  ["a table's padding", "| a | b |\n| - | - |\n| 1 | 2 |", "| a    | b |\n| ---- | - |\n| 1    | 2 |"],
  ["will for shall", "The client shall send `PING`.", "The client will send `PING`."],
  [
    "one plain word for another",
    "It records the name and the path.",
    "It records the name and the location.",
  ],
])("%s changes nothing", (_what, before, after) => {
  expect(asks(before, after)).toBe(false);
});

test.each([
  ["case in a code span", "Send `Attach` first.", "Send `ATTACH` first."],
  ["a negation", "The client must not retry.", "The client must retry."],
  ["a number", "Wait 10 seconds.", "Wait 20 seconds."],
  ["a nullable type", "`serial` string - the serial", "`serial` string? - the serial"],
  ["an order", "Emit before closing.", "Emit after closing."],
  ["the order of words", "A is sent, then B.", "B is sent, then A."],
  ["should for must", "It must be sent.", "It should be sent."],
])("%s is never editorial", (_what, before, after) => {
  expect(asks(before, after)).toBe(true);
});

test("a reference alone changes nothing", () => {
  const before = entryOf("Fails as in `RT5`.", { references: ["RT5"] });
  const after = entryOf("Fails as in `RT6`.", { references: ["RT6"] });
  expect(nothingToBuild(changeOf(before, after), contextOf())?.reason).toContain("reference");
});

test("a tombstone names who carries the behaviour", () => {
  const after = entryOf("This clause has been replaced by `RT6`.", {
    status: "retired",
    replacedBy: ["RT6"],
  });
  expect(nothingToBuild(changeOf("It fails.", after, "retired"), contextOf())?.reason).toContain("RT6");
});

test("a heading is nothing when its children carry the behaviour, and only then", () => {
  const parent = entryOf("The attributes of `Batch` are:");
  const child = entryOf("`size` number", { id: "X1a", parent: "X1" });
  expect(nothingToBuild(changeOf(null, parent), contextOf([parent, child]))).not.toBeNull();
  expect(nothingToBuild(changeOf(null, parent), contextOf([parent]))).toBeNull();
});

test.each([
  "A test should exist for each state.",
  "Note: this was different in older versions.",
  "See the guide for details.",
  "We recommend storing the value in a map.",
])("%s asks for nothing", (text) => {
  expect(nothingToBuild(changeOf(null, text), contextOf())).not.toBeNull();
});

test("a rewritten note in parentheses asks for nothing, a rewritten rule beside it does", () => {
  const note = "(Note: this differs from older clients. They could leave the state empty.)";
  const before = "The `id` is a string. (Note: this is new.)";
  expect(asks(before, `The \`id\` is a string. ${note}`)).toBe(false);
  expect(asks(before, `The \`id\` is a number. ${note}`)).toBe(true);
});

test("marking an entry as deprecated asks for nothing", () => {
  const before = entryOf("The set of hosts is empty.");
  const after = entryOf("(deprecated) The set of hosts is empty.", { status: "deprecated" });
  expect(nothingToBuild(changeOf(before, after), contextOf())?.reason).toContain("deprecated");
});

test("an entry that was renumbered and worded anew is decided by its words", () => {
  const same = changeOf("It must send 3.", entryOf("It must send 3.", { id: "X2" }), "renamed");
  expect(nothingToBuild({ ...same, previousId: "X1" }, contextOf())?.reason).toContain("X1");
  expect(nothingToBuild(changeOf("It must send 3.", "It must send 4.", "renamed"), contextOf())).toBeNull();
});
