import { compareSpecs } from "../../../src/core/spec/compare-specs.ts";
import { parseSpec } from "../../../src/core/spec/parse-spec.ts";

/** Cases seen in real specifications, in words of our own; the numbers are those of the survey they come from. */
type Lines = readonly string[];
const list = "spec/features.md";

function compare(base: Lines, head: Lines, path = list) {
  const side = (lines: Lines) => [{ path, text: lines.join("\n") }];
  const { diff } = compareSpecs(side(base), side(head));
  return { ...diff, kinds: diff.changes.map(({ kind, id }) => `${kind} ${id}`) };
}

function entries(lines: Lines, path = list) {
  const file = parseSpec([{ path, text: lines.join("\n") }]).files[0];
  return {
    all: file?.entries ?? [],
    findings: file?.findings ?? [],
    ids: file?.entries.map(({ id }) => id) ?? [],
  };
}

const point = (id: string, text: string, depth = 0): string => `${"  ".repeat(depth)}- \`(${id})\` ${text}`;
const filler = [
  point("ZZ1", "A point that stays."),
  point("ZZ2", "Another one that stays."),
  point("ZZ3", "A third."),
];
const grave = "This clause has been deleted.";
const requirement = (id: string, text: string, level = 4): string[] => [
  `${"#".repeat(level)} Requirement ${id}`,
  "",
  `> ${text}`,
  "",
];

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

it("T15 a renamed section moves nothing", () => {
  const side = (title: string) => [`## ${title}`, "", ...filler];
  expect(compare(side("Map"), side("Internal map")).kinds).toEqual([]);
});

it("T16 a point that only changes place among its siblings is reordered", () => {
  const [one = "", two = "", three = ""] = filler;
  expect(compare([one, two, three], [three, one, two]).kinds).toEqual(["reordered ZZ3"]);
});

it("T18 case inside a code span is meaning", () => {
  const side = (word: string) => [...filler, point("AB1", `The action is \`${word}\`.`)];
  expect(compare(side("Presence"), side("PRESENCE")).kinds).toEqual(["modified AB1"]);
});

it("T19 a small edit of words is no mere formatting", () => {
  const side = (word: string) => [...filler, point("AB1", `The name is ${word} before it is sent.`)];
  expect(compare(side("encoded"), side("decoded")).kinds).toEqual(["modified AB1"]);
});

it("T20 a changed payload outside every entry is reported as such", () => {
  const side = (type: string) => [
    ...filler,
    "",
    "## Interface",
    "",
    "```",
    "class Client:",
    `  close() -> ${type} // ZZ1`,
    "```",
  ];
  const { kinds, outside } = compare(side("bool"), side("void"));
  expect(kinds).toEqual([]);
  expect(outside).toMatchObject([{ names: ["ZZ1"] }]);
});

it("T21 a heading inside a quote is no entry", () => {
  const lines = [...requirement("2.2", "It **MUST** be."), "> ##### Requirement 2.2.1", ">", "> Quoted."];
  expect(entries(lines, "a.md").ids).toEqual(["2.2"]);
});

it("T23 a label that disagrees with its target leads to the target's entry or its label's, and breaks nothing", () => {
  const lines = [
    ...requirement("3.1", "It **MUST** be, see [3.2](#requirement-31)."),
    ...requirement("3.2", "So **MUST** this."),
  ];
  expect(entries(lines, "a.md").ids).toEqual(["3.1", "3.2"]);
});

it("T24 one ID that two authors took is reported at its second use", () => {
  const base = [...filler];
  const head = [...filler, point("AB1", "The client must open."), point("AB1", "The server must answer.")];
  const { kinds, findings } = compare(base, head);
  expect(kinds).toEqual(["added AB1", "added AB1"]);
  expect(findings.map(({ rule, id, line }) => [rule, id, line])).toEqual([["duplicate-id", "AB1", 5]]);
});

it("T25 placeholders stay text", () => {
  const text = "Version {{ SPECIFICATION_VERSION }} is sent.";
  expect(entries([...filler, point("AB1", text)]).all.at(-1)?.text).toBe(text);
});

it("T26 a version to be determined does not hide a tombstone", () => {
  const lines = [
    ...filler,
    point("AB1", "This clause has been deleted. It was valid up to and including version `TBD`."),
  ];
  expect(entries(lines).all.at(-1)?.status).toBe("retired");
});

it("T27 markers inside a fence are no entries", () => {
  const lines = [...filler, "", "```", point("AB1", "quoted"), "```"];
  expect(entries(lines).ids).toEqual(["ZZ1", "ZZ2", "ZZ3"]);
});

it("T28 a pull request of 600 points is compared at once", () => {
  const head = Array.from({ length: 600 }, (_, index) =>
    point(`AB${index}`, `Rule number ${index} of this long list.`),
  );
  expect(compare(filler, [...filler, ...head]).kinds).toHaveLength(600);
});

it("T13 wrapper lines are nobody's text", () => {
  const lines = [
    ...filler,
    "",
    "<div class=deprecated>",
    "",
    "`(AB1)` A paragraph of its own.",
    "",
    "</div>",
  ];
  expect(entries(lines).all.at(-1)?.text).toBe("A paragraph of its own.");
});

it("T14 a heading that is indented code adds no entry and ends none wrongly", () => {
  const lines = [
    ...filler,
    point("AB1", "Before."),
    "",
    "      h4. Lost heading",
    "",
    point("AB2", "Behind."),
  ];
  expect(entries(lines).ids.slice(3)).toEqual(["AB1", "AB2"]);
});

it("T17 an edit of a reference alone is a change of the entry", () => {
  const side = (id: string) => [...filler, point("AB1", `See [${id}](#${id}).`)];
  expect(compare(side("ZZ1"), side("ZZ2")).kinds).toEqual(["modified AB1"]);
});

it("T22 a rule that moves from the statement into the prose below it changes the entry", () => {
  const side = (quote: string, prose: string) => [...requirement("5.1", quote), prose, ""];
  const base = side("Hooks **MUST** run in order: first before, then after.", "They are useful.");
  const head = side(
    "Hooks **MUST** run in order.",
    "They are useful. The order is first before, then after.",
  );
  expect(compare(base, head, "a.md").kinds).toEqual(["modified 5.1"]);
});
