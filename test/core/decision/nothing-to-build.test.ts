import { nothingToBuild } from "../../../src/core/decision/nothing-to-build.ts";
import { changeOf, contextOf, entryOf } from "../../support/spec-builders.ts";

const isProved = (before: string, after: string): boolean =>
  nothingToBuild(changeOf(before, after), contextOf()) !== null;

test.each([
  ["a final stop", "The `id` is sent once", "The `id` is sent once."],
  ["a semicolon for a full stop", "It waits; it retries.", "It waits. It retries."],
  ["emphasis", "Read it *not* twice.", "Read it **not** twice."],
  ["a link on the same words", "See the rules of retry.", "See the [rules](a.md) of retry."],
  ["a page that moved", "Asks for [consent](/consent).", "Asks for [consent](/guide/consent/overview.md)."],
  ["a link's definition", "Retries as in [delivery](#d).", "Retries as in [delivery][d].\n\n[d]: #d"],
  ["an address that its words name", "By RFC 9457.", "By [RFC 9457](https://rfc.example/rfc9457)."],
  ["the last comma of a list", "It has street, town and country.", "It has street, town, and country."],
  ["a verb's form after its helper", "The lamp shall lights at once.", "The lamp shall light at once."],
  ["a table's padding", "| a | b |\n| - | - |\n| 1 | 2 |", "| a    | b |\n| ---- | - |\n| 1    | 2 |"],
  ["list marks", "Steps:\n\n1. wait\n2. send", "Steps:\n\n1) wait\n2) send"],
  ["line breaks", "It stops\nthe build.", "It stops the\nbuild."],
  ["quotation marks", 'A "stalled" job can\'t run.', "A “stalled” job can’t run."],
  ["the width of signs", "启动：数据（默认）在“目录”，结束", '启动:数据(默认)在"目录",结束'],
  ["an HTML entity", "Billing & Payouts — now.", "Billing &amp; Payouts &mdash; now."],
  ["a misspelling", "They remain untill dismissed.", "They remain until dismissed."],
  ["a doubled word", "If If it fails, stop.", "If it fails, stop."],
  ["British and American spelling", "The colour of a cancelled job.", "The color of a canceled job."],
  ["a number in words", "It tries three times.", "It tries 3 times."],
  ["a capital at the start of a sentence", "it is sent once again.", "It is sent once again."],
  ["capitals of a title", "## Token Refresh\n\nIt waits.", "## Token refresh\n\nIt waits."],
  ["capitals of a keyword", "The SDK may retry it.", "The SDK MAY retry it."],
  ["an article's form", "It takes an URL.", "It takes a URL."],
  ["a verb's form for a singular", "The list of jobs are sorted.", "The list of jobs is sorted."],
  ["an abbreviation written out", "The TTL is 5 s.", "The time to live (TTL) is 5 s."],
  ["e.g.", "Faults, e.g. a reset, are retried.", "Faults, for example a reset, are retried."],
  ["fences around the same code", "    a := b", "```\n    a := b\n```"],
])("%s changes nothing", (_what, before, after) => {
  expect(isProved(before, after)).toBe(true);
  expect(isProved(after, before)).toBe(true);
});

test.each([
  ["case in a code span", "Send `Attach` first.", "Send `ATTACH` first."],
  ["case in a quoted string", 'It reads "PENDING" then.', 'It reads "pending" then.'],
  ["the width of a sign that is spoken of", "分隔符是“：”，不变", '分隔符是":",不变'],
  ["the width of a letter", "接受Ａ键", "接受A键"],
  ["a negation", "The client must not retry.", "The client must retry."],
  ["a number", "Wait 10 seconds.", "Wait 20 seconds."],
  ["a number in words", "Wait two seconds.", "Wait three seconds."],
  ["a nullable type", "`serial` string - the serial", "`serial` string? - the serial"],
  ["an order", "Emit before closing.", "Emit after closing."],
  ["the order of words", "A is sent, then B.", "B is sent, then A."],
  ["the order of steps", "1. lock\n2. sync\n3. close", "1. sync\n2. lock\n3. close"],
  ["should for must", "It must be sent.", "It should be sent."],
  ["a plain word for another", "It records the name.", "It records the location."],
  ["a plural", "It signs out of the device.", "It signs out of the devices."],
  ["a near word", "It is accepted now.", "It is accepted not."],
  ["an address beside its words", "By [the terms](https://a.example/v1).", "By the terms."],
  [
    "a comma that groups",
    "It has a letter and a digit, or a space.",
    "It has a letter, and a digit or a space.",
  ],
  ["a comma in a list with a condition", "If a, b, and c, stop.", "If a, b and c, stop."],
  ["a comma in a list in code", "Send `a, b, and c`.", "Send `a, b and c`."],
  ["an order with commas", "Send a, b and c.", "Send a, and b, c."],
  ["a comma that moves a condition", "After approval on the day, pay.", "After approval, on the day pay."],
  ["a sign in prose", "Send it if x * y is 5.", "Send it if x ** y is 5."],
  ["a power", "At most 103 bytes.", "At most 10<sup>3</sup> bytes."],
  ["white space in code", "```yaml\na:\n  b: 1\n```", "```yaml\na:\nb: 1\n```"],
  ["a box ticked", "- [ ] offline", "- [x] offline"],
  ["an item one level deeper", "- if a\n- send", "- if a\n  - send"],
  ["a cell for its neighbour", "| a | b |\n|---|---|\n| 1 |  |", "| a | b |\n|---|---|\n|  | 1 |"],
  ["a link to a version", "As in [limits](/limits).", "As in [limits](/v2/limits)."],
  ["a link to another version", "As in [limits](/v1/limits).", "As in [limits](/v2/limits)."],
  ["a page of that name elsewhere", "As in [limits](/user/limits).", "As in [limits](/team/limits)."],
  ["a link to another page", "Opens the [form](/forms/short).", "Opens the [form](/forms/long)."],
  ["a link that is the demand", "Opens [help](https://a.io/1).", "Opens [help](https://a.io/2)."],
  ["another table", "As in the [table](#table-2).", "As in the [table](#table-3)."],
  ["words struck out", "Send a and b.", "Send a ~~and b~~."],
  ["an instruction taken away", "Send it. Delete the copy.", "Send it."],
  ["a note that instructs", "Send it.", "Send it. Note: never send it twice."],
  ["another list that is announced", "Any of the following:", "All of the following:"],
])("%s is never proved to be nothing", (_what, before, after) => {
  expect(isProved(before, after)).toBe(false);
});

test("a reference is nothing only where the entry that it names now is part of the change", () => {
  const before = entryOf("Fails as in `RT5`.", { references: ["RT5"] });
  const after = entryOf("Fails as in `RT6`.", { references: ["RT6"] });
  const [old, now] = [entryOf("It waits.", { id: "RT5" }), entryOf("It stops.", { id: "RT6" })];
  const added = changeOf(null, now);
  expect(nothingToBuild(changeOf(before, after), contextOf([old, now], [added]))?.reason).toContain("RT6");
  expect(nothingToBuild(changeOf(before, after), contextOf([old, now]))).toBeNull();
});

test("one name exchanged is nothing where the entry that it belongs to is in the change", () => {
  const owner = changeOf(
    entryOf("`BatchSpec` has these fields.", { id: "B1", parent: "P" }),
    entryOf("`BatchPublishSpec` has these fields.", { id: "B1", parent: "P" }),
  );
  const user = changeOf(
    entryOf("It takes a `BatchSpec`.", { parent: "P" }),
    entryOf("It takes a `BatchPublishSpec`.", { parent: "P" }),
  );
  const family = [owner.after, user.after].flatMap((entry) => entry ?? []);
  expect(nothingToBuild(user, contextOf(family, [owner, user]))?.reason).toContain("B1");
  expect(nothingToBuild(user, contextOf(family, [user]))).toBeNull();
  expect(nothingToBuild(owner, contextOf(family, [owner, user]))).toBeNull();
});

test("a tombstone names who carries the behaviour, or that it is to be taken back", () => {
  const after = entryOf("This clause has been replaced by `RT6`.", {
    status: "retired",
    replacedBy: ["RT6"],
  });
  expect(nothingToBuild(changeOf("It fails.", after, "retired"), contextOf())?.reason).toContain("RT6");
  const gone = entryOf("This clause has been deleted.", { status: "retired" });
  expect(nothingToBuild(changeOf("It fails.", gone, "retired"), contextOf())?.reason).toMatch(
    /^The rule was re/,
  );
});

test("a heading is nothing when its children carry the behaviour, and only then", () => {
  const parent = entryOf("The attributes of `Batch` are:");
  const child = entryOf("`size` number", { id: "X1a", parent: "X1" });
  expect(nothingToBuild(changeOf(null, parent), contextOf([parent, child]))).not.toBeNull();
  expect(nothingToBuild(changeOf(null, parent), contextOf([parent]))).toBeNull();
});

test("a story is nothing beside its criteria, unless it alone changed", () => {
  const story = (who: string): string => `**As a** ${who}\n**I want** to cancel\n**So that** I am free`;
  const parent = entryOf(story("buyer"));
  const child = entryOf("WHEN cancelled THE SYSTEM SHALL refund.", { id: "X1.1", parent: "X1" });
  expect(nothingToBuild(changeOf(null, parent), contextOf([parent, child]))).not.toBeNull();
  const retold = changeOf(entryOf(story("seller")), parent);
  expect(nothingToBuild(retold, contextOf([parent, child]))).toBeNull();
  const judged = changeOf(null, child);
  expect(nothingToBuild(retold, contextOf([parent, child], [judged]))).not.toBeNull();
  const kept = entryOf("WHEN cancelled THE SYSTEM SHALL say so.", { id: "X1.2", parent: "X1" });
  expect(nothingToBuild(retold, contextOf([parent, child, kept], [judged]))).toBeNull();
});

test.each(["A test should exist for each state.", "Rationale: people asked which laptop it came from."])(
  "%s asks for nothing",
  (text) => {
    expect(nothingToBuild(changeOf(null, text), contextOf())).not.toBeNull();
  },
);

test.each([
  "Note cards shall keep the line breaks of what was typed.",
  "Informative error messages must be shown beside the field.",
  "Example answers must be marked as such.",
  "Rationale fields are required before a vote is counted.",
  "Informational mails should be sent once a day.",
  "This page lists the open invoices.",
  "This section provides guidance to a new member.",
  "This page contains a form that must be valid before it is sent.",
])("%s is no note", (text) => {
  expect(nothingToBuild(changeOf(null, text), contextOf())).toBeNull();
});

test.each([
  "Note that older clients should do less.",
  "**Note:** older clients should do less.",
  "Note 2 – older clients should do less.",
  "(Informative) Older clients should do less.",
  "Non-normative note: older clients should do less.",
  "Example: older clients should do less.",
  "This document lists the terms that are used.",
  "This section describes how a member joins.",
])("%s asks for nothing by itself", (text) => {
  expect(nothingToBuild(changeOf(null, text), contextOf())).not.toBeNull();
});

test.each([
  ["Executive Summary\n\nTeams lose a day a week on lost keys.", true],
  ["Open Questions\n\n- Should a visitor get a key of their own?", true],
  ["Future Enhancements\n\n- A second door.", true],
  ["Background\n\nA door MUST close within 5 s.", false],
  ["Executive Summary\n\nA door closes within 5 s.", false],
  ["Non-Goals\n\n- Changing `keys.py`.\n- A second door.", true],
  ["Out of Scope (deferred)\n\n- Keys for 100 guests.", true],
  ["Out of scope\n\n- No key leaves the house.", false],
  ["Opening hours\n\nTeams lose a day a week on lost keys.", false],
])("a numbered section is read by its title: %j", (text, isNothing) => {
  const lines = `## 1.2 ${text}`.split("\n").map((line, at) => ({ line: 10 + at, text: line }));
  const section = entryOf(text, { id: "1.2", kind: "section", lines });
  expect(nothingToBuild(changeOf(null, section), contextOf()) !== null).toBe(isNothing);
});

test("what leaves the list of what is out of scope may be asked for now", () => {
  const section = (text: string) => entryOf(text, { id: "a.md#out-of-scope", kind: "section" });
  const both = section("Out of scope\n\n- a second door\n- keys for guests");
  const one = section("Out of scope\n\n- a second door");
  expect(nothingToBuild(changeOf(both, one), contextOf())).toBeNull();
  expect(nothingToBuild(changeOf(one, both), contextOf())).not.toBeNull();
});

test.each([
  "### User Story 2 - [Brief title]",
  "WHEN [event] THE [system] SHALL [response]",
  "{{requirement}}",
])("the template %s asks for nothing", (text) => {
  expect(nothingToBuild(changeOf(null, text), contextOf())).not.toBeNull();
});

test("marking an entry as deprecated asks for nothing, unless its words change too", () => {
  const before = entryOf("The set of hosts is empty.");
  const after = entryOf("(deprecated) The set of hosts is empty.", { status: "deprecated" });
  expect(nothingToBuild(changeOf(before, after), contextOf())?.reason).toContain("deprecated");
  const other = entryOf("(deprecated) The set of hosts is full.", { status: "deprecated" });
  expect(nothingToBuild(changeOf(before, other), contextOf())).toBeNull();
});

test("a removed rule that a new one of the file mostly repeats is not to be taken back; the new one is named", () => {
  const text = "The lamp must stay on until the door is closed again.";
  const gone = changeOf(entryOf(text, { id: "X1" }), null);
  const said = (words: string, kind?: "modified"): string | undefined => {
    const now = entryOf(words, { id: "X2" });
    const change = changeOf(kind === undefined ? null : entryOf("x", { id: "X2" }), now);
    return nothingToBuild(gone, contextOf([now], [change]))?.reason;
  };
  expect(said("The lamp must stay on until the door is shut again.")).toBe(
    "Removed; the new X2 has words of it.",
  );
  expect(said("Nobody may open the window at night without a key.")).toMatch(/^The rule was re/);
  expect(said("The lamp must stay on until the door is shut again.", "modified")).toMatch(/^The rule was re/);
});

test("a rule that is put off is not taken back; a sentence reworded in its section is not, either", () => {
  const put = (words: string) => {
    const now = entryOf(`~~The map must show a grid~~ ${words}`, { status: "retired" });
    return nothingToBuild(changeOf(entryOf("The map must show a grid"), now), contextOf())?.reason;
  };
  expect(put("— **Deferred to the next release**.")).toBe("Deferred.");
  expect(put("— **Deferred with X9**.")).toBe("Deferred.");
  expect(put("removed")).toMatch(/^The rule was re/);

  const gone = entryOf("Every answer must carry the headers below.", { id: "s/every", parent: "s" });
  const section = (words: string) => entryOf(`Headers\n\n${words}`, { id: "s" });
  const said = (traits: { hasContentId?: boolean }, changes: Parameters<typeof contextOf>[1]) =>
    nothingToBuild(changeOf({ ...gone, traits }, null), contextOf([section("b")], changes))?.reason;
  const rewritten = [changeOf(section("Old words."), section("This section lists the headers."))];
  expect(said({ hasContentId: true }, rewritten)).toBe("Removed.");
  expect(said({ hasContentId: true }, [])).toMatch(/^The rule was re/);
  expect(said({}, rewritten)).toMatch(/^The rule was re/);
});

test("a renumbered entry is nothing while its words are the same", () => {
  const now = entryOf("It must send 3.", { id: "X2", lines: [{ line: 10, text: "X2: It must send 3." }] });
  const same = changeOf("It must send 3.", now, "renamed");
  expect(nothingToBuild({ ...same, previousId: "X1" }, contextOf())?.reason).toContain("X1");
  expect(nothingToBuild(changeOf("It must send 3.", "It must send 4.", "renamed"), contextOf())).toBeNull();
});

test("a rule that enters a condition is no mere move, and a step that changes place no mere order", () => {
  const condition = entryOf("If the state is `CLOSED`:", { id: "P2" });
  const [before, after] = [entryOf("It fails.", { parent: "P1" }), entryOf("It fails.", { parent: "P2" })];
  const moved = { ...changeOf(before, after, "moved"), moved: true };
  expect(nothingToBuild(moved, contextOf([condition]))).toBeNull();
  expect(nothingToBuild(moved, contextOf([entryOf("Errors", { id: "P2" })]))).not.toBeNull();
  const steps = entryOf("In this order:", { id: "P1" });
  expect(nothingToBuild(changeOf(before, before, "reordered"), contextOf([steps]))).toBeNull();
});

test("a tombstone is nothing to build under whatever condition it stands now; a new bare condition is its children's", () => {
  const parent = entryOf("If the list is empty:", { id: "A1" });
  const before = entryOf("It is sent again.", { id: "A2" });
  const after = entryOf("This clause has been replaced by `A3`.", {
    id: "A2",
    parent: "A1",
    status: "retired",
    replacedBy: ["A3"],
  });
  const retired = { ...changeOf(before, after), kind: "retired" as const, moved: true };
  expect(nothingToBuild(retired, contextOf([parent, after], [retired]))?.reason).toContain("A3");
  const child = entryOf("It is closed.", { id: "A1a", parent: "A1" });
  const [added, own] = [changeOf(null, parent), changeOf(null, child)];
  expect(nothingToBuild(added, contextOf([parent, child], [added, own]))?.reason).toContain("condition");
  const turned = changeOf(entryOf("If the list is full:", { id: "A1" }), parent);
  expect(nothingToBuild(turned, contextOf([parent, child], [turned, own]))).toBeNull();
});

test("of a removed rule that stands elsewhere word for word it is said where; one word more or less is no such place", () => {
  const gone = (text: string, more = {}) => changeOf(entryOf(text, { id: "G1", parent: "G", ...more }), null);
  const come = (text: string, id: string, parent: string) => changeOf(null, entryOf(text, { id, parent }));
  const said = (one: ReturnType<typeof gone>, ...others: ReturnType<typeof come>[]) => {
    const all = [one, ...others];
    const head = others.flatMap(({ after }) => after ?? []);
    return nothingToBuild(one, contextOf(head, all))?.reason;
  };
  const stays = gone("if given, MUST be a whole number");
  expect(said(stays, come("if given, MUST be a whole number", "H1", "H"))).toBe(
    "Removed; its words stand in H1 now.",
  );
  expect(said(stays, come("if given, MUST be a whole number of trays", "H1", "H"))).toBe(
    "Removed; its words stand in H1 now.",
  );
  expect(said(stays, come("MUST be green on every tray in summer", "H1", "H"))).toBe("The rule was removed.");
  const upper = gone("MUST be lowercase", { level: "must" });
  expect(said(upper, come("MUST be uppercase", "G2", "G"))).toBe("The rule was removed.");
  expect(said(gone("OPTIONAL", { level: "may" }), come("REQUIRED", "G2", "G"))).toBe("The rule was removed.");
  expect(said(gone("Limits"), come("Bounds", "G2", "G"))).toBe("Removed; a title, it set no rule.");
  expect(said(gone("# Trays and ovens of the house"))).toBe("Removed; a title, it set no rule.");
});

test("one new text stands for one removed rule, not for two", () => {
  const gone = ["A", "B"].map((id) => changeOf(entryOf("OPTIONAL", { id, level: "may" }), null));
  const now = entryOf("OPTIONAL", { id: "C" });
  const context = contextOf([now], [...gone, changeOf(null, now)]);
  expect(gone.map((one) => nothingToBuild(one, context)?.reason)).toEqual([
    "Removed; its words stand in C now.",
    "The rule was removed.",
  ]);
});

test("an informative section that went sets nothing to be taken back", () => {
  const before = entryOf("## Background\n\nOvens were made of stone for many years.", {
    id: "kitchen#background",
    kind: "section",
  });
  expect(nothingToBuild(changeOf(before, null), contextOf())?.reason).toBe(
    "Removed; informative, it set no rule.",
  );
});

test("an entry whose own line stays as it is was not renumbered, whatever number its headings give it", () => {
  const put = (id: string, line: string) =>
    entryOf("It must send 3.", { id, lines: [{ line: 4, text: line }] });
  const said = (line: string) =>
    nothingToBuild(changeOf(put("2.6", "1. It must send 3."), put("3.1", line), "renamed"), contextOf())
      ?.reason;
  expect(said("1. It must send 3.")).toBe("Only the headings above it changed; the text is the same.");
  expect(said("7. It must send 3.")).toMatch(/^Renumbered from /);
});
