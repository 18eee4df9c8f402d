import type { Change, ChangeKind } from "../../../../src/core/entries/change.ts";
import type { Entry, Finding, Spec } from "../../../../src/core/entries/entry.ts";
import { hygiene, hygieneRules } from "../../../../src/core/entries/hygiene/index.ts";

function entry(id: string, text: string, more: Partial<Entry> = {}): Entry {
  const base = { id, kind: "point", file: "spec.md", line: 1, endLine: 1, parent: null, section: "", text };
  const rest = { level: "none", status: "live", replacedBy: [], references: [] } as const;
  return { ...base, lines: [{ line: more.line ?? 1, text }], ...rest, ...more };
}

const tombstone = (id: string, more: Partial<Entry> = {}): Entry =>
  entry(id, "This clause has been deleted.", { status: "retired", ...more });
const graves = ["OLD1", "OLD2", "OLD3"].map((id) => tombstone(id));
const none = { changes: [], outside: [], findings: [] };

function spec(entries: readonly Entry[], findings: readonly Finding[] = []): Spec {
  return { files: [{ path: "spec.md", dialect: "code-id-list", confidence: 1, entries, findings }] };
}

function change(kind: ChangeKind, before: Entry | null, after: Entry | null): Change {
  const one = after ?? before;
  if (!one) throw new Error("A change has a side.");
  const { id, file, line, parent } = one;
  return { id, file, line, kind, moved: false, parent, previousId: null, replaces: [], before, after };
}

function rules(base: Entry[], head: Entry[], changes: Change[]): [string, string | null][] {
  return hygiene(spec(base), spec(head), { ...none, changes }).map(({ rule, id }) => [rule, id]);
}

it("says nothing about what the pull request leaves alone", () => {
  const bad = [...graves, entry("A1", "TBD, see A9", { references: ["A9", "OLD1"] }), entry("A1", "twice")];
  expect(rules(bad, bad, [])).toEqual([]);
});

it("reports an ID that two entries have since this pull request (T24)", () => {
  const first = entry("A1", "one");
  const second = entry("A1", "two", { line: 9 });
  expect(hygiene(spec([first]), spec([first, second]), none)).toMatchObject([
    { rule: "duplicate-id", id: "A1", line: 9 },
  ]);
});

it("reports a tombstone that lives again, where tombstones are the habit", () => {
  const before = tombstone("A1");
  const after = entry("A1", "another rule");
  const changes = [change("restored", before, after)];
  expect(rules([...graves, before], [...graves, after], changes)).toEqual([["reused-id", "A1"]]);
  expect(rules([before], [after], changes)).toEqual([]);
});

it("reports IDs that vanish once per file, and only where tombstones are the habit (T7)", () => {
  const gone = [entry("A1", "one"), entry("A2", "two")];
  const changes = gone.map((one) => change("removed", one, null));
  expect(rules([...graves, ...gone], graves, changes)).toEqual([["vanished-id", "A1"]]);
  expect(rules(gone, [], changes)).toEqual([]);
});

it("reports a new reference to nothing, but not to a family of IDs that was not read", () => {
  const before = entry("A1", "old");
  const after = entry("A1", "see A9 and Z1", { references: ["A9", "Z1"] });
  expect(rules([before], [after], [change("modified", before, after)])).toEqual([
    ["dangling-reference", "A1"],
  ]);
  const known = entry("A1", "old, see A9", { references: ["A9"] });
  expect(rules([known], [after], [change("modified", known, after)])).toEqual([]);
});

it("reports who is left behind by a removed ID, once", () => {
  const gone = entry("A1", "one");
  const left = [entry("A2", "see A1", { references: ["A1"] }), entry("A3", "see A1", { references: ["A1"] })];
  expect(rules([gone, ...left], left, [change("removed", gone, null)])).toEqual([
    ["dangling-reference", "A2"],
  ]);
});

it("reports a new reference to a tombstone unless the entry speaks of the past", () => {
  const after = entry("A1", "as in OLD1", { references: ["OLD1"] });
  expect(rules(graves, [...graves, after], [change("added", null, after)])).toEqual([
    ["tombstone-reference", "A1"],
  ]);
  const past = entry("A1", "This replaces OLD1.", { references: ["OLD1"] });
  expect(rules(graves, [...graves, past], [change("added", null, past)])).toEqual([]);
});

it("names what took the place of an entry that is retired under others", () => {
  const before = entry("A1", "one");
  const after = tombstone("A1", { replacedBy: ["A5"] });
  const left = entry("A2", "as A1 says", { references: ["A1"] });
  const changes = [change("retired", before, after)];
  const found = hygiene(spec([before, left]), spec([after, left]), { ...none, changes });
  expect(found).toMatchObject([{ rule: "tombstone-reference", id: "A2" }]);
  expect(found[0]?.message).toContain("A5 took its place");
});

it("reports a live child of an entry that is retired here, once per tombstone", () => {
  const before = entry("A1", "one");
  const children = [entry("A1a", "x", { parent: "A1" }), entry("A1b", "y", { parent: "A1" })];
  const changes = [change("retired", before, tombstone("A1"))];
  expect(rules([before, ...children], [tombstone("A1"), ...children], changes)).toEqual([
    ["child-of-tombstone", "A1a"],
  ]);
});

it("passes on a malformed marker that is new (T9)", () => {
  const marker: Finding = {
    rule: "malformed-marker",
    id: "A4",
    file: "spec.md",
    line: 3,
    message: "no space",
  };
  expect(hygiene(spec([]), spec([], [marker]), none)).toEqual([marker]);
  expect(hygiene(spec([], [marker]), spec([], [{ ...marker, line: 8 }]), none)).toEqual([]);
});

it("reports words that leave a value open, at most three, and not where the value follows", () => {
  const vague = (id: string, text: string): Change => change("added", null, entry(id, text));
  const texts = [
    "fail with an appropriate error code",
    "wait for a reasonable timeout (10 s)",
    "the limit is TBD",
    "choose an appropriate name",
  ];
  expect(
    rules(
      [],
      [],
      texts.map((text, index) => vague(`A${index}`, text)),
    ).map(([, id]) => id),
  ).toEqual(["A0", "A2"]);
  const many = [1, 2, 3, 4, 5].map((number) => vague(`B${number}`, "an appropriate error"));
  expect(rules([], [], many)).toHaveLength(3);
});

it("lets an entry name the tombstone whose place it takes", () => {
  const grave = tombstone("OLD1", { replacedBy: ["A1"] });
  const after = entry("A1", "[MOVED FROM OLD1] as before", { references: ["OLD1"] });
  expect(rules([grave], [grave, after], [change("added", null, after)])).toEqual([]);
});

it("reports many IDs that stand twice in one file as one finding", () => {
  const head = ["A1", "A2", "A1", "A2"].map((id, index) => entry(id, "x", { line: index + 1 }));
  expect(rules([], head, [])).toEqual([["duplicate-id", "A1"]]);
});

it.each(hygieneRules)(
  "$name has the name of its findings, and describes itself in a sentence",
  ({ name, describes }) => {
    expect(name).toMatch(/^[a-z]+(?:-[a-z]+)+$/);
    expect(describes).toMatch(/^[A-Z].+\.$/);
  },
);

it("tells each malformed marker that is new, by file and ID, as often as it is new", () => {
  const marker = (id: string | null, line: number, file = "spec.md"): Finding => {
    return { rule: "malformed-marker", id, file, line, message: "misspelt" };
  };
  const other: Finding = { ...marker("A1", 9), rule: "duplicate-id" };
  const lines = (base: Finding[], head: Finding[]): number[] =>
    hygiene(spec([], base), spec([], head), none).map(({ line }) => line);
  expect(lines([marker("A1", 1)], [marker("A1", 1), marker("A1", 2), marker("A1", 3)])).toEqual([2, 3]);
  expect(lines([marker("A1", 1), marker("A1", 2)], [marker("A1", 1), marker("A1", 2)])).toEqual([]);
  expect(lines([marker("A1", 1)], [marker("A2", 1), other])).toEqual([1]);
  expect(lines([marker("A1", 1)], [marker("A1", 1, "b.md")])).toEqual([1]);
  expect(lines([marker(null, 1)], [marker(null, 1)])).toEqual([]);
});

it.each(["section", "statement", "group", "anchor", "property", "example", "definition", "constant"])(
  "a %s may link to an anchor that is no entry",
  (kind) => {
    const known = entry("a.md#here", "x", { kind });
    const after = entry("a.md#new", "x", { kind, references: ["a.md#nowhere"] });
    expect(rules([known], [known, after], [change("added", null, after)])).toEqual([]);
  },
);
