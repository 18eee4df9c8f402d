import { family } from "../../../../src/core/entries/hygiene/family.ts";
import { listed } from "../../../../src/core/entries/hygiene/rule.ts";
import { entry, grave, graves, change, said } from "../../../support/hygiene-said.ts";

describe("an ID that stands twice", () => {
  it("is told with the place of the first", () => {
    const first = entry("A1", "x", { line: 2 });
    expect(said([], [first, entry("A1", "y", { line: 9 })], [])).toEqual([
      "9: A1 is also the ID of an entry in line 2; give one of them its own.",
    ]);
    expect(said([], [first, entry("A1", "y", { line: 9, file: "b.md" })], [])).toEqual([
      "9: A1 is also the ID of an entry in spec.md, line 2; give one of them its own.",
    ]);
  });

  it("is one finding for several IDs of a file, and none when it stood twice before", () => {
    const twice = ["A1", "A2", "A1", "A2"].map((id, i) => entry(id, "x", { line: i + 1 }));
    expect(said([], twice, [])).toEqual([
      "3: A1, A2 each stand twice (A1 also in line 1); give each entry its own ID.",
    ]);
    expect(said(twice, twice, [])).toEqual([]);
    expect(said(twice, [...twice, entry("A1", "z", { line: 7 })], [])).toHaveLength(1);
  });
});

describe("an ID that vanished", () => {
  const gone = [entry("A1", "one", { parent: "P1" }), entry("A2", "two")];
  const removals = gone.map((one) => change("removed", one, null));

  it("is told at its parent, else at the file's first line", () => {
    const parent = entry("P1", "p", { line: 30 });
    const base = [...graves, parent, ...gone];
    expect(said(base, [...graves, parent, ...gone.slice(1)], removals.slice(0, 1))).toEqual([
      "30: A1 is gone without a tombstone; keep the ID with a note that it was removed, so that it is not used again.",
    ]);
    expect(said([...graves, ...gone], graves, removals)).toEqual([
      "1: A1, A2 are gone without a tombstone; keep each ID with a note that it was removed, so that it is not used again.",
    ]);
  });

  it("is none when a tombstone goes, when its number is given to another, or when the file goes", () => {
    const dead = grave("OLD4");
    expect(said([...graves, dead], graves, [change("removed", dead, null)])).toEqual([]);
    const heir = entry("A1", "another");
    expect(said([...graves, ...gone.slice(0, 1)], [...graves, heir], removals.slice(0, 1))).toEqual([]);
    const elsewhere = entry("A1", "one", { file: "gone.md" });
    expect(said([...graves, elsewhere], graves, [change("removed", elsewhere, null)])).toEqual([]);
  });

  it("is news only where at least three tombstones are one in a hundred", () => {
    expect(said([...graves.slice(1), ...gone], graves.slice(1), removals)).toEqual([]);
    const many = Array.from({ length: 297 }, (_, i) => entry(`B${i}`, "x"));
    expect(
      said([...graves, ...many, ...gone.slice(0, 1)], [...graves, ...many], removals.slice(0, 1)),
    ).toEqual([]);
    const fewer = many.slice(2);
    expect(
      said([...graves, ...fewer, ...gone.slice(0, 1)], [...graves, ...fewer], removals.slice(0, 1)),
    ).toHaveLength(1);
  });
});

it("says that a used-again ID was retired, and nothing of one that is removed or retired", () => {
  const before = grave("A1", { line: 3 });
  const after = entry("A1", "new", { line: 3 });
  const base = [...graves, before];
  expect(said(base, [...graves, after], [change("restored", before, after)])).toEqual([
    "3: A1 was retired and is used again; code that cites it may mean the old rule. Take a new ID unless the old rule is restored.",
  ]);
  expect(said(base, base, [change("editorial", before, before)])).toEqual([]);
  expect(said(base, graves, [change("removed", before, null)])).toEqual([]);
});

it.each([
  ["RTN15h", "RTN"],
  ["CHA-M10f", "CHA-M"],
  ["4.3.2", "4"],
  ["a.md#1.1", "a.md"],
  ["#x", ""],
  ["12", "12"],
])("%s is of the family %s", (id, expected) => {
  expect(family(id)).toBe(expected);
});

it("names four IDs and counts the others", () => {
  expect(listed(["A", "B", "C", "D"])).toBe("A, B, C, D");
  expect(listed(["A", "B", "C", "D", "E", "F"])).toBe("A, B, C, D and 2 more");
  expect(listed(["A", "B"], 1)).toBe("A and 1 more");
});
