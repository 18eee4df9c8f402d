import { entrySimilarity } from "../../../src/core/entries/entry-similarity.ts";
import { RenumberedReferences } from "../../../src/core/entries/renumbered-references.ts";
import { entryOf } from "../../support/spec-builders.ts";

type More = Parameters<typeof entryOf>[1];
const like = (before: string, after: string, more: More = {}, inFile = true, other: More = more): number =>
  entrySimilarity(entryOf(before, more), entryOf(after, other), inFile);

/** Nine of ten words, six of ten, four of ten. */
const text = "one two three four five six seven eight nine ten";
const near = text.replace("ten", "x");
const half = text.replace("seven eight nine ten", "w x y z");
const far = text.replace("five six seven eight nine ten", "u v w x y z");

describe("how much two entries of different IDs say the same", () => {
  it("is the share of words they have in common, when it is more than four of five", () => {
    expect(like(text, near)).toBeCloseTo(0.9, 10);
    expect(like(text, near, {}, false)).toBeCloseTo(0.9, 10);
    expect(like(text, half)).toBe(0);
    expect(like(text, text.replace("nine ten", "y z"))).toBe(0);
  });

  it("is nothing for two kinds, and for a text less than half as long", () => {
    expect(like(text, near, { kind: "point" }, true, { kind: "row" })).toBe(0);
    expect(like("one two one two", "one two")).toBe(0);
    expect(like("one", "one")).toBe(1);
  });

  it("may be half for rules called by their own words, where they stay in their section and file", () => {
    for (const kind of ["statement", "group"]) {
      expect(like(text, half, { kind })).toBeCloseTo(0.6, 10);
      expect(like(text, far, { kind })).toBe(0);
      expect(like(text, half, { kind }, false)).toBe(0);
      expect(like(text, half, { kind }, true, { kind, section: "Other" })).toBe(0);
    }
  });

  it("may be half for scenarios of one requirement, their titles counted", () => {
    const scenario = { kind: "scenario", parent: "a#R", id: "a#R/Title" };
    expect(like(text, half, scenario)).toBeGreaterThan(0.6);
    expect(like(text, half, scenario, true, { ...scenario, parent: "a#Q" })).toBe(0);
    expect(like("x", "y", { ...scenario, id: "a#R/one two three" })).toBeGreaterThan(0.5);
  });

  it("looks at a row's description only, and at a statement's first sentence alone too", () => {
    expect(like(`${text}\nLevel: 1`, `${text}\nLevel: 2 and much more`, { kind: "row" })).toBe(1);
    expect(like(`${text}\n${text}`, `${half}\n${text}`, { kind: "row" })).toBe(0);
    expect(like("It MUST wait. A b c d.", "It MUST wait. W x y z.", { kind: "statement" }, false)).toBe(1);
    expect(like("It MUST wait. A b c d.", "It MUST wait. W x y z.", { kind: "point" }, false)).toBe(0);
  });
});

describe("texts that only call others by the IDs they have now", () => {
  it("follows IDs inside their feature only", () => {
    const pair = (scope: string) => ({
      before: entryOf("as FR-2 says", { id: `${scope}#FR-4` }),
      after: entryOf("as FR-3 says", { id: `${scope}#FR-5` }),
    });
    const renumbered = {
      before: entryOf("", { id: "specs/a#FR-2" }),
      after: entryOf("", { id: "specs/a#FR-3" }),
    };
    const references = new RenumberedReferences([renumbered]);
    expect(references.explain(pair("specs/a"))).toBe(true);
    expect(references.namesOthers(pair("specs/a"))).toBe(false);
    expect(references.explain(pair("specs/b"))).toBe(false);
    expect(references.namesOthers(pair("specs/b"))).toBe(true);
  });

  const explains = (before: string, after: string, ids: [string, string][]): boolean =>
    new RenumberedReferences(
      ids.map(([was, is]) => ({ before: entryOf("", { id: was }), after: entryOf("", { id: is }) })),
    ).explain({ before: entryOf(before), after: entryOf(after) });

  it.each<[string, string, [string, string]]>([
    ["see AB1.", "see AB2.", ["AB1", "AB2"]],
    ["see 4.1.2, and", "see 4.1.3, and", ["4.1.2", "4.1.3"]],
    ["see §4.1", "see §4.2", ["4.1", "4.2"]],
    ["see §Wait", "see §4.2", ["§Wait", "4.2"]],
    ["see [§4.1](#41-title)", "see [§4.2](a.md#42-title)", ["4.1", "4.2"]],
  ])("%s is %s", (before, after, ids) => {
    expect(explains(before, after, [ids])).toBe(true);
  });

  it.each<[string, string, [string, string]]>([
    ["see AB1.", "see AB3.", ["AB1", "AB2"]],
    ["see AB1a.", "see AB2a.", ["AB1", "AB2"]],
    ["see 4.1.2.3", "see 4.1.3.3", ["4.1.2", "4.1.3"]],
    ["it waits", "it stays", ["waits", "stays"]],
    ["see AB1.", "see AB2.", ["AB1", "AB1"]],
  ])("%s is not %s", (before, after, ids) => {
    expect(explains(before, after, [ids])).toBe(false);
  });
});
