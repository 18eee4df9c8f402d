import type { Change, ChangeKind } from "../../../../src/core/spec/change.ts";
import { compareSpecs } from "../../../../src/core/spec/compare-specs.ts";
import type { Entry, Spec } from "../../../../src/core/spec/entry.ts";
import { family } from "../../../../src/core/spec/hygiene/family.ts";
import { hygiene } from "../../../../src/core/spec/hygiene/index.ts";
import { listed } from "../../../../src/core/spec/hygiene/rule.ts";

/** What hygiene says word by word, at which line, and what it keeps silent about. */
function entry(id: string, text: string, more: Partial<Entry> = {}): Entry {
  const base = { id, kind: "point", file: "spec.md", line: 1, endLine: 1, parent: null, section: "", text };
  const rest = { level: "none", status: "live", replacedBy: [], references: [] } as const;
  return { ...base, lines: [{ line: more.line ?? 1, text }], ...rest, ...more };
}

const retired: Partial<Entry> = { status: "retired" };
const grave = (id: string, more: Partial<Entry> = {}): Entry =>
  entry(id, "This clause has been deleted.", { ...retired, ...more });
const graves = ["OLD1", "OLD2", "OLD3"].map((id) => grave(id));

function spec(entries: readonly Entry[]): Spec {
  const paths = [...new Set(["spec.md", ...entries.map(({ file }) => file)])];
  const file = (path: string) => ({
    path,
    dialect: "code-id-list",
    confidence: 1,
    entries: entries.filter((one) => one.file === path),
    findings: [],
  });
  return { files: paths.map(file) };
}

function change(kind: ChangeKind, before: Entry | null, after: Entry | null): Change {
  const one = after ?? before;
  if (!one) throw new Error("A change has a side.");
  const { id, file, line, parent } = one;
  const previousId = before && after && before.id !== after.id ? before.id : null;
  return { id, file, line, kind, moved: false, parent, previousId, replaces: [], before, after };
}

function said(base: Entry[], head: Entry[], changes: Change[]): string[] {
  const found = hygiene(spec(base), spec(head), { changes, outside: [], findings: [] });
  return found.map(({ line, message }) => `${line}: ${message}`);
}

const refers = (id: string, to: string[], more: Partial<Entry> = {}): Entry =>
  entry(id, `as ${to.join(", ")}`, { references: to, ...more });

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
    expect(said([gone, left], [heir, left], [change("renamed", gone, entry("A5", "one"))])).toEqual([]);
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

describe("words without a value", () => {
  it("are quoted at their line", () => {
    const lines = [
      { line: 4, text: "It fails" },
      { line: 5, text: "with an appropriate error code." },
    ];
    const after = entry("A1", "It fails\nwith an appropriate error code.", { line: 4, lines });
    expect(said([], [after], [change("added", null, after)])).toEqual([
      '5: A1 says "an appropriate error code" where a value is expected; say which.',
    ]);
  });

  it.each([
    ["an appropriate error code, see `40012`", 0],
    ["an appropriate error (40012)", 0],
    ["an appropriate error. Code 40012 is another.", 1],
    ["`x` 1 fails with an appropriate error", 1],
    ["the delay is TBD", 1],
    ["to be determined", 1],
  ])("%s: %i", (text, count) => {
    const after = entry("A1", text);
    expect(said([], [after], [change("added", null, after)])).toHaveLength(count);
  });

  it("are no news when they stood there, are retired or removed", () => {
    const vague = entry("A1", "an appropriate error");
    expect(said([vague], [vague], [change("modified", vague, vague)])).toEqual([]);
    expect(said([vague], [], [change("removed", vague, null)])).toEqual([]);
    const dead = entry("A1", "an appropriate error", retired);
    expect(said([], [dead], [change("retired", null, dead)])).toEqual([]);
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

describe("what stands beside the entries", () => {
  const point = (id: string, text: string): string => `- \`(${id})\` ${text}`;
  const idl = [
    "",
    "# Interface {#idl}",
    "",
    "    class Client:",
    "      open() // AB1",
    "      close() // AB2",
  ];
  const points = [point("AB1", "The client opens."), point("AB2", "The client closes.")];
  const findings = (base: string[], head: string[]) => {
    const side = (text: string[]) => [{ path: "a.md", text: text.join("\n") }];
    const { diff } = compareSpecs(side(base), side(head));
    return diff.findings.filter(({ rule }) => rule === "stale-companion");
  };

  it("is told when it still names what is retired or removed here", () => {
    const dead = [point("AB1", "This clause has been deleted."), points[1] ?? ""];
    expect(findings([...points, ...idl], [...dead, ...idl])).toEqual([
      {
        rule: "stale-companion",
        id: "AB1",
        file: "a.md",
        line: 7,
        message:
          "AB1 is gone or retired here but the interface definition still names it; bring it up to date.",
      },
    ]);
    const table = ["", "| ID | state |", "|---|---|", "| AB1 and AB2 | x |"];
    const found = findings([...points, ...table], [point("AB3", "Another thing altogether."), ...table]);
    expect(found.map(({ line, message }) => `${line}: ${message}`)).toEqual([
      "5: AB1, AB2 are gone or retired here but the table still names them; bring it up to date.",
    ]);
  });

  it("is left alone when it was brought up to date, speaks of the past, or nothing went", () => {
    const dead = [point("AB1", "This clause has been deleted."), points[1] ?? ""];
    expect(findings([...points, ...idl], [...dead, ...idl.slice(0, 4), ...idl.slice(5)])).toEqual([]);
    const past = idl.map((line) => line.replace("// AB1", "// replaces AB1"));
    expect(findings([...points, ...past], [...dead, ...past])).toEqual([]);
    expect(findings([...points, ...idl], [...points, point("AB3", "More."), ...idl])).toEqual([]);
  });
});
