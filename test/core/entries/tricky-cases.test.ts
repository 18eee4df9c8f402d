import { parseSpec } from "../../../src/core/entries/parse-spec.ts";
import { compare, entries, filler, grave, point, requirement } from "../../support/one-file.ts";

/** Cases seen in real specifications, in words of our own; the numbers are those of the survey they come from. */
it("T1 a sibling in the same paragraph changes nothing in the line before it", () => {
  const base = [...filler, "- `(AB1)` First of the lines."];
  const head = [...filler, "- `(AB1)` First of the lines.\\", "  `(AB1a)` Second of the lines."];
  expect(compare(base, head).kinds).toEqual(["added AB1a"]);
});

it("T2 an inserted number renames the later ones", () => {
  const texts = [
    "The client **MUST** open a session.",
    "The server **MUST** answer within a second.",
    "Closing **MUST** free all memory.",
  ];
  const section = (all: readonly string[]) =>
    all.flatMap((text, index) => requirement(`1.1.${index + 1}`, text));
  const fresh = "A provider **MAY** refuse anonymous callers.";
  const [one = "", two = "", three = ""] = texts;
  const { changes } = compare(section(texts), section([one, fresh, two, three]), "sections/01.md");
  expect(changes.map(({ kind, id, previousId }) => [kind, id, previousId])).toEqual([
    ["added", "1.1.2", null],
    ["renamed", "1.1.3", "1.1.2"],
    ["renamed", "1.1.4", "1.1.3"],
  ]);
});

it("T3 a number used in two files is qualified by the file", () => {
  const text = requirement("1.1", "It **MUST** be.").join("\n");
  const spec = parseSpec([
    { path: "a.md", text },
    { path: "b.md", text },
  ]);
  expect(spec.files.flatMap((file) => file.entries.map(({ id }) => id))).toEqual(["a.md#1.1", "b.md#1.1"]);
});

it("T4 a number used by two kinds in one file is qualified by the kind", () => {
  const lines = [
    ...requirement("4.3.2", "It **MUST** be."),
    "#### Condition 4.3.2",
    "",
    "> The language has types.",
    "",
  ];
  expect(entries(lines, "a.md").ids).toEqual(["requirement 4.3.2", "condition 4.3.2"]);
});

it("T5 an ID spelt anew with the same text is a renaming", () => {
  const text = "Publishing on a closed channel fails with code 90001.";
  const { changes } = compare([...filler, point("AB-04a", text)], [...filler, point("AB-O4a", text)]);
  expect(changes).toMatchObject([{ kind: "renamed", id: "AB-O4a", previousId: "AB-04a" }]);
});

it("T6 tombstones are not matched with each other", () => {
  const { kinds } = compare([...filler, point("AB1", grave)], [...filler, point("AB2", grave)]);
  expect(kinds.sort()).toEqual(["removed AB1", "retired AB2"]);
});

it("T7 an ID that vanishes where tombstones are the habit is reported; so is one that comes back", () => {
  const graves = ["GR1", "GR2", "GR3"].map((id) => point(id, grave));
  const gone = compare(
    [...graves, point("AB1", "The client must close."), ...filler],
    [...graves, ...filler],
  );
  expect(gone.kinds).toEqual(["removed AB1"]);
  expect(gone.findings.map(({ rule, id }) => [rule, id])).toEqual([["vanished-id", "AB1"]]);
  const [first = "", ...others] = graves;
  const back = compare([first, ...others], [point("GR1", "The client must wait."), ...others]);
  expect(back.kinds).toEqual(["restored GR1"]);
  expect(back.findings.map(({ rule, id }) => [rule, id])).toEqual([["reused-id", "GR1"]]);
});

it("T8 a retired entry that moves below its successor is retired", () => {
  const base = [...filler, point("AB1", "Old rule for retries."), point("AB2", "New rule for retries.")];
  const head = [
    ...filler,
    point("AB2", "New rule for retries."),
    point("AB1", "This clause has been replaced by [`AB2`](#AB2).", 1),
  ];
  expect(compare(base, head).changes).toMatchObject([
    { kind: "retired", id: "AB1", after: { replacedBy: ["AB2"] } },
  ]);
});

it("T9 a marker that is not closed is reported with the entry it hides", () => {
  const { findings } = compare([...filler], [...filler, "- `(AB9) Never closed.", point("AB10", "Closed.")]);
  expect(findings.map(({ rule, id }) => [rule, id])).toContainEqual(["malformed-marker", "AB9"]);
});

it("T10 an escaped bullet is a bullet", () => {
  const base = [...filler, "- `(AB1)` Parent:\\", "  \\* `(AB1a)` Child."];
  expect(entries(base).ids).toContain("AB1a");
});

it("T11 an ID may end in a letter that is not Latin", () => {
  expect(entries([...filler, point("AB3ν", "reserved")]).ids).toContain("AB3ν");
});

it("T12 a separator ends the entry before it", () => {
  const lines = [...filler, point("AB1", "The object below."), "", "<!-- -->", "", "    {}"];
  expect(entries(lines).all.find(({ id }) => id === "AB1")?.text).toBe("The object below.");
});
