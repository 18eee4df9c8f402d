import { codeIdReferences, idFamily, isCodeId } from "../../../src/core/entries/code-id.ts";
import { statusOf } from "../../../src/core/entries/tombstone.ts";

describe("code IDs", () => {
  it.each(["RTN15a", "AB1", "CHA-M10f", "TR3ν", `A${"1".repeat(59)}`])("%s is one", (id) => {
    expect(isCodeId(id)).toBe(true);
  });

  it.each(["rtn15", "RTN", "1AB", "AB 1", "AB_1", "AB1.2", `A${"1".repeat(60)}`, "", "xAB1"])(
    "%j is none",
    (id) => {
      expect(isCodeId(id)).toBe(false);
    },
  );

  it.each([
    ["RTN15a", "RTN"],
    ["CHA-M10f", "CHA-M"],
    ["15", ""],
  ])("%s is of the family %s", (id, family) => {
    expect(idFamily(id)).toBe(family);
  });

  it.each([
    ["see [`AB2`](#AB2) and `AB3`", ["AB2", "AB3"]],
    ["AB3 before AB2, and AB3 again", ["AB3", "AB2"]],
    ["see [there](#AB9), unknown but a link", ["AB9"]],
    ["AB9 is unknown", []],
    ["itself AB1 and [](#AB1)", []],
    ["a [title](#Overview) and an anchor #ab2", []],
    ["see AB2x and XAB2", []],
    ["AB3 is [`that`](#AB2)", ["AB3", "AB2"]],
    ["AB3 and [x](#AB2) and [AB3](#AB3)", ["AB3", "AB2"]],
  ])("%s names %j", (text, ids) => {
    expect(codeIdReferences(text, "AB1", new Set(["AB1", "AB2", "AB3"]))).toEqual(ids);
  });
});

describe("the status a text declares by how it begins", () => {
  it.each([
    "This clause has been deleted.",
    "This point was removed in 2.0.",
    "This item is now superseded by `AB2`.",
    "This section is withdrawn.",
    "This entry has been renamed to X.",
    "This feature spec point has been replaced.",
    "This specification requirement was retired.",
    "This spec clause has been moved.",
    "`[Testable]` This clause has been deleted.",
    "\\[A\\] [B b] This clause has been deleted.",
    "~~The system MUST wait.~~ — **Deferred** to 2.0",
    "~~Wait.~~ (removed)",
    "~~Wait.~~ Out of scope",
    "~~Wait.~~ cancelled",
    "~~Wait.~~ canceled",
    "~~Wait.~~ no longer needed",
    "~~Wait.~~",
    "**~~Wait.~~**\n\n~~For an answer.~~\n\nRemoved in 3.1.",
    "<del>Wait.</del>",
    "~~Wait.</del> (replaced by AB2)",
    "*Withdrawn.* ~~The client must wait.~~",
  ])("%s: retired", (text) => {
    expect(statusOf(text)).toBe("retired");
  });

  it.each([
    "(deprecated) Use AB2.",
    "`(deprecated)` Use AB2.",
    "**(deprecated)** Use AB2.",
    "**(since b, deprecated)** x",
  ])("%s: deprecated", (text) => {
    expect(statusOf(text)).toBe("deprecated");
  });

  it.each([
    "The client must wait.",
    "When a channel is released, this clause has been deleted from the list.",
    "This clause has deleted messages in mind.",
    "This connection has been deleted.",
    "This clause has been deletedish.",
    "~~Wait.~~ The client must go on.",
    "Wait ~~5~~ 6 s.",
    "~~5~~ 6 s",
    "Moved rows are kept for ~~5~~ 6 days and then deleted.",
    "~~Wait.~~ ✅ shipped",
    "~~Wait.",
    "The word ~~old~~ deferred",
    "[A] [B] [C] This clause has been deleted.",
    "Use AB2 (deprecated).",
    `${" x".repeat(200)} This clause has been deleted.`,
  ])("%s: live", (text) => {
    expect(statusOf(text)).toBe("live");
  });
});
