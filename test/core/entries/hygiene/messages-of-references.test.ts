import type { Entry } from "../../../../src/core/entries/entry.ts";
import { entry, retired, grave, graves, change, said, refers } from "../../../support/hygiene-said.ts";

describe("a live child of a tombstone", () => {
  const parent = entry("A1", "one");
  const child = (id: string, line: number): Entry => entry(id, "x", { parent: "A1", line });
  const retire = change("retired", parent, grave("A1"));

  it("is named once per tombstone, one or several", () => {
    const one = child("A1a", 5);
    expect(said([parent, one], [grave("A1"), one], [retire])).toEqual([
      "5: A1a stands below A1, which is retired; retire or move it.",
    ]);
    const both = [one, child("A1b", 6)];
    expect(said([parent, ...both], [grave("A1"), ...both], [retire])).toEqual([
      "5: A1a, A1b stand below A1, which is retired; retire or move them.",
    ]);
  });

  it("is news when it comes under an old tombstone, not when it stood there", () => {
    const one = child("A1a", 5);
    for (const kind of ["added", "restored", "moved"] as const)
      expect(said([grave("A1")], [grave("A1"), one], [change(kind, null, one)])).toHaveLength(1);
    expect(said([grave("A1"), one], [grave("A1"), one], [change("modified", one, one)])).toEqual([]);
  });

  it("is none when it is retired too, when its parent lives, or when it has none", () => {
    const dead = grave("A1a", { parent: "A1" });
    expect(said([parent, dead], [grave("A1"), dead], [retire])).toEqual([]);
    const one = child("A1a", 5);
    expect(said([parent], [parent, one], [change("added", null, one)])).toEqual([]);
    expect(said([parent], [grave("A1"), entry("B1", "x")], [retire])).toEqual([]);
    expect(said([], [one], [change("added", null, one)])).toEqual([]);
  });
});

describe("a reference to nothing", () => {
  it("names the first few IDs and the line of the first", () => {
    const lines = [
      { line: 3, text: "first" },
      { line: 4, text: "as A7 and A8" },
    ];
    const after = { ...refers("A1", ["A7", "A8"], { line: 3 }), lines };
    expect(said([], [after], [change("added", null, after)])).toEqual([
      "4: A1 refers to A7, A8, which no entry has; correct the ID or add the entry.",
    ]);
  });

  it("is no news in a retired, removed or link-made entry", () => {
    const dead = refers("A1", ["A7"], retired);
    expect(said([], [dead], [change("retired", null, dead)])).toEqual([]);
    const gone = refers("A1", ["A7"]);
    expect(said([gone], [], [change("removed", gone, null)])).toEqual([]);
    const section = refers("a.md#b", ["a.md#c"], { kind: "section" });
    expect(said([], [section], [change("added", null, section)])).toEqual([]);
  });

  it("is left behind by a removed or renamed ID, and told once for all", () => {
    const gone = entry("A1", "one");
    const left = [refers("A2", ["A1"], { line: 7 }), refers("A3", ["A1"], { line: 8 })];
    expect(said([gone, ...left], left, [change("removed", gone, null)])).toEqual([
      "7: A1 is gone but A2, A3 still refer to it.",
    ]);
    const renamed = [entry("A9", "one"), ...left.slice(1)];
    expect(said([gone, ...left.slice(1)], renamed, [change("renamed", gone, entry("A9", "one"))])).toEqual([
      "8: A1 is gone but A3 still refers to it.",
    ]);
  });

  it("leaves tombstones and IDs that another entry bears now alone", () => {
    const gone = entry("A1", "one");
    const dead = refers("A2", ["A1"], retired);
    expect(said([gone, dead], [dead], [change("removed", gone, null)])).toEqual([]);
    const heir = entry("A1", "another");
    const left = refers("A3", ["A1"]);
    expect(said([gone, left], [heir, left], [change("renamed", gone, entry("A5", "one"))])).toEqual([
      "1: A1 means another entry than before (the old A1 is A5 now); what cites it means the old one. Give a new entry the next free ID.",
    ]);
    expect(said([left], [left], [change("modified", left, left)])).toEqual([]);
  });
});

describe("a reference to a tombstone", () => {
  it("says who took the place, of one or several", () => {
    const base = [grave("OLD1", { replacedBy: ["B1"] }), grave("OLD2")];
    const one = refers("A1", ["OLD1"]);
    expect(said(base, [...base, one], [change("added", null, one)])).toEqual([
      "1: A1 refers to OLD1, which is retired; B1 took its place.",
    ]);
    const both = refers("A1", ["OLD2", "OLD1"]);
    expect(said(base, [...base, both], [change("added", null, both)])).toEqual([
      "1: A1 refers to OLD2, OLD1, which are retired.",
    ]);
  });

  it("is no news when the entry had it, is removed or is a tombstone itself", () => {
    const old = refers("A1", ["OLD1"]);
    expect(said([...graves, old], [...graves, old], [change("modified", old, old)])).toEqual([]);
    const dead = refers("A2", ["OLD1"], retired);
    expect(said(graves, [...graves, dead], [change("retired", null, dead)])).toEqual([]);
  });

  it("is left behind where this pull request retires, but not in new or retired entries", () => {
    const before = entry("A1", "one");
    const changes = [change("retired", before, grave("A1"))];
    const two = [refers("A2", ["A1"], { line: 4 }), refers("A3", ["A1"], { line: 5 })];
    expect(said([before, ...two], [grave("A1"), ...two], changes)).toEqual([
      "4: A1 is retired here but A2, A3 still refer to it.",
    ]);
    const one = two.slice(0, 1);
    expect(said([before, ...one], [grave("A1"), ...one], changes)).toEqual([
      "4: A1 is retired here but A2 still refers to it.",
    ]);
    const dead = refers("A4", ["A1"], retired);
    expect(said([before, dead], [grave("A1"), dead], changes)).toEqual([]);
    const heir = refers("A5", ["A1"]);
    const now = grave("A1", { replacedBy: ["A5"] });
    expect(said([before, heir], [now, heir], [change("retired", before, now)])).toEqual([]);
  });

  it("is none where the words around the ID speak of the past, near it and not far away", () => {
    const near = entry("A1", `${"x ".repeat(40)}this supersedes OLD1`, { references: ["OLD1"] });
    expect(said(graves, [...graves, near], [change("added", null, near)])).toEqual([]);
    const far = entry("A1", `This was renamed. ${"x ".repeat(90)}OLD1`, { references: ["OLD1"] });
    expect(said(graves, [...graves, far], [change("added", null, far)])).toHaveLength(1);
    const behind = entry("A1", "OLD1, which it replaces", { references: ["OLD1"] });
    expect(said(graves, [...graves, behind], [change("added", null, behind)])).toEqual([]);
  });
});

it("a new entry that names what it retires is told by itself, not as one left behind", () => {
  const before = entry("A1", "one");
  const fresh = refers("A5", ["A1"], { line: 6 });
  const changes = [change("retired", before, grave("A1")), change("added", null, fresh)];
  expect(said([before], [grave("A1"), fresh], changes)).toEqual(["6: A5 refers to A1, which is retired."]);
});

it("a reference that no line of the entry holds is told at the entry's line", () => {
  const after = { ...refers("A1", ["A7"], { line: 3 }), lines: [{ line: 3, text: "by other words" }] };
  expect(said([], [after], [change("added", null, after)])).toEqual([
    "3: A1 refers to A7, which no entry has; correct the ID or add the entry.",
  ]);
});

it("words of the past count up to sixty characters behind an ID", () => {
  const speaking = (gap: number) => entry("A1", `OLD1 ${"x".repeat(gap)} replaced`, { references: ["OLD1"] });
  const told = (after: ReturnType<typeof entry>) =>
    said([grave("OLD1")], [grave("OLD1"), after], [change("added", null, after)]);
  expect(told(speaking(20))).toEqual([]);
  expect(told(speaking(80))).toHaveLength(1);
});
